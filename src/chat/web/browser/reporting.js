/** The statement in which somebody found a mistake, until the window that asks what it is has opened. */
let found = ''

/**
 * Under each statement of an answer, a press that reports this one.
 * @param {Element} root
 */
export function reportable(root) {
  const whole = root.closest('li.answer')?.querySelector('.judge button[value*="report:"]')
  if (!(whole instanceof HTMLButtonElement)) return
  for (const statement of root.querySelectorAll('[data-statement]')) {
    if (!(statement instanceof HTMLElement)) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'press report'
    button.textContent = 'Mistake?'
    const more = document.createElement('span')
    more.className = 'unseen'
    more.textContent = ' Report this statement'
    button.append(more)
    button.addEventListener('click', () => {
      found = statement.dataset.statement ?? ''
      whole.click()
    })
    // At the end of its citation: it is wanted once in a hundred readings.
    statement.querySelector('.cite')?.append(button)
  }
}

/**
 * Chooses it in the window that has just opened; what is wrong with it is what is asked next.
 * @param {Element} window
 * @returns {HTMLElement | undefined}
 */
export function foundIn(window) {
  const menu = window.querySelector('#input-record')
  const says = window.querySelector('#input-says')
  const id = found
  found = ''
  if (id === '' || !(menu instanceof HTMLSelectElement)) return undefined
  menu.value = id
  return says instanceof HTMLElement && menu.value === id ? says : menu
}
