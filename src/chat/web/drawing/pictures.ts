import { createElement as h, type ReactNode } from 'react'
import type { Picture, PictureOf } from '../../slack/listeners/picture.ts'

/** A picture that can be drawn anew for the page, in its colours and width; `width` and `height` are its own. */
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
  const byName = new Map<string, Kept>()
  const drawn = new Map<string, Promise<string>>()
  const svgOf = ({ name, svg }: DrawnPicture, look: Look) => {
    const key = `${name} ${look.width} ${look.theme}`
    const made = drawn.get(key) ?? svg(look)
    keep(drawn, key, made)
    return made
  }
  return {
    async of(answer) {
      const picture = await drawnOf(answer)
      if (!picture) return undefined
      const narrow = heightOf(await svgOf(picture, { width: WIDTHS.narrow, theme: 'light' }))
      keep(byName, picture.name, { picture, narrow })
      return picture
    },
    element(name) {
      const kept = byName.get(name)
      return kept ? figure(kept) : h('p', {}, 'This picture is no longer kept.')
    },
    async svg(name, look) {
      const kept = byName.get(name)
      return kept && svgOf(kept.picture, look)
    },
  }
}

/** How high it is where the page is narrow, so that the page knows before it is loaded. */
type Kept = { picture: DrawnPicture; narrow: number | undefined }

function heightOf(svg: string): number | undefined {
  const [, height] = /^<svg[^>]* height="(\d+)/.exec(svg) ?? []
  return height === undefined ? undefined : Number(height)
}

/** Lets the oldest go. */
function keep<T>(map: Map<string, T>, key: string, value: T): void {
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > MOST && oldest !== undefined) map.delete(oldest)
}

function figure({ picture: { name, alt, title, width, height }, narrow: low }: Kept): ReactNode {
  const at = (wide: number, theme: string) =>
    `/pictures/${encodeURIComponent(name)}?width=${wide}&theme=${theme}`
  const dark = '(prefers-color-scheme: dark)'
  const narrow = '(max-width: 640px)'
  const small = { width: WIDTHS.narrow, height: low }
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
      h('img', { src: at(WIDTHS.wide, 'light'), alt, width, height }),
    ),
    h('figcaption', {}, alone('light'), alone('dark')),
  )
}
