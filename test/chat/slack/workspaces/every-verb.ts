import { elements } from '../../../../src/chat/web/workspace/deliveries.ts'
import type { Post, View } from '../../../../src/chat/web/workspace/workspace-state.ts'
import type { DigestPretend } from '../pretend/digest-pretend.ts'
import type { Side } from '../pretend/shared-hansa.ts'
import { shortcutBody } from '../pretend/signed.ts'
import { WAYS } from './typed-everywhere.ts'

/** Something that a person of a workspace does, with a word of that workspace's own where there is something to write. */
export type Verb = (side: Side, person: string, word: string) => Promise<unknown>

const line =
  (text: string): Verb =>
  ({ workspace, policy }, person, word) =>
    workspace.command(person, policy, text.replaceAll('WORD', word))

/** Presses what begins with that label under the answer to `text`. */
const under =
  (text: string, label: string, then?: Verb): Verb =>
  async (side, person, word) => {
    await line(text)(side, person, word)
    await pressIn(side, person, lastFor(side, person), label)
    await then?.(side, person, word)
  }

/** Fills the window that is open. */
const fill =
  (filled: (word: string) => Record<string, string>): Verb =>
  async ({ workspace }, person, word) => {
    const window = workspace.windowOf(person)
    if (!window) throw new Error('no window is open')
    const values = Object.entries(filled(word)).map(([field, value]) => [field, { [field]: value }])
    await workspace.submit(window, Object.fromEntries(values))
    workspace.closeWindow(person)
  }

const inHome =
  (label: string, then?: Verb): Verb =>
  async (side, person, word) => {
    const home = await side.workspace.openHome(person)
    if (!home) throw new Error('there is no home')
    await pressIn(side, person, home, label)
    await then?.(side, person, word)
    side.workspace.closeWindow(person)
  }

const proposal = (word: string) => ({
  place: 'Leeds',
  partner: 'Lille',
  status: 'ended',
  source: 'council',
  note: word,
  named: word,
})

/** All that can be asked, pressed, set and sent in Slack; and every way there is to type something. */
export const VERBS: Readonly<Record<string, Verb>> = {
  twins: line('/twins Leeds'),
  'twins of both ends': line('/twins Leeds Dortmund'),
  'twins not held': line('/twins Norwich'),
  'twins Ely': line('/twins Ely'),
  review: line('/twins Leeds review'),
  ask: line('/ask cities learn'),
  'ask what nobody answers': line('/ask WORD buses'),
  cite: line('/cite council'),
  coverage: line('/hansa coverage'),
  help: line('/help'),
  gaps: line('/ask gaps'),
  'digest on': line('/digest on'),
  'digest at a time': line('/digest on friday 10:41'),
  'digest about': line('/digest about Leeds'),
  'digest about a word': line('/digest about WORD'),
  'digest now': line('/digest now'),
  'digest state': line('/digest'),
  'settings home': line('/hansa settings home Leeds'),
  'settings map': line('/hansa settings map off'),
  'settings map on': line('/hansa settings map on'),
  'settings holidays': line('/hansa settings holidays Scotland'),
  'settings editors': line('/hansa settings editors <@U2>'),
  share: under('/twins Leeds', 'Share'),
  helpful: under('/twins Leeds', 'Helpful'),
  'not helpful': under('/ask cities learn', 'Not helpful'),
  map: under('/twins Leeds', 'Map'),
  save: under('/twins Leeds', 'Markdown'),
  reference: under('/ask cities learn', 'Reference'),
  report: under(
    '/ask cities learn',
    'Report a mistake',
    fill((word) => ({ record: 'claim-0', says: word })),
  ),
  propose: under('/twins Norwich', 'Tell us', fill(proposal)),
  'propose from home': inHome('Propose a link', fill(proposal)),
  'reject a proposal': async (side, person, word) => {
    await pressIn(side, person, lastOf(side, side.curators, /^Proposal/), 'Reject')
    await fill(() => ({ why: word }))(side, person, word)
  },
  'approve a proposal': (side, person) =>
    pressIn(side, person, lastOf(side, side.curators, /^Proposal/), 'Approve'),
  home: ({ workspace }, person) => workspace.openHome(person),
  'ask in home': inHome('Coverage'),
  'day and time in home': inHome(
    'Day and time',
    fill(() => ({ day: 'Friday', time: '10:41' })),
  ),
  'settings in the window': async (side, person, word) => {
    await line('/hansa settings')(side, person, word)
    await fill(() => ({ home: 'Dortmund', map: 'off', holidays: 'england-and-wales' }))(side, person, word)
  },
  'turn off in home': inHome('Turn off'),
  'digest on again': line('/digest on monday 09:00'),
  'digest off': line('/digest off'),
  'digest on at last': line('/digest on tuesday 11:00'),
  ...Object.fromEntries(
    WAYS.map(({ name, type }): [string, Verb] => [
      `typed: ${name}`,
      (side, person, word) => type(word, person, handsIn(side)),
    ]),
  ),
}

/** A digest pretend has the same hands. */
function handsIn(side: Side): DigestPretend {
  const { workspace, policy, refuse, deliver, team } = side
  const hands: Pick<DigestPretend, 'workspace' | 'policy' | 'refuse' | 'submit' | 'keep'> = {
    workspace,
    policy,
    refuse,
    submit: (user, values, window = 'report:0', private_metadata = '') =>
      deliver({
        type: 'view_submission',
        user: { id: user, team_id: team },
        view: {
          id: 'V1',
          type: 'modal',
          callback_id: window,
          private_metadata,
          state: { values },
          blocks: [],
        },
      }),
    async keep(user, text, callback_id = 'keep_for_hansa') {
      await deliver({ ...shortcutBody(text, policy), callback_id, user: { id: user, team_id: team } })
    },
  }
  return hands as DigestPretend
}

/** Presses the first thing whose label begins so. */
async function pressIn(
  { workspace }: Side,
  person: string,
  where: Post | View,
  label: string,
): Promise<void> {
  const labels = where.blocks
    .flatMap(elements)
    .flatMap((one) => [...JSON.stringify(one).matchAll(/"text":"([^"]+)"/g)].map(([, text = '']) => text))
  const whole = labels.find((one) => one.startsWith(label))
  if (!whole) throw new Error(`there is no “${label}” to press among ${labels.join(', ')}`)
  await workspace.press(person, where, whole)
}

function lastFor({ workspace, policy }: Side, person: string): Post {
  const post = workspace.seenBy(person, policy).at(-1)
  if (!post) throw new Error('nothing is seen there')
  return post
}

function lastOf({ workspace: { state } }: Side, channel: string, begins: RegExp): Post {
  const post = state.posts.findLast((one) => one.channel === channel && begins.test(one.text))
  if (!post) throw new Error('nothing is seen there')
  return post
}
