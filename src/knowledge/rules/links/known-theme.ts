import { nearest, shown } from '../../file/nearest.ts'
import { entriesOf } from '../../kinds/kind.ts'
import { themeSchema } from '../../kinds/words.ts'
import { mentionsOf, type Rule } from '../rule.ts'

export const knownTheme: Rule = {
  name: 'known-theme',
  why: 'A theme that is on no list is one that nobody can ask for.',
  severity: 'warning',
  *check(folder) {
    if (folder.unread.has('words')) return
    const known = new Set(entriesOf(folder.entries, themeSchema).flatMap(({ value }) => value.theme ?? []))
    for (const mention of mentionsOf(folder, 'theme')) {
      const { text } = mention
      if (known.has(text)) continue
      const near = nearest(text, known)
      yield {
        spot: mention.spot,
        says: `themes: "${shown(text)}" is no theme of words/${near ? `; did you mean "${near}"?` : ''}`,
        tip: 'Write one that is there, or add it to words/themes.yml with why.',
      }
    }
  },
}
