/**
 * Combined authorities with the councils that are their members. The 15 authorities: ONS, names and codes of May 2025; their
 * 106 members: a table of strategic authorities by their statutory instruments, of 2026. Authorities set up in 2026
 * (Cheshire and Warrington, Cumbria, Sussex and Brighton, Hampshire and the Solent) are left out: no list that we found
 * gives their codes.
 */
const AUTHORITIES: readonly (readonly [authority: string, name: string, codes: string])[] = [
  ['E47000001', 'Greater Manchester', 'E08000001-010'],
  ['E47000002', 'South Yorkshire', 'E08000016-019'],
  ['E47000003', 'West Yorkshire', 'E08000032-036'],
  ['E47000004', 'Liverpool City Region', 'E06000006 E08000011-015'],
  ['E47000006', 'Tees Valley', 'E06000001-005'],
  ['E47000007', 'West Midlands Combined Authority', 'E08000025-031'],
  ['E47000008', 'Cambridgeshire and Peterborough', 'E06000031 E07000008-012'],
  ['E47000009', 'West of England', 'E06000022-023 E06000025'],
  ['E47000012', 'York and North Yorkshire', 'E06000014 E06000065'],
  ['E47000013', 'East Midlands Combined County Authority', 'E06000015 E06000018 E07000032-039 E07000170-176'],
  ['E47000014', 'North East Combined Authority', 'E06000047 E06000057 E08000021-024 E08000037'],
  ['E47000015', 'Devon and Torbay', 'E06000027 E07000040-047'],
  ['E47000016', 'Hull and East Yorkshire', 'E06000010-011'],
  ['E47000017', 'Greater Lincolnshire', 'E06000012-013 E07000136-142'],
  ['E47000018', 'Lancashire', 'E06000008-009 E07000117-128'],
]

const REGIONS =
  'North East|North West|Yorkshire and The Humber|East Midlands|West Midlands|East of England|London|South East|South West'

/** Nations, regions and combined authorities. */
export const UK_AREAS = [
  { id: 'E92000001', kind: 'nation' as const, name: 'England' },
  { id: 'W92000004', kind: 'nation' as const, name: 'Wales' },
  { id: 'S92000003', kind: 'nation' as const, name: 'Scotland' },
  { id: 'N92000002', kind: 'nation' as const, name: 'Northern Ireland' },
  ...REGIONS.split('|').map((name, index) => ({ id: `E1200000${index + 1}`, kind: 'region' as const, name })),
  ...AUTHORITIES.map(([id, name]) => ({ id, kind: 'combined authority' as const, name })),
]

/** The combined authority of a council, by the code of the council. */
export const authorityOf = new Map(
  AUTHORITIES.flatMap(([id, , codes]) =>
    codes
      .split(' ')
      .flatMap(expanded)
      .map((code) => [code, id]),
  ),
)

/** `E08000001-003` → the codes from 1 to 3. */
export function expanded(range: string): readonly string[] {
  const [first = '', last] = range.split('-')
  const from = Number(first.slice(-3))
  return Array.from(
    { length: Number(last ?? first.slice(-3)) - from + 1 },
    (_, index) => first.slice(0, -3) + String(from + index).padStart(3, '0'),
  )
}
