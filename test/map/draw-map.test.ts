import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Resvg } from '@resvg/resvg-js'
import fc from 'fast-check'
import { STANDINGS } from '../../src/answer/table.ts'
import { drawMap } from '../../src/map/draw-map.ts'
import { type MapLink, palettes } from '../../src/map/drawing.ts'
import { openAtlas } from '../../src/map/paint/outlines.ts'
import { toPng } from '../../src/map/paint/png.ts'
import { anyCharacter } from '../any-character.ts'
import {
  acrossTheDateLine,
  leedsAndPartners,
  oneLink,
  severalStarts,
  sixtyLinks,
  spot,
  water,
} from './samples.ts'

test('the picture of one link names both places, says how many links there are and whose data it is', () => {
  const { svg, width, height } = drawMap(oneLink, water)
  assert.deepEqual(texts(svg), [
    'Leeds and Dortmund',
    'From Leeds (United Kingdom) to Dortmund (Germany).',
    'Links: 1 reported active.',
    'Leeds',
    'Dortmund',
    'Where links start',
    'Solid line: reported active',
    'Natural Earth · GeoNames CC BY 4.0',
  ])
  assert.deepEqual([width, height], [800, 516])
})

test('the alt text says the same in words', () => {
  assert.equal(
    drawMap(leedsAndPartners, water).alt,
    'Map. Leeds and its partner cities. From Leeds (United Kingdom) to 11 places in 10 countries. ' +
      'Links: 6 reported active; 1 named in a list; 2 in doubt; 2 ended. ' +
      'Reported active, from Leeds: Hangzhou (China), Brno (Czechia), Dortmund and Siegen (Germany), ' +
      'Durban (South Africa), Louisville (United States). ' +
      'Named in a list, from Leeds: Lille (France). ' +
      'In doubt, from Leeds: Brașov, unclear (Romania), Colombo, unclear (Sri Lanka). ' +
      'Ended, from Leeds: Ulan Bator, ended (Mongolia), Wellington, ended (New Zealand).',
  )
})

test('each state has a line of its own pattern, and the legend says what each means', () => {
  const { svg } = drawMap(leedsAndPartners, water)
  for (const pattern of ['9 4 1.5 4', '7 5', '1.5 4'])
    assert.ok(svg.includes(`stroke-dasharray="${pattern}"`))
  const legend = texts(svg).slice(-5)
  assert.deepEqual(legend, [
    'Solid line: reported active',
    'Dash and dot line: named in a list',
    'Dotted line: in doubt',
    'Dashed line: ended',
    'Natural Earth · GeoNames CC BY 4.0',
  ])
})

test('no name of forty is lost: each is on a map, or in the list with its number', () => {
  const links = sixtyLinks.links.slice(0, 40)
  const shown = texts(drawMap({ ...sixtyLinks, links }, water).svg)
  for (const { to, word } of links) {
    const onMap = word ? `${to.name} (${word})` : to.name
    const inList = word ? `${to.name}, ${to.country} (${word})` : `${to.name}, ${to.country}`
    const at = shown.indexOf(inList)
    assert.ok(shown.includes(onMap) || (at > 0 && /^\d+$/.test(shown[at - 1] ?? '')), onMap)
  }
})

test('places on both sides of the date line lie side by side', () => {
  const { svg } = drawMap(acrossTheDateLine, water)
  const dots = [...svg.matchAll(/<circle cx="([\d.]+)"/g)].map(([, x]) => Number(x))
  assert.ok(Math.max(...dots) - Math.min(...dots) < 400, `${dots}`)
})

test('whatever names hold, the picture is well-formed and shows them as text', () => {
  const words = fc.string({ unit: anyCharacter, maxLength: 60 })
  fc.assert(
    fc.property(words, words, words, (title, name, country) => {
      const to = spot(name, country, 'DE', 51.5, 7.5)
      const links = oneLink.links.map((link) => ({ ...link, to }))
      const { svg } = drawMap({ title, links, width: 360 }, water)
      assert.doesNotThrow(() => new Resvg(svg, { font: { loadSystemFonts: false } }))
    }),
    { numRuns: 80 },
  )
})

test('markup in a name is shown, not followed', () => {
  const to = spot('<script>alert("1")</script> & Söhne', 'Germany', 'DE', 51.5, 7.5)
  const { svg } = drawMap({ title: 'A & B', links: oneLink.links.map((link) => ({ ...link, to })) }, water)
  assert.ok(!svg.includes('<script'))
  assert.ok(svg.includes('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; Söhne'))
})

