import UFuzzy from '@leeoniya/ufuzzy'
import { ASKED_FOR, type Engine } from '../engine.ts'

export const ufuzzy: Engine = {
  name: 'uFuzzy, one error',
  most: 1_000_000,
  build(records) {
    const latin = (text: string) => UFuzzy.latinize([text])[0] ?? text
    const haystack = records.map(({ title, aliases = [], text = '' }) =>
      latin([title, ...aliases, text].join(' | ')),
    )
    const index = new UFuzzy({ intraMode: 1 })
    return (query) => {
      const [found, info, order] = index.search(haystack, latin(query), 1)
      const rows = order && info ? order.map((place) => info.idx[place] as number) : (found ?? [])
      return rows.slice(0, ASKED_FOR).map((row) => records[row]?.id ?? '')
    }
  },
}
