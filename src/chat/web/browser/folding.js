/** So many links of those that stand alike stay, and fewer than so many are not worth folding. */
const [KEPT, WORTH] = [1, 2]

/** @type {WeakMap<Element, readonly HTMLTableRowElement[]>} */
const rowsOf = new WeakMap()

/**
 * A table that would not stand on one screen with what can be done: of the links that stand alike, and of which sources say one
 * thing, the last ones fold into a row that names them. Whatever differs, and the first links of each kind, stay.
 * @param {Element} post
 */
export function foldLong(post) {
  const table = post.querySelector('table.links:not(.places)')
  const body = table instanceof HTMLTableElement ? table.tBodies[0] : undefined
  const room = document.querySelector('.scroll')
  if (!body || !room || body.querySelector('.folded')) return
  // A low page scrolls as a whole; and a map that comes later folds no table above it.
  const map = post.querySelector('figure')?.offsetHeight ?? 0
  const fits = () => post.scrollHeight - map <= Math.min(room.clientHeight, innerHeight)
  for (const alike of groupsOf([...body.rows])) {
    if (fits() || alike.length < KEPT + WORTH) return
    const folded = folding(alike.slice(-WORTH))
    for (let many = WORTH; !fits() && many <= alike.length - KEPT; many++) fold(folded, alike.slice(-many))
  }
}

/**
 * Links with the same words for their state; those of which there are most come first.
 * @param {readonly HTMLTableRowElement[]} rows
 */
function groupsOf(rows) {
  const plain = rows.filter((row) => !row.querySelector('.differs'))
  return [...Map.groupBy(plain, statusOf).values()].sort((one, other) => other.length - one.length)
}

/** @param {Element} row */
function statusOf(row) {
  return row.querySelector('.status')?.textContent ?? ''
}

/**
 * The row that stands for others; its button shows them.
 * @param {readonly HTMLTableRowElement[]} rows
 */
function folding(rows) {
  const button = document.createElement('button')
  button.type = 'button'
  const cell = document.createElement('td')
  cell.colSpan = rows[0]?.cells.length ?? 1
  cell.setAttribute('role', 'cell')
  cell.append(button, document.createElement('span'))
  const folded = document.createElement('tr')
  folded.className = 'folded'
  folded.setAttribute('role', 'row')
  folded.append(cell)
  rows.at(-1)?.after(folded)
  return folded
}

/**
 * @param {Element} folded
 * @param {readonly HTMLTableRowElement[]} rows
 */
function fold(folded, rows) {
  const [first] = rows
  const [button, names] = folded.firstElementChild?.children ?? []
  if (!first || !button || !names) return
  for (const row of rows) row.hidden = true
  rowsOf.set(folded, rows)
  button.textContent = `${rows.length} more ${statusOf(first)}`
  names.textContent = `: ${rows.map(endsOf).join(', ')}`
}

/**
 * The partner; with its place, where the rows are of several.
 * @param {Element} row
 */
function endsOf(row) {
  return [...row.querySelectorAll('.place, .partner')].map(({ textContent }) => textContent).join(' – ')
}

/**
 * Shows what is folded, leads to the first of it, and says how many there are.
 * @param {Element} folded
 */
export function unfolded(folded) {
  const rows = rowsOf.get(folded) ?? []
  const post = folded.closest('li')
  // Drawn anew, it stays as it is read.
  if (post) post.dataset.whole = ''
  for (const row of rows) row.hidden = false
  folded.remove()
  rows[0]?.querySelector('a')?.focus({ preventScroll: true })
  return rows.length
}