const manyLinks = {
  title: 'Everywhere',
  links: Array.from({ length: 2500 }, (_, at) => ({
    from: spot(`Start ${at % 300}`, 'United Kingdom', 'GB', 51 + (at % 30) / 10, -3 + (at % 300) / 100),
    to: spot(
      `Partner number ${at}`,
      at % 5 === 0 ? 'China' : 'Germany',
      at % 5 === 0 ? 'CN' : 'DE',
      (at % 5 === 0 ? 25 : 48) + (at % 97) / 20,
      (at % 5 === 0 ? 105 : 7) + (at % 89) / 15,
    ),
    standing: STANDINGS[at % 4] ?? 'active',
    ...(at % 4 > 1 && { word: 'ended' }),
  })),
}

test('of more than forty links every place has its mark, those with most links have a name, and the others are counted', () => {
  const { links } = sixtyLinks
  const second = { ...(links[0] as MapLink), to: (links[4] as MapLink).to }
  const from = spot('Twinnedtwice', 'United Kingdom', 'GB', 55, -3)
  const { svg } = drawMap({ ...sixtyLinks, links: [...links, { ...second, from }] }, water)
  const shown = texts(svg)
  const named = links.filter(({ to, word }) => shown.includes(word ? `${to.name} (${word})` : to.name))
  assert.ok(named.length >= 20 && named.length < 60, `${named.length}`)
  for (const name of ['Muchtwinned', 'Bergen']) assert.ok(shown.includes(name), name)
  assert.match(shown.join(' '), new RegExp(`Named: ${named.length + 1}|${named.length + 2} of 62 places`))
  assert.equal([...svg.matchAll(/<(circle|rect)[^>]* (r|x)=/g)].length >= 60, true)
})

test('whatever is asked, the picture has two frames at most and is a megabyte at most, as PNG and as SVG', () => {
  const atlas = openAtlas()
  for (const width of [640, 800]) {
    const picture = drawMap({ ...manyLinks, width }, atlas)
    assert.equal([...picture.svg.matchAll(/<svg/g)].length, 3)
    assert.ok(picture.height < 1.8 * picture.width, `${picture.width} × ${picture.height}`)
    const sizes = [Buffer.byteLength(picture.svg), toPng(picture).length]
    assert.ok(Math.max(...sizes) < 1_000_000, `${sizes}`)
  }
})

test('the alt text of many links is a summary: how many, from where to where, and the countries with most', () => {
  assert.equal(
    drawMap(manyLinks, water).alt,
    'Map. Everywhere. From 300 places (United Kingdom) to 2,500 places in 2 countries. ' +
      'Links: 625 reported active; 625 named in a list; 625 in doubt; 625 ended. ' +
      'They lead to Germany (2,000) and China (500). The answer has every link in words.',
  )
})

test('the same links give the same picture, and the outlines are there', () => {
  const atlas = openAtlas()
  const first = drawMap(severalStarts, atlas)
  assert.deepEqual(drawMap(severalStarts, atlas), first)
  assert.ok(texts(first.svg).includes('GERMANY'))
})

test('text stands out from every ground 4.5 to 1, lines and dots 3 to 1, in both themes', () => {
  for (const palette of Object.values(palettes)) {
    const { paper, sea, land, partner, text, quiet, home, lines } = palette
    for (const ground of [paper, sea, land, partner]) {
      for (const ink of [text, quiet]) assert.ok(contrast(ink, ground) >= 4.5, `${ink} on ${ground}`)
      for (const ink of [home, ...Object.values(lines)])
        assert.ok(contrast(ink, ground) >= 3, `${ink} on ${ground}`)
    }
  }
})

test('as PNG its words are there to be read', () => {
  const picture = drawMap({ ...oneLink, width: 400 }, water)
  const wordless = { ...picture, svg: picture.svg.replace(/<text.*?<\/text>/g, '') }
  assert.notDeepEqual(toPng(picture), toPng(wordless))
})

test('as PNG it has two pixels for each of its own', () => {
  const png = toPng(drawMap({ ...oneLink, width: 400 }, water))
  assert.equal(Buffer.from(png.subarray(1, 4)).toString(), 'PNG')
  assert.equal(Buffer.from(png).readUInt32BE(16), 800)
})

test('as PNG it never has more pixels than the bound: a high one is drawn with fewer for each of its own', () => {
  const picture = drawMap({ ...sixtyLinks, width: 640 }, water)
  assert.ok(picture.width * picture.height * 4 > 1_000_000)
  const [width, height] = sizeOf(toPng(picture, 2, 1_000_000))
  assert.ok(width * height <= 1_000_000 && width * height > 990_000, `${width} × ${height}`)
  assert.ok(Math.abs(height / width - picture.height / picture.width) < 0.01)
})

function sizeOf(png: Uint8Array): [number, number] {
  const bytes = Buffer.from(png)
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

function texts(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, words = '']) => words)
}

/** WCAG 2.2, relative luminance. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
