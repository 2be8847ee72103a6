import { copying } from './copying.js'
import { foldAnew, foldLong, unfolded } from './folding.js'
import { reportable } from './reporting.js'

/** What is pressed in an answer: the words of its sources, its rows, the heads of its table. */
export function answering() {
  sortable(document)
  for (const post of document.querySelectorAll('li.answer')) foldLong(post)
  foldAfterResizing()
  copying()
  document.addEventListener('toggle', opened, true)
  document.addEventListener('click', pressed)
}

function foldAfterResizing() {
  let waiting = 0
  addEventListener('resize', () => {
    clearTimeout(waiting)
    waiting = setTimeout(foldAnew, 150)
  })
}

/**
 * The heads of tables sort their rows, as buttons.
 * @param {ParentNode} root
 */
export function sortable(root) {
  for (const head of root.querySelectorAll('table.links th[aria-sort]')) {
    if (head.querySelector('button')) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...head.childNodes)
    head.append(button)
  }
}

/** @param {Event} event */
function opened(event) {
  const details = /** @type {HTMLDetailsElement} */ (event.target)
  if (details.open && details.matches('.words')) void loaded(details)
}

/** @param {MouseEvent} event */
function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  const target = /** @type {Element} */ (event.target)
  const head = target.closest('th[aria-sort] button')?.parentElement
  if (head) return sort(head)
  const folded = target.closest('tr.folded button')?.closest('tr')
  if (folded) return announce(`${unfolded(folded)} more links stand in the table.`)
  const link = target.closest('a')
  const post = link?.closest('li.answer')
  if (!link || !post) return
  if (link.matches('.unfolds')) void unfold(link)
  else if (link.matches('.opens, [data-source]')) void show(link)
  else return
  event.preventDefault()
}

/** @param {HTMLElement} head */
function sort(head) {
  const table = head.closest('table')
  const body = table?.tBodies[0]
  if (!table || !body) return
  const post = table.closest('li')
  // Drawn anew or in another size, it stays as it is read.
  if (post) post.dataset.whole = ''
  const column = [...(head.parentElement?.children ?? [])].indexOf(head)
  const up = head.getAttribute('aria-sort') !== 'ascending'
  for (const other of table.querySelectorAll('th[aria-sort]')) other.setAttribute('aria-sort', 'none')
  head.setAttribute('aria-sort', up ? 'ascending' : 'descending')
  for (const row of body.querySelectorAll('tr.unfolded')) fold(row)
  for (const row of body.querySelectorAll('tr.folded')) unfolded(row)
  head.querySelector('button')?.focus()
  const rows = [...body.rows]
  rows.sort((one, other) => compared(valueIn(one, column), valueIn(other, column), up))
  body.append(...rows)
  announce(`Sorted by ${head.textContent?.toLowerCase()}, ${up ? 'ascending' : 'descending'}.`)
}

/**
 * What is not known stands last, whichever way the others are sorted.
 * @param {string} one
 * @param {string} other
 * @param {boolean} up
 */
function compared(one, other, up) {
  if (one === '' || other === '') return Number(one === '') - Number(other === '')
  const order = one.localeCompare(other, 'en', { numeric: true })
  return up ? order : -order
}

/**
 * @param {HTMLTableRowElement} row
 * @param {number} column
 */
function valueIn(row, column) {
  const cell = row.cells[column]
  return cell?.dataset.sortValue ?? cell?.textContent ?? ''
}

/**
 * The words for a row, or a source by its number, where the reader is.
 * @param {HTMLAnchorElement} link
 */
async function show(link) {
  // In a row that was unfolded there is no other place for them than their own page.
  const part = link.closest('.unfolded, li.answer')
  const details = part?.matches('li') ? part.querySelector('details.words') : null
  if (!(details instanceof HTMLDetailsElement)) return location.assign(link.href)
  details.open = true
  await loaded(details)
  const spot = details.querySelector(`[data-spot="${CSS.escape(link.hash.slice(1))}"]`)
  if (!(spot instanceof HTMLElement)) return location.assign(link.href)
  spot.focus({ preventScroll: true })
  spot.scrollIntoView({ block: 'center' })
}

/** @type {WeakMap<Element, Promise<void>>} */
const loading = new WeakMap()

/**
 * @param {HTMLElement} details
 * @returns {Promise<void>}
 */
function loaded(details) {
  const known = loading.get(details)
  if (known) return known
  const now = load(details).catch(() => {
    loading.delete(details)
  })
  loading.set(details, now)
  return now
}

/** @param {HTMLElement} details */
async function load(details) {
  const place = details.querySelector('.loaded')
  if (!place) return
  const part = await partOf(details.dataset.load ?? '', 'words')
  // Another answer of the same page may have the same spots.
  for (const spot of part.querySelectorAll('[id]')) {
    if (spot instanceof HTMLElement) spot.dataset.spot = spot.id
    spot.removeAttribute('id')
  }
  place.replaceChildren(part)
  reportable(place)
}

/**
 * A part of the page of an answer.
 * @param {string} address
 * @param {string} name
 */
async function partOf(address, name) {
  const response = await fetch(address, { headers: { 'x-part': name } })
  if (!response.ok) throw new Error(`no ${name}`)
  const template = document.createElement('template')
  template.innerHTML = await response.text()
  return template.content
}

/**
 * A row a place opens into the rows of its links, and folds again.
 * @param {HTMLAnchorElement} link
 */
async function unfold(link) {
  const row = link.closest('tr')
  if (!row) return
  const next = row.nextElementSibling
  if (next?.matches('.unfolded')) return fold(next)
  try {
    const part = await partOf(link.getAttribute('href') ?? '', 'table')
    const cell = document.createElement('td')
    cell.colSpan = row.cells.length
    cell.setAttribute('role', 'cell')
    cell.append(part)
    const under = document.createElement('tr')
    under.className = 'unfolded'
    under.setAttribute('role', 'row')
    under.append(cell)
    row.after(under)
    link.setAttribute('aria-expanded', 'true')
    sortable(under)
  } catch {
    location.assign(link.href)
  }
}

/** @param {Element} under */
function fold(under) {
  under.previousElementSibling?.querySelector('.unfolds')?.setAttribute('aria-expanded', 'false')
  under.remove()
}

/** @param {string} words */
function announce(words) {
  const said = document.getElementById('said')
  if (said) said.textContent = words
}
