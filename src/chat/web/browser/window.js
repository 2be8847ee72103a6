import { foundIn } from './reporting.js'

/** @type {Element | null} */
let opener = null
/** The window as it was drawn last; what is said in it since is not. */
let drawn = ''

/** A window that the server drew open becomes one that holds the focus. */
export function openWindow() {
  const dialog = document.querySelector('dialog')
  if (!dialog) return
  drawn = dialog.innerHTML
  dialog.close()
  dialog.showModal()
  beginning(dialog)?.focus()
}

/**
 * Where one begins in a window: at the first field of a form, else at what it is called. What closes it stands before both.
 * @param {HTMLDialogElement} window
 * @returns {HTMLElement | null}
 */
function beginning(window) {
  return foundIn(window) ?? window.querySelector('[id^="input-"]') ?? window.querySelector('#window-title')
}

/**
 * The window as the server drew it; says whether it is another one, or says something else.
 * @param {Document} room
 */
export function showWindow(room) {
  const [old, now] = [document, room].map((one) => one.querySelector('dialog'))
  if (!now) {
    if (old) close(old)
    return false
  }
  if (old) return changed(old, now)
  opener = document.activeElement
  document.getElementById('room')?.append(now)
  openWindow()
  return true
}

/** @param {HTMLDialogElement} old */
function close(old) {
  old.remove()
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
}

/**
 * What is only added to, such as a picture below the list, stays where the reader is.
 * @param {HTMLDialogElement} old
 * @param {HTMLDialogElement} now
 */
function changed(old, now) {
  if (drawn === now.innerHTML) return false
  drawn = now.innerHTML
  const added = old.dataset.view === now.dataset.view && words(now).startsWith(words(old))
  const { scrollTop } = old
  const focused = controls(old).indexOf(/** @type {HTMLElement} */ (document.activeElement))
  old.innerHTML = now.innerHTML
  old.dataset.view = now.dataset.view ?? ''
  old.scrollTop = added ? scrollTop : 0
  const wrong = controls(old).find((one) => one.hasAttribute('aria-invalid'))
  const next = wrong ?? (added ? controls(old)[focused] : undefined) ?? beginning(old)
  if (wrong) wrong.parentElement?.scrollIntoView({ block: 'nearest' })
  next?.focus({ preventScroll: true })
  return !added
}

/** @param {Element} window */
function words(window) {
  return window.querySelector('.blocks')?.textContent ?? ''
}

/**
 * @param {Element} window
 * @returns {HTMLElement[]}
 */
function controls(window) {
  return [...window.querySelectorAll('button, select, textarea, input:not([type=hidden])')].map(
    (one) => /** @type {HTMLElement} */ (one),
  )
}

const NAMES = /^\["(place|partner)","\1"\]$/
const PAUSE = 150

/** Names of places are offered while one types them into a window; what is typed stays free. */
export function completingNames() {
  const list = document.createElement('datalist')
  list.id = 'names'
  document.body.append(list)
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon
  document.addEventListener('input', ({ target }) => {
    const side = target instanceof HTMLInputElement ? NAMES.exec(target.name)?.[1] : undefined
    if (!side || !(target instanceof HTMLInputElement)) return
    target.setAttribute('list', list.id)
    clearTimeout(soon)
    soon = setTimeout(offer, PAUSE, side, target)
  })

  /**
   * @param {string} side
   * @param {HTMLInputElement} field
   */
  async function offer(side, field) {
    try {
      const response = await fetch(`/names/${side}?${new URLSearchParams({ typed: field.value })}`)
      /** @type {string[]} */
      const names = await response.json()
      list.replaceChildren(...names.map((name) => new Option('', name)))
    } catch {
      // No connection: the form works without.
    }
  }
}
