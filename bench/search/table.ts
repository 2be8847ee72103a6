/** A Markdown table. Numbers stand to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const rule = line(head.map((_, column) => (column === 0 ? '---' : '---:')))
  return [line(head), rule, ...rows.map(line)].join('\n')
}

export function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`
}

/** Three digits that count: 0.0123, 1.23, 123. */
export function ms(time: number): string {
  return time >= 100 ? time.toFixed(0) : time.toPrecision(3)
}
