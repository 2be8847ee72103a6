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
 * As it reads: cells apart by tabs, rows by lines. Only what is laid out has such a text.
 * @param {string} html
 */
function asText(html) {
  const hidden = document.createElement('div')
  hidden.className = 'unseen'
  hidden.innerHTML = html
  document.body.append(hidden)
  // biome-ignore lint/performance/useDomNodeTextContent: the tabs and lines of a table come of its being laid out
  const text = hidden.innerText
  hidden.remove()
  return text
}

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
 * Rows or cells that were selected without their table get one.
 * @param {DocumentFragment} part
 */
function inTable(part) {
  const holder = document.createElement('div')
  holder.append(part)
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
