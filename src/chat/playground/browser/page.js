import { completing } from './composer.js'
import { focusOpener, openWindow, showRoom } from './messages.js'

const WAITING_SHOWS_AFTER = 250
const LOST = 'The connection is lost. Trying again…'
const FAILED = 'That did not arrive: the playground cannot be reached. Is it still running?'

const state = element('state')
const trouble = element('trouble')
/** @type {Promise<void> | undefined} */
let refreshing
let again = false
let lost = false

openWindow()
completing()
scrollToLast()
document.addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target)
  const act = new URL(form.action).pathname.split('/').at(-1)
  if (act !== 'say' && act !== 'press' && act !== 'close') return
  event.preventDefault()
  void send(form, act, /** @type {HTMLButtonElement | null} */ (event.submitter))
})
document.addEventListener('cancel', closeByServer, true)
listen()

/**
 * Sends a form and shows what the room looks like then. What was typed is kept until it arrived.
 * @param {HTMLFormElement} form
 * @param {string} act
 * @param {HTMLButtonElement | null} button
 */
async function send(form, act, button) {
  const body = new URLSearchParams()
  for (const [name, value] of new FormData(form, button)) body.append(name, String(value))
  const field = act === 'say' ? form.querySelector('input') : null
  const typed = field?.value ?? ''
  if (field) field.value = ''
  trouble.textContent = ''
  const waiting = setTimeout(say, WAITING_SHOWS_AFTER, 'Waiting for the answer…')
  try {
    const response = await fetch(form.action, { method: 'POST', body, headers: { 'x-part': 'room' } })
    trouble.textContent = decodeURIComponent(response.headers.get('x-trouble') ?? (response.ok ? '' : FAILED))
    if (response.ok || response.status === 409)
      showRoom(await response.text(), act === 'press' ? 'follow' : 'scroll')
  } catch {
    trouble.textContent = FAILED
    if (field?.value === '') field.value = typed
  }
  clearTimeout(waiting)
  say('')
  if (act === 'say') element('text').focus()
  if (act === 'close') focusOpener()
}

/**
 * Escape closes a window as its button does: the server is told.
 * @param {Event} event
 */
function closeByServer(event) {
  event.preventDefault()
  const dialog = /** @type {HTMLElement} */ (event.target)
  dialog.querySelector('form')?.requestSubmit()
}

/** Asks what the room looks like now; once more when something changed meanwhile. */
function refresh() {
  again = refreshing !== undefined
  refreshing ??= fetch(location.href, { headers: { 'x-part': 'room' } })
    .then(async (response) => {
      if (response.ok) showRoom(await response.text(), 'scroll')
    })
    .catch(() => say(LOST))
    .finally(() => {
      refreshing = undefined
      if (again) refresh()
    })
}

/** The server tells when something happened; the browser connects again by itself. */
function listen() {
  const changes = new EventSource('/changes')
  changes.addEventListener('message', refresh)
  changes.addEventListener('open', () => {
    if (lost) refresh()
    lost = false
    if (state.textContent === LOST) say('')
  })
  changes.addEventListener('error', () => {
    lost = true
    say(LOST)
  })
}

/** @param {string} words */
function say(words) {
  state.textContent = words
}

function scrollToLast() {
  document.querySelector('.posts > li:last-child')?.scrollIntoView({ block: 'end' })
}

/** @param {string} id */
function element(id) {
  return document.getElementById(id) ?? document.createElement('p')
}
