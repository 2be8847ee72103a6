import { createElement as h, type ReactNode } from 'react'
import type { LeftOut, Picture, PictureOf } from '../../core/own-addresses.ts'

/** A picture that is drawn for the page, in its colours and as wide. */
export type DrawnPicture = Omit<Picture, 'bytes'> & { svg(look: Look): Promise<Svg | LeftOut> }
export type Look = { width: number; theme: 'light' | 'dark' }
/** `width` and `height` are its own, in pixels. */
export type Svg = { bytes: Uint8Array; width: number; height: number }

export type Pictures = {
  /** For the app, which uploads what it gets. */
  of: PictureOf
  /** The picture of an uploaded file of that name, as an element of the page. */
  element(name: string): ReactNode
  svg(name: string, look: Look): Promise<Svg | LeftOut | undefined>
}

const MOST = 200
/** Pixels: as wide as the page shows it, on a phone, and on its own. */
export const WIDTHS = { wide: 640, narrow: 400, alone: 1200 } as const

/** Remembers what the pictures that the app uploaded show, to draw them sharp, in light and dark, and as wide as the page. */
export function pictures(
  drawnOf: (answer: Parameters<PictureOf>[0]) => Promise<DrawnPicture | undefined>,
): Pictures {
  const byName = new Map<string, Kept>()
  return {
    async of(answer) {
      const picture = await drawnOf(answer)
      if (!picture) return undefined
      const bytes = async () => {
        const wide = await picture.svg({ width: WIDTHS.wide, theme: 'light' })
        if ('leftOut' in wide) return wide
        const narrow = await picture.svg({ width: WIDTHS.narrow, theme: 'light' })
        if ('leftOut' in narrow) return narrow
        keep(byName, picture.name, { picture, wide: sizeOf(wide), narrow: sizeOf(narrow) })
        return wide.bytes
      }
      const { name, title, alt } = picture
      return { name, title, alt, bytes }
    },
    element(name) {
      const kept = byName.get(name)
      return kept ? figure(kept) : h('p', {}, 'This picture is no longer kept.')
    },
    async svg(name, look) {
      return byName.get(name)?.picture.svg(look)
    },
  }
}

/** Its sizes, so that the page has room for it before it is loaded. */
type Kept = { picture: DrawnPicture; wide: Size; narrow: Size }
type Size = { width: number; height: number }

function sizeOf({ width, height }: Svg): Size {
  return { width, height }
}

/** Lets the oldest go. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key)
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > MOST && oldest !== undefined) map.delete(oldest)
}

function figure({ picture: { name, alt, title }, wide, narrow: small }: Kept): ReactNode {
  const at = (width: number, theme: string) =>
    `/pictures/${encodeURIComponent(name)}?width=${width}&theme=${theme}`
  const dark = '(prefers-color-scheme: dark)'
  const narrow = '(max-width: 640px)'
  const alone = (theme: 'light' | 'dark') =>
    h(
      'a',
      { href: at(WIDTHS.alone, theme), target: '_blank', className: `in-${theme}` },
      `Open on its own: ${title}`,
    )
  return h(
    'figure',
    {},
    h(
      'picture',
      {},
      h('source', { media: `${dark} and ${narrow}`, srcSet: at(WIDTHS.narrow, 'dark'), ...small }),
      h('source', { media: dark, srcSet: at(WIDTHS.wide, 'dark') }),
      h('source', { media: narrow, srcSet: at(WIDTHS.narrow, 'light'), ...small }),
      h('img', { src: at(WIDTHS.wide, 'light'), alt, ...wide }),
    ),
    h('figcaption', {}, alone('light'), alone('dark')),
  )
}
