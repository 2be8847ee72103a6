import type { Drawing, MapLink, Spot } from '../../src/map/drawing.ts'
import type { Atlas, Outlines } from '../../src/map/paint/outlines.ts'

export function spot(name: string, country: string, code: string, lat: number, lon: number): Spot {
  return { name, country, code, lat, lon }
}

const leeds = spot('Leeds', 'United Kingdom', 'GB', 53.79648, -1.54785)

type How = 'active' | 'listed' | 'unclear' | 'ended'

function link(from: Spot, to: Spot, how: How): MapLink {
  if (how === 'active' || how === 'listed') return { from, to, standing: how }
  return { from, to, standing: how === 'ended' ? 'ended' : 'doubt', word: how }
}

function from(start: Spot, ...ends: readonly [Spot, How?][]): MapLink[] {
  return ends.map(([to, how = 'active']) => link(start, to, how))
}

export const oneLink: Drawing = {
  title: 'Leeds and Dortmund',
  links: from(leeds, [spot('Dortmund', 'Germany', 'DE', 51.51494, 7.466)]),
}

/** Close ones (Lille, Siegen, Dortmund) and ones on the other side of the earth. */
export const leedsAndPartners: Drawing = {
  title: 'Leeds and its partner cities',
  links: from(
    leeds,
    [spot('Dortmund', 'Germany', 'DE', 51.51494, 7.466)],
    [spot('Siegen', 'Germany', 'DE', 50.87481, 8.02431)],
    [spot('Lille', 'France', 'FR', 50.63297, 3.05858), 'listed'],
    [spot('Brno', 'Czechia', 'CZ', 49.19522, 16.60796)],
    [spot('Brașov', 'Romania', 'RO', 45.64861, 25.60613), 'unclear'],
    [spot('Colombo', 'Sri Lanka', 'LK', 6.93548, 79.84868), 'unclear'],
    [spot('Durban', 'South Africa', 'ZA', -29.8579, 31.0292)],
    [spot('Hangzhou', 'China', 'CN', 30.29365, 120.16142)],
    [spot('Louisville', 'United States', 'US', 38.25424, -85.75941)],
    [spot('Ulan Bator', 'Mongolia', 'MN', 47.90771, 106.88324), 'ended'],
    [spot('Wellington', 'New Zealand', 'NZ', -41.28664, 174.77557), 'ended'],
  ),
}

/** Both ends near the line where the day changes. */
export const acrossTheDateLine: Drawing = {
  title: 'Suva and its partner cities',
  links: from(
    spot('Suva', 'Fiji', 'FJ', -18.1416, 178.4415),
    [spot('Apia', 'Samoa', 'WS', -13.8333, -171.7667)],
    [spot('Honolulu', 'United States', 'US', 21.3069, -157.8583)],
    [spot('Auckland', 'New Zealand', 'NZ', -36.8485, 174.7633), 'ended'],
  ),
}

