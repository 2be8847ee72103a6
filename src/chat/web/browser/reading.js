/**
 * Where the reader is, and what they asked for. Only an answer of their own may move the page or the focus, and only
 * while they have not moved on themselves; a picture or another person's message never does.
 * @typedef {{ button: Element | null, post: string | undefined, top: number }} Asked
 */

/** How far the page may shift by itself, in pixels. */
const STILL = 40

/** @type {Asked | undefined} */
let asked

/**
 * What comes next is the answer to this.
 * @param {Element | null} button
 * @returns {Asked}
 */
export function asking(button) {
  asked = { button, post: button?.closest('li')?.id, top: position() }
  return asked
}

/**
 * Nothing more comes of it.
 * @param {Asked} one
 */
export function settled(one) {
  if (asked === one) asked = undefined
}

/**
 * Shows the reader what they asked for; says whether that is among what was added.
 * @param {readonly HTMLElement[]} added
 */
export function showOwn(added) {
  const own = asked ? added.filter((post) => !isAnothers(post) && !post.querySelector('.picture')) : []
  const last = own.at(-1)
  if (!asked || !last) return false
  const answer = own.find((post) => !isMine(post))
  const first = answer ?? last
  if (Math.abs(position() - asked.top) <= STILL) {
    const tall = first.offsetHeight > scroller().clientHeight * 0.9
    first.scrollIntoView({ block: tall || first !== last ? 'start' : 'end' })
    asked.top = position()
  }
  if (answer && asked.button && stayed(asked)) answer.focus({ preventScroll: true })
  return answer !== undefined
}

/** @param {Element} post */
export function isMine(post) {
  return post.getAttribute('data-by') === 'me'
}

/** @param {Element} post */
function isAnothers(post) {
  return post.getAttribute('data-by') === 'another'
}

/**
 * Whether the focus is still where the button was pressed.
 * @param {Asked} asked
 */
function stayed({ button, post }) {
  const { activeElement: active, body } = document
  if (document.querySelector('dialog[open]')) return false
  return active === null || active === body || active === button || (active.id !== '' && active.id === post)
}

function position() {
  return scroller().scrollTop
}

/** The conversation; or, where there is no height for one, the page. */
function scroller() {
  const room = document.querySelector('.scroll')
  const page = document.scrollingElement ?? document.documentElement
  return room && getComputedStyle(room).overflowY !== 'visible' ? room : page
}
