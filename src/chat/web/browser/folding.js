/** Fewer links than so many are not worth folding. */
const WORTH = 2

/** @type {WeakMap<Element, readonly HTMLTableRowElement[]>} */
const rowsOf = new WeakMap()

/**
 * A table that would not stand on one screen with what can be done: of the links that stand alike, and of which sources say one
 * thing, the last ones fold into a row that names them and says how they stand. Whatever differs stays; the first link of each
 * kind stays, too, unless there is no room for it either.
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
  const groups = groupsOf([...body.rows]).map((alike) => ({ alike, folded: folding(alike) }))
  for (const kept of [1, 0]) {
    for (const { alike, folded } of groups) {
      const already = rowsOf.get(folded)?.length ?? WORTH - 1
      for (let many = already + 1; !fits() && many <= alike.length - kept; many++) fold(folded, alike, many)
    }
  }
}

/**
 * Another size of the window has room for more links or fewer. What is being read, or was opened or sorted, stays as it is.
 */
export function foldAnew() {
  for (const post of document.querySelectorAll('li.answer:not([data-whole])')) {
    const table = post.querySelector('table.links')
    if (!table || table.contains(document.activeElement) || post.querySelector('tr.unfolded, details[open]'))
      continue
    for (const folded of table.querySelectorAll('tr.folded')) shown(folded)
    foldLong(post)
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
  button.className = 'shows'
  const cell = document.createElement('td')
  cell.colSpan = rows[0]?.cells.length ?? 1
  cell.setAttribute('role', 'cell')
  cell.append(button, document.createElement('span'))
  const folded = document.createElement('tr')
  folded.className = 'folded'
  folded.setAttribute('role', 'row')
  folded.append(cell)
  return folded
}

/**
 * @param {Element} folded
 * @param {readonly HTMLTableRowElement[]} alike
 * @param {number} many
 */
function fold(folded, alike, many) {
  const rows = alike.slice(-many)
  const [first] = rows
  const [button, names] = folded.firstElementChild?.children ?? []
  if (!first || !button || !names) return
  if (!rowsOf.has(folded)) rows.at(-1)?.after(folded)
  for (const row of rows) row.hidden = true
  rowsOf.set(folded, rows)
  button.textContent = `${many}${many < alike.length ? ' more' : ''} ${statusOf(first)}`
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
  const post = folded.closest('li')
  // Drawn anew, it stays as it is read.
  if (post) post.dataset.whole = ''
  const rows = shown(folded)
  rows[0]?.querySelector('a')?.focus({ preventScroll: true })
  return rows.length
}

/** @param {Element} folded */
function shown(folded) {
  const rows = rowsOf.get(folded) ?? []
  for (const row of rows) row.hidden = false
  folded.remove()
  return rows
}
