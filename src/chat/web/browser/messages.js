import { sortable } from './answers.js'
import { foldLong } from './folding.js'
import { isMine, showOwn } from './reading.js'
import { showWindow } from './window.js'

/**
 * Puts the room as the server drew it in the place of the one on screen: only what changed is touched, so that neither
 * focus nor reading position is lost.
 * @param {string} html
 * @returns {{ answered: boolean, anew: boolean }} Whether the reader's answer is there, and whether the workspace is
 * another one than before.
 */
export function showRoom(html) {
  const drawn = new DOMParser().parseFromString(html, 'text/html')
  const anew = isAnother(drawn)
  const added = showPosts(drawn)
  showHome(drawn)
  const inWindow = showWindow(drawn)
  announce(added)
  return { answered: showOwn(added) || inWindow, anew }
}

/** @param {Document} drawn */
function isAnother(drawn) {
  const [room, now] = [document, drawn].map((one) => one.getElementById('room'))
  if (!room || !now || room.dataset.began === now.dataset.began) return false
  room.dataset.began = now.dataset.began ?? ''
  return true
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
  showEmpty(list, drawn)
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
      if ('whole' in old.dataset) post.dataset.whole = ''
    }
    sortable(post)
    before = document.getElementById(post.id)
    if (before && before === post && !('whole' in post.dataset)) foldLong(post)
  }
  return added
}

/**
 * What to begin with, where there is no message.
 * @param {Element} list
 * @param {Document} drawn
 */
function showEmpty(list, drawn) {
  const [old, now] = [document, drawn].map((one) => one.querySelector('.empty'))
  if (!now) old?.remove()
  else if (!old) list.after(now)
}

/** @param {Document} drawn */
function showHome(drawn) {
  const [old, now] = [document, drawn].map((one) => one.querySelector('.scroll > form.blocks'))
  if (old && now && old.innerHTML !== now.innerHTML) old.innerHTML = now.innerHTML
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

/**
 * Says in a few words what came, for those who do not see it.
 * @param {readonly Element[]} added
 */
function announce(added) {
  const said = document.getElementById('said')
  const words = added
    .filter((post) => !isMine(post))
    .map((post) => {
      const by = post.querySelector('h2')?.firstChild?.textContent ?? ''
      const who = post.querySelector('.only')?.textContent ?? ''
      const what = post.querySelector('h3, .typed, figcaption a, p')?.textContent ?? ''
      return [by, who, what.slice(0, 120)].filter((part) => part !== '').join('. ')
    })
  if (said && words.length > 0) said.textContent = words.join(' ')
}
