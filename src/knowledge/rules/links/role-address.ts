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
  why: 'A notice is read by strangers for months: it names an office, and no person.',
  sees: 'each file',
  *check({ entries }) {
    for (const { value, spot } of entriesOf(entries, noticeSchema)) {
      if (value.contact && !isOfOffice(value.contact)) {
        const tip = 'Write the address of a page, or one such as twinning@ or international@.'
        yield { spot: spot(['contact']), says: 'contact: this may be a person’s address', tip }
      }
      if (value.says?.includes('@')) {
        const tip = 'Write the address of an office under "contact", and none in running words.'
        yield { spot: spot(['says']), says: 'says: an address stands in the words', tip }
      }
    }
  },
}

function isOfOffice(contact: string): boolean {
  if (/^https?:\/\/[^@\s]+$/.test(contact)) return true
  const [, mailbox = ''] = /^([a-z.\-_]+)@[a-z0-9.-]+\.[a-z]+$/i.exec(contact) ?? []
  return mailbox
    .toLowerCase()
    .split(/[.\-_]/)
    .every((word) => OFFICE.has(word))
}