const CITIES =
  'Aachen DE 50.78 6.08,Aarhus DK 56.16 10.21,Accra GH 5.56 -0.2,Antwerpen BE 51.22 4.4,Bergen NO 60.39 5.32,' +
  'Bilbao ES 43.26 -2.93,Birmingham_(Alabama) US 33.52 -86.8,Bologna IT 44.49 11.34,Bonn DE 50.73 7.1,Bordeaux FR 44.84 -0.58,' +
  'Boston US 42.36 -71.06,Brisbane AU -27.47 153.03,Chemnitz DE 50.83 12.92,Chengdu CN 30.67 104.07,Chicago US 41.85 -87.65,' +
  'Donetsk UA 48.02 37.8,Dresden DE 51.05 13.74,Düsseldorf DE 51.22 6.78,Essen DE 51.46 7.01,Essen_(Oldenburg) DE 52.72 7.94,' +
  'Frankfurt_am_Main DE 50.12 8.68,Gdańsk PL 54.35 18.65,Genova IT 44.4 8.94,Göttingen DE 51.53 9.93,Grenoble FR 45.17 5.72,' +
  'Guangzhou CN 23.12 113.25,Haarlem NL 52.38 4.64,Hannover DE 52.37 9.73,Jena DE 50.93 11.59,Johannesburg ZA -26.2 28.04,' +
  'Karlsruhe DE 49 8.4,Köln DE 50.93 6.95,Kraków PL 50.06 19.94,Krefeld DE 51.33 6.56,Leipzig DE 51.34 12.37,' +
  'Leverkusen DE 51.03 6.98,Liège BE 50.63 5.57,Lyon FR 45.75 4.85,Mainz DE 50 8.27,Milano IT 45.46 9.19,' +
  'Mönchengladbach DE 51.19 6.44,Mumbai IN 19.07 72.88,Münster DE 51.96 7.63,Nantes FR 47.22 -1.55,Nashville US 36.17 -86.78,' +
  'Odesa UA 46.49 30.74,Oulu FI 65.01 25.47,Porto PT 41.15 -8.61,Poznań PL 52.41 16.93,Rotterdam NL 51.92 4.48,' +
  'Sendai JP 38.27 140.87,Shenyang CN 41.79 123.43,Solingen DE 51.17 7.08,Strasbourg FR 48.58 7.75,Tallinn EE 59.44 24.75,' +
  'Turku FI 60.45 22.27,Wuhan CN 30.58 114.27,Wuppertal DE 51.26 7.15,Würzburg DE 49.79 9.95,Zürich CH 47.37 8.55'

const COUNTRIES: Readonly<Record<string, string>> = {
  AU: 'Australia',
  BE: 'Belgium',
  CH: 'Switzerland',
  CN: 'China',
  DE: 'Germany',
  DK: 'Denmark',
  EE: 'Estonia',
  ES: 'Spain',
  FI: 'Finland',
  FR: 'France',
  GH: 'Ghana',
  IN: 'India',
  IT: 'Italy',
  JP: 'Japan',
  NL: 'Netherlands',
  NO: 'Norway',
  PL: 'Poland',
  PT: 'Portugal',
  UA: 'Ukraine',
  US: 'United States',
  ZA: 'South Africa',
}

/** A made-up place with sixty partners, most of them close together; every sixth ended, every tenth unclear. */
export const sixtyLinks: Drawing = {
  title: 'Muchtwinned and its sixty partner cities',
  links: CITIES.split(',').map((city, at) => {
    const [name = '', code = '', lat, lon] = city.split(' ')
    const to = spot(name.replaceAll('_', ' '), COUNTRIES[code] ?? code, code, Number(lat), Number(lon))
    const how = at % 10 === 9 ? 'unclear' : at % 6 === 5 ? 'ended' : 'active'
    return link(spot('Muchtwinned', 'United Kingdom', 'GB', 52.6, -1.1), to, how)
  }),
}

/** Several starts: `twins Germany`. */
export const severalStarts: Drawing = {
  title: 'Partner cities in Germany',
  links: [
    ...from(
      leeds,
      [spot('Dortmund', 'Germany', 'DE', 51.51, 7.47)],
      [spot('Siegen', 'Germany', 'DE', 50.87, 8.02)],
    ),
    ...from(spot('Sheffield', 'United Kingdom', 'GB', 53.38, -1.47), [
      spot('Bochum', 'Germany', 'DE', 51.48, 7.22),
    ]),
    ...from(spot('Barnsley', 'United Kingdom', 'GB', 53.55, -1.48), [
      spot('Schwäbisch Gmünd', 'Germany', 'DE', 48.8, 9.8),
      'ended',
    ]),
    ...from(spot('Wakefield', 'United Kingdom', 'GB', 53.68, -1.5), [
      spot('Herne', 'Germany', 'DE', 51.54, 7.22),
    ]),
    ...from(spot('Bradford', 'United Kingdom', 'GB', 53.79, -1.75), [
      spot('Hamm', 'Germany', 'DE', 51.68, 7.82),
    ]),
  ],
}

const nothing: Outlines = {
  land: { type: 'MultiPolygon', coordinates: [] },
  borders: { type: 'MultiLineString', coordinates: [] },
  country: () => undefined,
}
/** An earth without land: quick to draw. */
export const water: Atlas = { coarse: () => nothing, fine: () => nothing }
