/**
 * Where the focus goes when the place changes: what was clicked may be gone, and those who
 * listen hear where they are. A conversation's field takes it by itself; otherwise it is the
 * heading, or back in the list the row that one came from.
 */
import { useEffect, useState } from 'react'
import { hrefOf, isList, type Route } from './route.ts'

/** A slow place may take so long to have a heading. */
const patienceMs = 5_000
/** What a dialog that closes may take to give the focus to where it came from. */
const closingMs = 300

/** @param isEntry whoever is here has just come in */
export function useArrival(route: Route, isEntry: boolean): void {
  const name = nameOf(route)
  const [before, setBefore] = useState({ now: name, from: isEntry ? '' : undefined })
  if (before.now !== name) setBefore({ now: name, from: before.now })
  const { from } = before
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each place
  useEffect(() => {
    if (from !== undefined) return arrive(isList(route) ? () => inList(from) : inMain)
  }, [name])
}

/** The same wherever one is within a conversation. */
function nameOf(route: Route): string {
  if (route.at === 'conversation') return hrefOf({ at: 'conversation', id: route.id })
  return route.at === 'person' ? hrefOf(route) : route.at
}

/** @returns what is to have the focus; `settled` when it is where it should be; nothing yet. */
type Find = () => HTMLElement | 'settled' | undefined

function inList(from: string): ReturnType<Find> {
  if (document.activeElement !== document.body) return 'settled'
  const row = document.querySelector<HTMLElement>(`nav a[href="${CSS.escape(from)}"]`)
  return row ?? document.querySelector<HTMLElement>('main h1') ?? undefined
}

function inMain(): ReturnType<Find> {
  const main = document.querySelector('main')
  if (!main) return undefined
  if (main.contains(document.activeElement)) return 'settled'
  const isTouch = matchMedia('(pointer: coarse)').matches
  const field = isTouch ? null : main.querySelector<HTMLElement>('form textarea')
  return field ?? main.querySelector<HTMLElement>('h1') ?? undefined
}

/** Until it is there, or somebody does something. */
function arrive(find: Find): () => void {
  let isOver: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    // A dialog that is still closing would take it back.
    const place = document.querySelector('[role="dialog"]') ? undefined : find()
    if (!place) return
    isOver ??= setTimeout(stop, closingMs)
    if (place === 'settled') return
    if (place.tabIndex < 0) place.tabIndex = -1
    place.focus({ preventScroll: place.tagName === 'H1' })
  }
  const observer = new MutationObserver(look)
  const giveUp = setTimeout(stop, patienceMs)
  function stop() {
    observer.disconnect()
    clearTimeout(giveUp)
    clearTimeout(isOver)
    removeEventListener('focusin', look)
    for (const act of ['keydown', 'pointerdown']) removeEventListener(act, stop, true)
  }
  observer.observe(document.body, { childList: true, subtree: true })
  addEventListener('focusin', look)
  for (const act of ['keydown', 'pointerdown']) addEventListener(act, stop, true)
  look()
  return stop
}
