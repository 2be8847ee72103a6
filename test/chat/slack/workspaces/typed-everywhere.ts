import assert from 'node:assert/strict'
import type { Post } from '../../../../src/chat/web/workspace/workspace-state.ts'
import type { DigestPretend } from '../pretend/digest-pretend.ts'

/** Somewhere that a person types, and what they type there with a word in it. Ends when Hansa is done. */
export type Way = {
  name: string
  private: boolean
  type(word: string, person: string, here: DigestPretend): Promise<unknown>
}

/** Words that nobody has ever used, each its own: letters alone, so that they look like any other word. */
export function markers(count: number): readonly string[] {
  const syllables = ['vro', 'quil', 'zam', 'bix', 'fen', 'drag', 'oolu', 'yith', 'plom', 'skra']
  return Array.from({ length: count }, (_, at) => {
    const [tens, ones] = [Math.floor(at / 10) % 10, at % 10]
    return `xu${syllables[tens]}${syllables[ones]}ndorf${String.fromCharCode(97 + Math.floor(at / 100))}qz`
  })
}

/** Each way there is to type something, but those in which it is given to be kept: a digest's topics, a report, a proposal. */
export const WAYS: readonly Way[] = [
  command('/ask', (word) => `/ask ${word} buses`),
  command('/ask with a place', (word) => `/ask what does ${word} do in Norwich`),
  command('/ask that finds something', (word) => `/ask cities learn from cities ${word}`),
  command('/twins', (word) => `/twins ${word}`),
  command('/twins beside a place', (word) => `/twins Leeds ${word}`),
  command('/twins with much besides', (word) => `/twins ${word} of Norwich is to be made redundant`),
  command('/hansa', (word) => `/hansa ${word} is a secret`),
  command('/cite', (word) => `/cite ${word}`),
  command('/help', (word) => `/help ${word}`),
  command('a command that does not exist', (word) => `/${word} ${word}`),
  command('/digest and what it does not know', (word) => `/digest ${word}`),
  command('/digest on', (word) => `/digest on ${word}`),
  command('/digest show', (word) => `/digest show ${word}`),
  command('/digest post', (word) => `/digest post ${word} ${word}`),
  command('/ask gaps and more', (word) => `/ask gaps ${word}`),
  command('an address', (word) => `/ask ${word}@example.org 0113 496 0000`),
  command('a setting that there is not', (word) => `/hansa settings ${word}`),
  command('a home', (word) => `/hansa settings home Leeds ${word}`),
  command('bank holidays', (word) => `/digest settings holidays ${word}`),
  said('words between people of a channel', (word) => `has anybody read of ${word} in Norwich?`),
  said('a mention', (word) => `@hansa ${word}`),
  said('a mention with a command', (word) => `@hansa ask ${word} trams`),
  said('a mention of a digest', (word) => `@hansa digest ${word}`),
  told('a direct message', (word) => word),
  told('a direct message of many words', (word) => `will ${word} be made redundant in Norwich?`),
  told('a direct message with a command', (word) => `twins ${word}`),
  told('a direct message with a slash', (word) => `/ask ${word}`),
  told('a direct message that finds something', (word) => `cities learn from cities ${word}`),
  {
    name: 'a command in a direct message',
    private: true,
    type: (word, person, { workspace }) =>
      workspace.command(person, workspace.directMessage(person).id, `/ask ${word}`),
  },
  {
    name: 'a thread',
    private: false,
    async type(word, person, { workspace, policy }) {
      const post = await workspace.say(person, policy, 'A thread begins')
      await workspace.say(person, policy, `@hansa ask ${word} in a thread`, post.ts)
    },
  },
  {
    name: 'the field in App Home',
    private: true,
    async type(word, person, { workspace }) {
      const home = await workspace.openHome(person)
      assert.ok(home)
      await workspace.press(person, home, { block: 'ask', action: 'ask:0', typed: word })
      workspace.closeWindow(person)
    },
  },
  {
    name: 'the window of settings',
    private: false,
    async type(word, person, { workspace, policy }) {
      await workspace.command(person, policy, '/hansa settings')
      const filled = { home: { home: `${word} Leeds` }, map: { map: 'on' }, holidays: { holidays: 'none' } }
      await workspace.submit(windowOf(person, workspace), filled)
    },
  },
  {
    name: 'a proposal that cannot be read',
    private: false,
    async type(word, person, { workspace, policy }) {
      await workspace.command(person, policy, '/twins Norwich')
      await workspace.press(person, lastOf(workspace.seenBy(person, policy)), 'Tell us about Norwich')
      const filled = { place: { place: 'Leeds' }, partner: { partner: word }, status: { status: 'active' } }
      const wrong = await workspace.submit(windowOf(person, workspace), filled)
      // Where it was read is missing as well.
      assert.deepEqual(Object.keys(wrong), ['partner', 'source'])
      workspace.closeWindow(person)
    },
  },
  {
    name: 'a message on which a shortcut is chosen',
    private: true,
    async type(word, person, { workspace, keep }) {
      await keep(person, `Leeds and Lille are ${word}, says <https://example.org/${word}|a page>`)
      workspace.closeWindow(person)
    },
  },
  {
    name: 'a shortcut that there is not',
    private: true,
    type: (word, person, { keep }) => keep(person, word, word),
  },
  // Windows with what cannot be kept: there is no such proposal, no such record, and no such window.
  sent('reject', (word) => ({ why: { why: { value: word } } })),
  sent('change', (word) => ({ place: { place: { value: word } }, note: { note: { value: word } } })),
  sent('look', (word) => ({ named: { named: { value: word } } })),
  sent('report:0', (word) => ({ record: { record: { selected_option: { value: word } } } })),
  sent('schedule', (word) => ({ time: { time: { value: word } }, about: { about: { value: word } } })),
  sent('none', (word) => ({ [word]: { [word]: { value: word } } })),
  pressing('Markdown (.md)'),
  pressing('Helpful'),
  pressing('Not helpful'),
  pressing('Share'),
  pressing('more findings?'),
  pressing('Report a mistake'),
  {
    name: 'a button under a direct message',
    private: true,
    async type(word, person, { workspace }) {
      const { id } = workspace.directMessage(person)
      await workspace.say(person, id, `cities learn from cities ${word}`)
      await workspace.press(person, lastOf(workspace.seenBy(person, id)), 'Helpful')
    },
  },
  {
    name: 'a command that Slack does not take the answer of',
    private: false,
    async type(word, person, { workspace, policy, refuse }) {
      refuse.set('chat.postEphemeral', 'fatal_error').set('chat.postMessage', 'fatal_error')
      await workspace.say(person, policy, `@hansa ask ${word} while Slack is out of order`)
      await workspace.say(person, workspace.directMessage(person).id, `ask ${word}`)
      refuse.clear()
    },
  },
]

