import { answering } from './answers.js'
import { completing } from './composer.js'
import { showRoom } from './messages.js'
import { asking, settled } from './reading.js'
import { completingNames, openWindow } from './window.js'

const WAITING_SHOWS_AFTER = 250
const WAITING = 'Waiting for the answer…'
const LOST = 'The connection is lost. Trying again…'
const FAILED = 'That did not arrive: the playground cannot be reached. Is it still running?'
const ANEW = 'The workspace began anew: the playground was started again, and what was written is gone.'
/** Windows belong to the page that opened them: of two pages of one person, each has its own. */
const PAGE = String(Math.random()).slice(2)
const HEADERS = { 'x-part': 'room', 'x-page': PAGE }

const state = element('state')
const trouble = element('trouble')
/** @type {Promise<void> | undefined} */
let refreshing
let again = false
let lost = false
/** What stands under the messages, and what is said to be wrong. */
let said = ''
let complaint = ''
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting
/** Presses that are not answered yet: an impatient second one is the same. @type {Set<string>} */
const underway = new Set()

openWindow()
completing()
completingNames()
answering()
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
  const sent = `${form.action} ${body}`
  if (act === 'press' && underway.has(sent)) return
  underway.add(sent)
  const field = act === 'say' ? form.querySelector('input') : null
  const typed = field?.value ?? ''
  if (field) field.value = ''
  if (act === 'say') element('text').focus()
  complain('')
  say('')
  const asked = asking(act === 'press' ? button : null)
  clearTimeout(waiting)
  waiting = setTimeout(say, WAITING_SHOWS_AFTER, WAITING)
  try {
    const response = await fetch(form.action, { method: 'POST', body, headers: HEADERS })
    complain(decodeURIComponent(response.headers.get('x-trouble') ?? (response.ok ? '' : FAILED)))
    if (response.ok || response.status === 409) show(await response.text())
  } catch {
    complain(FAILED)
    if (field?.value === '') field.value = typed
  }
  underway.delete(sent)
  settled(asked)
  stopWaiting()
}

/**
 * An answer is there before its map is drawn: nobody waits for it any more.
 * @param {string} html
 */
function show(html) {
  const { answered, anew } = showRoom(html)
  if (answered) stopWaiting()
  if (anew) say(ANEW)
}

function stopWaiting() {
  clearTimeout(waiting)
  if (said === WAITING) say('')
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
  refreshing ??= fetch(location.href, { headers: HEADERS })
    .then(async (response) => {
      if (response.ok) show(await response.text())
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
    if (said === LOST) say('')
    if (complaint === FAILED) complain('')
  })
  changes.addEventListener('error', () => {
    lost = true
    say(LOST)
  })
}

/** @param {string} words */
function say(words) {
  said = words
  state.textContent = words
}

/** @param {string} words */
function complain(words) {
  complaint = words
  // What lies under an open window is neither seen nor heard.
  const over = document.querySelector('dialog .trouble')
  trouble.textContent = over ? '' : words
  if (over) over.textContent = words
}

function scrollToLast() {
  document.querySelector('.posts > li:last-child')?.scrollIntoView({ block: 'end' })
}

/** @param {string} id */
function element(id) {
  return document.getElementById(id) ?? document.createElement('p')
}
