/** @typedef {{ line: string, about?: string }} Offer */

const PAUSE = 40
const MENTION = /^@hansa\s+/i

/** Completions under the field, as a list that the arrow keys move through; nothing is sent by choosing. */
export function completing() {
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector('input#text'))
  const list = document.getElementById('offers')
  if (!field || !list) return
  /** @type {string[]} */
  const history = []
  /** @type {AbortController | undefined} */
  let asking
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon
  let active = -1
  let back = 0

  const roles = {
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': 'offers',
    'aria-expanded': 'false',
  }
  for (const [name, value] of Object.entries(roles)) field.setAttribute(name, value)

  const close = () => {
    clearTimeout(soon)
    asking?.abort()
    list.hidden = true
    field.setAttribute('aria-expanded', 'false')
    mark(-1)
  }

  /** @param {number} at */
  const mark = (at) => {
    active = at
    for (const [index, item] of [...list.children].entries())
      item.setAttribute('aria-selected', String(index === at))
    const chosen = list.children[at]
    if (chosen) field.setAttribute('aria-activedescendant', chosen.id)
    else field.removeAttribute('aria-activedescendant')
    chosen?.scrollIntoView({ block: 'nearest' })
  }

  /** @param {readonly Offer[]} offers */
  const open = (offers) => {
    // A list that comes late takes nobody's choice away.
    const chosen = lineOf(list.children[active])
    list.replaceChildren(...offers.map(item))
    list.hidden = offers.length === 0
    field.setAttribute('aria-expanded', String(offers.length > 0))
    mark(offers.findIndex(({ line }) => line === chosen))
  }

  const ask = async () => {
    asking?.abort()
    asking = new AbortController()
    const mention = MENTION.exec(field.value)?.[0] ?? ''
    const typed = field.value.slice(mention.length)
    if (typed.trim() === '') return close()
    const query = new URLSearchParams({ typed })
    try {
      const response = await fetch(`/suggest?${query}`, { signal: asking.signal })
      /** @type {Offer[]} */
      const offers = await response.json()
      const whole = offers.map(({ line, about }) => ({ line: mention + line, about }))
      open(whole.filter(({ line }) => line !== field.value))
    } catch {
      // Typed on, or no connection: the page works without completions.
    }
  }

  /** @param {Element | undefined} chosen */
  const choose = (chosen) => {
    field.value = lineOf(chosen) ?? field.value
    close()
    field.focus()
    if (field.value.endsWith(' ')) void ask()
  }

  field.addEventListener('input', () => {
    back = 0
    clearTimeout(soon)
    soon = setTimeout(ask, PAUSE)
  })
  field.addEventListener('blur', () =>
    setTimeout(() => {
      // Who came back meanwhile and types on wants the list.
      if (document.activeElement !== field) close()
    }, 150),
  )
  field.form?.addEventListener('submit', () => {
    history.push(field.value)
    back = 0
    close()
  })
  list.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    const chosen = /** @type {Element} */ (event.target).closest('[role=option]')
    if (chosen) choose(chosen)
  })
  field.addEventListener('keydown', (event) => {
    const count = list.hidden ? 0 : list.children.length
    if (event.key === 'Escape' && count > 0) close()
    else if (event.key === 'Enter' && active >= 0) choose(list.children[active])
    else if (event.key === 'ArrowDown' && count > 0) mark((active + 1) % count)
    else if (event.key === 'ArrowUp' && count > 0) mark(active < 0 ? count - 1 : active - 1)
    else if (event.key === 'ArrowUp' && back < history.length) {
      back += 1
      field.value = history.at(-back) ?? ''
    } else return
    event.preventDefault()
  })
}

/** @param {Element | undefined} option */
function lineOf(option) {
  return option instanceof HTMLElement ? option.dataset.line : undefined
}

/**
 * @param {Offer} offer
 * @param {number} at
 */
function item({ line, about = '' }, at) {
  const option = document.createElement('li')
  option.id = `offer-${at}`
  option.setAttribute('role', 'option')
  option.setAttribute('aria-selected', 'false')
  option.dataset.line = line
  option.textContent = line
  if (about !== '') {
    const words = document.createElement('span')
    words.className = 'about'
    words.textContent = about
    option.append(' ', words)
  }
  return option
}
