/** @type {Element | null} */
let opener = null

/**
 * Puts the room as the server drew it in the place of the one on screen: only what changed is touched, so that neither
 * focus nor reading position is lost. `follow` moves the focus to what is new, `scroll` only shows it.
 * @param {string} html
 * @param {'follow' | 'scroll'} how
 */
export function showRoom(html, how) {
  const drawn = new DOMParser().parseFromString(html, 'text/html')
  const added = showPosts(drawn)
  showHome(drawn)
  showWindow(drawn)
  const last = added.at(-1)
  if (!last) return
  const first = added.find((post) => !isMine(post)) ?? last
  const tall = first.offsetHeight > (first.closest('.scroll')?.clientHeight ?? 0) * 0.9
  first.scrollIntoView({ block: tall || first !== last ? 'start' : 'end' })
  if (how === 'follow' && !document.querySelector('dialog[open]')) first.focus({ preventScroll: true })
  announce(added)
}

/** A window that the server drew open becomes one that holds the focus. */
export function openWindow() {
  const dialog = document.querySelector('dialog')
  if (!dialog) return
  dialog.close()
  dialog.showModal()
}

/** Back to where the focus was before a window opened. */
export function focusOpener() {
  if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
}

/**
 * @param {Document} drawn
 * @returns {HTMLElement[]} What is new.
 */
function showPosts(drawn) {
  const list = document.querySelector('.posts')
  const posts = /** @type {HTMLElement[]} */ ([...drawn.querySelectorAll('.posts > li')])
  if (!list) return []
  for (const old of [...list.children]) if (!drawn.getElementById(old.id)) old.remove()
  if (posts.length > 0) document.querySelector('.empty')?.remove()
  /** @type {HTMLElement[]} */
  const added = []
  /** @type {Element | null} */
  let before = null
  for (const post of posts) {
    const old = document.getElementById(post.id)
    if (!old) {
      post.tabIndex = -1
      added.push(post)
      if (before) before.after(post)
      else list.prepend(post)
    } else if (old.dataset.version !== post.dataset.version) {
      replaceKeepingFocus(old, post)
    }
    before = document.getElementById(post.id)
  }
  return added
}

/** @param {Document} drawn */
function showHome(drawn) {
  const [old, now] = [document, drawn].map((one) => one.querySelector('.scroll > form.blocks'))
  if (old && now && old.innerHTML !== now.innerHTML) old.innerHTML = now.innerHTML
}

/** @param {Document} drawn */
function showWindow(drawn) {
  const [old, now] = [document, drawn].map((one) => one.querySelector('dialog'))
  if (!now) return old?.remove()
  if (old) {
    if (old.innerHTML === now.innerHTML) return
    old.innerHTML = now.innerHTML
    old.scrollTop = 0
    old.querySelector('button')?.focus()
    return
  }
  opener = document.activeElement
  document.getElementById('room')?.append(now)
  openWindow()
}

/**
 * @param {HTMLElement} old
 * @param {HTMLElement} post
 */
function replaceKeepingFocus(old, post) {
  const focused = old.contains(document.activeElement) ? document.activeElement : null
  const value = focused instanceof HTMLButtonElement ? focused.value : undefined
  post.tabIndex = -1
  old.replaceWith(post)
  if (!focused) return
  const same = [...post.querySelectorAll('button')].find((button) => button.value === value)
  const next = same ?? post
  next.focus({ preventScroll: true })
}

/** @param {Element} post */
function isMine(post) {
  return post.querySelector('h2')?.textContent?.endsWith('(you)') ?? false
}

/**
 * Says in a few words what came, for those who do not see it.
 * @param {readonly Element[]} added
 */
function announce(added) {
  const said = document.getElementById('said')
  const words = added
    .filter((post) => !isMine(post))
    .map((post) => {
      const who = post.querySelector('.only')?.textContent ?? ''
      const what = post.querySelector('h3, .typed, figcaption, p')?.textContent ?? ''
      return `Hansa. ${who}. ${what.slice(0, 120)}`
    })
  if (said && words.length > 0) said.textContent = words.join(' ')
}
