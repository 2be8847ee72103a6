/** What is copied of an answer keeps its table, and the references that its numbers name. */
export function copying() {
  document.addEventListener('copy', (event) => copyPart(event))
  document.addEventListener(
    'toggle',
    (event) => {
      const details = /** @type {HTMLDetailsElement} */ (event.target)
      if (details.open && details.matches('.take')) void offer(details)
    },
    true,
  )
}

/**
 * A button for what was loaded when it came: a browser lets a page write to the clipboard only at the very press.
 * @param {HTMLElement} details
 */
async function offer(details) {
  if (details.querySelector('.copy')) return
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'press copy'
  button.textContent = 'Copy for Word, Outlook or Excel'
  button.disabled = true
  const line = document.createElement('p')
  const said = document.createElement('span')
  said.setAttribute('role', 'status')
  line.append(button, ' ', said)
  details.querySelector('.panel')?.prepend(line)
  try {
    const response = await fetch(details.dataset.copies ?? '')
    if (!response.ok) throw new Error('nothing to copy')
    const html = await response.text()
    button.disabled = false
    button.addEventListener('click', () => {
      said.textContent = copy(html)
        ? 'Copied, with its table and references.'
        : 'This browser does not let a page copy: save a file.'
    })
  } catch {
    line.remove()
  }
}

/**
 * Also where a page has no clipboard of its own, as at an address without https.
 * @param {string} html
 */
function copy(html) {
  const text = asText(html)
  /** @param {ClipboardEvent} event */
  const give = (event) => {
    event.stopImmediatePropagation()
    event.preventDefault()
    event.clipboardData?.setData('text/html', html)
    event.clipboardData?.setData('text/plain', text)
  }
  window.addEventListener('copy', give, true)
  const done = document.execCommand('copy')
  window.removeEventListener('copy', give, true)
  return done
}

/**
 * As it reads: cells apart by tabs, rows by lines, each reference with its number.
 * @param {string} html
 */
function asText(html) {
  const { body } = new DOMParser().parseFromString(html, 'text/html')
  for (const end of body.querySelectorAll('br')) end.replaceWith('\n')
  return `${[...body.children].map(blockAsText).join('\n\n')}\n`
}

/** @param {Element} block */
function blockAsText(block) {
  if (block.tagName === 'OL')
    return [...block.children].map((one, at) => `${at + 1}. ${one.textContent}`).join('\n')
  if (block.tagName !== 'TABLE') return block.textContent
  const caption = block.querySelector('caption')?.textContent ?? ''
  const rows = [...block.querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => inert(cell.textContent)).join('\t'),
  )
  return [caption, ...rows].join('\n')
}

/**
 * What a program that calculates would take for a formula gets an apostrophe before it, as in the CSV.
 * @param {string} cell
 */
function inert(cell) {
  return FORMULA.test(cell) ? `'${cell}` : cell
}

const FORMULA = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/

/** @param {ClipboardEvent} event */
function copyPart(event) {
  const selection = getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return
  const part = selection.getRangeAt(0).cloneContents()
  for (const unseen of part.querySelectorAll('.unseen, .report, [hidden]')) unseen.remove()
  const named = [...part.querySelectorAll('a[data-source]')]
  if (named.length === 0) return
  const references = new Map(
    named.map((link) => [Number(link.textContent), link.getAttribute('title') ?? '']),
  )
  const list = [...references].sort(([one], [other]) => one - other)
  for (const link of named) link.replaceWith(link.textContent ?? '')
  const items = list.map(([number, words]) => `<li value="${number}">${escaped(words)}</li>`)
  event.preventDefault()
  event.clipboardData?.setData('text/html', `${inTable(part)}<ol>${items.join('')}</ol>`)
  const lines = list.map(([number, words]) => `${number}. ${words}`)
  event.clipboardData?.setData('text/plain', `${selection}\n\n${lines.join('\n')}\n`)
}

/**
 * Rows or cells that were selected without their table get one; a cell that Excel would take for a formula says that it is text.
 * @param {DocumentFragment} part
 */
function inTable(part) {
  const holder = document.implementation.createHTMLDocument('').createElement('div')
  holder.append(part)
  for (const cell of holder.querySelectorAll('td, th'))
    if (FORMULA.test(cell.textContent)) cell.setAttribute('style', "mso-number-format:'\\@'")
  const { innerHTML: html } = holder
  const first = holder.firstElementChild?.tagName ?? ''
  if (/^T[HD]$/.test(first)) return `<table><tbody><tr>${html}</tr></tbody></table>`
  if (first === 'TR') return `<table><tbody>${html}</tbody></table>`
  return /^T(HEAD|BODY)$|^CAPTION$/.test(first) ? `<table>${html}</table>` : html
}

/** @param {string} words */
function escaped(words) {
  const holder = document.createElement('span')
  holder.textContent = words
  return holder.innerHTML
}