function sent(window: string, filled: (word: string) => Record<string, Record<string, object>>): Way {
  return {
    name: `the window ${window}`,
    private: true,
    type: (word, person, { submit }) => submit(person, filled(word), window),
  }
}

function command(name: string, line: (word: string) => string): Way {
  return {
    name,
    private: false,
    type: (word, person, { workspace, policy }) => workspace.command(person, policy, line(word)),
  }
}

function said(name: string, text: (word: string) => string): Way {
  return {
    name,
    private: false,
    type: (word, person, { workspace, policy }) => workspace.say(person, policy, text(word)),
  }
}

function told(name: string, text: (word: string) => string): Way {
  return {
    name,
    private: true,
    type: (word, person, { workspace }) =>
      workspace.say(person, workspace.directMessage(person).id, text(word)),
  }
}

/** A button under an answer that holds the word. */
function pressing(label: string): Way {
  return {
    name: `the button ${label}`,
    private: false,
    async type(word, person, { workspace, policy }) {
      await workspace.command(person, policy, `/ask cities learn from cities ${word}`)
      const post = lastOf(workspace.seenBy(person, policy))
      const [, whole = label] = new RegExp(`"text":"([^"]*${label})"`).exec(JSON.stringify(post.blocks)) ?? []
      await workspace.press(person, post, whole)
    },
  }
}

function windowOf(person: string, { windowOf }: DigestPretend['workspace']) {
  const window = windowOf(person)
  if (!window) throw new Error('no window is open')
  return window
}

function lastOf(posts: readonly Post[]): Post {
  const post = posts.at(-1)
  if (!post) throw new Error('nothing is seen there')
  return post
}
