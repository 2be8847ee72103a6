import { entriesOf } from '../../kinds/kind.ts'
import { noticeSchema } from '../../kinds/notice.ts'
import type { Rule } from '../rule.ts'

/** What an office calls its mailbox. An address of other words may be a person's. */
const OFFICE = new Set(
  `admin association clerk civic contact council culture economy enquiries europe events external friends
  info information international lordmayor mail mayor mayors office partner partners partnership partnerships
  policy press relations secretariat town townclerk twin twins twinning twinningassociation`.split(/\s+/),
)

export const roleAddress: Rule = {
  name: 'role-address',
  why: 'What is recorded is read by strangers for years: it names an office, and no person.',
  sees: 'each file',
  *check({ entries }) {
    for (const { value, spot } of entriesOf(entries, noticeSchema)) {
      if (!value.contact || isOfOffice(value.contact)) continue
      const tip = 'Write the address of a page, or one such as twinning@ or international@.'
      yield { spot: spot(['contact']), says: 'contact: this may be a person’s address', tip }
    }
    for (const { value, spot } of entries)
      for (const key of WORDS) {
        const words = value[key]
        if (typeof words !== 'string' || !ADDRESS.test(words)) continue
        const tip = 'Leave it out; only a notice has an address, that of an office, under "contact".'
        yield { spot: spot([key]), says: `${key}: an address stands in the words`, tip }
      }
  },
}

/** Where any kind says something in words. */
const WORDS = ['says', 'note', 'quote', 'body', 'payer', 'matter', 'vote']

/** Of mail, and not of a page: `https://example.org/@leeds`. */
const ADDRESS = /[\p{L}\d]@[\p{L}\d-]+\.\p{L}/u

function isOfOffice(contact: string): boolean {
  if (/^https?:\/\/[^@\s]+$/.test(contact)) return true
  const [, mailbox = ''] = /^([a-z.\-_]+)@[a-z0-9.-]+\.[a-z]+$/i.exec(contact) ?? []
  return mailbox
    .toLowerCase()
    .split(/[.\-_]/)
    .every((word) => OFFICE.has(word))
}
