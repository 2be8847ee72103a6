import { createElement as h, type ReactNode } from 'react'
import type { Picture, PictureOf } from '../slack/picture.ts'

/** A picture that can be drawn anew for the page, in its colours and width. */
export type DrawnPicture = Picture & {
  width: number
  height: number
  svg(look: Look): Promise<string>
}
export type Look = { width: number; theme: 'light' | 'dark' }

export type Pictures = {
  /** For the app, which uploads what it gets. */
  of: PictureOf
  /** The picture of an uploaded file of that name, as an element of the page. */
  element(name: string): ReactNode
  svg(name: string, look: Look): Promise<string | undefined>
}

const MOST = 200
/** Pixels: as wide as the page shows it, on a phone, and on its own. */
export const WIDTHS = { wide: 640, narrow: 400, alone: 1200 } as const

/** Remembers the pictures that the app uploaded, to show them sharp, in light and dark, and as wide as the page. */
export function pictures(
  drawnOf: (answer: Parameters<PictureOf>[0]) => Promise<DrawnPicture | undefined>,
): Pictures {
  const byName = new Map<string, DrawnPicture>()
  const drawn = new Map<string, Promise<string>>()
  return {
    async of(answer) {
      const picture = await drawnOf(answer)
      if (!picture) return undefined
      keep(byName, picture.name, picture)
      return picture
    },
    element(name) {
      const picture = byName.get(name)
      return picture ? figure(picture) : h('p', {}, 'This picture is no longer kept.')
    },
    async svg(name, look) {
      const key = `${name} ${look.width} ${look.theme}`
      const svg = drawn.get(key) ?? byName.get(name)?.svg(look)
      if (svg) keep(drawn, key, svg)
      return svg
    },
  }
}

/** Lets the oldest go. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > MOST && oldest !== undefined) map.delete(oldest)
}

function figure({ name, alt, title, width, height }: DrawnPicture): ReactNode {
  const at = (wide: number, theme: string) =>
    `/pictures/${encodeURIComponent(name)}?width=${wide}&theme=${theme}`
  const dark = '(prefers-color-scheme: dark)'
  const narrow = '(max-width: 640px)'
  return h(
    'figure',
    {},
    h(
      'picture',
      {},
      h('source', { media: `${dark} and ${narrow}`, srcSet: at(WIDTHS.narrow, 'dark') }),
      h('source', { media: dark, srcSet: at(WIDTHS.wide, 'dark') }),
      h('source', { media: narrow, srcSet: at(WIDTHS.narrow, 'light') }),
      h('img', { src: at(WIDTHS.wide, 'light'), alt, width, height, loading: 'lazy' }),
    ),
    h(
      'figcaption',
      {},
      h('a', { href: at(WIDTHS.alone, 'light'), target: '_blank' }, `Open on its own: ${title}`),
    ),
  )
}
