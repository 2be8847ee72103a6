type Binding = Readonly<Record<string, string | undefined>>

/** What the query service answers when it has these rows. */
export function answerOf(rows: readonly Binding[]): string {
  const bindings = rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([key, value]) => (value ? [[key, { type: 'literal', value }]] : [])),
    ),
  )
  return JSON.stringify({ head: { vars: [] }, results: { bindings } })
}

export const DORTMUND_ROW = {
  statement: 's1',
  code: 'E08000035',
  twinGeonames: '2935517',
  twinLabel: 'Dortmund',
  country: 'DE',
  since: '1969-01-01T00:00:00Z',
  url: 'https://example.org/list',
}
