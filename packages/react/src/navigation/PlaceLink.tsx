import type { ComponentProps, MouseEvent } from 'react'
import { type Place, useNavigation } from './navigation.ts'

interface Props extends ComponentProps<'a'> {
  to: Place
}

/** Leads to a place within the page; a new tab, a copy of its address and the like just work. */
export function PlaceLink({ to, onClick, ...rest }: Props) {
  const navigation = useNavigation()
  if (!navigation) return <span className={rest.className}>{rest.children}</span>

  function follow(event: MouseEvent<HTMLAnchorElement>) {
    onClick?.(event)
    if (event.defaultPrevented || isForTheBrowser(event)) return
    event.preventDefault()
    navigation?.go(to)
  }
  return <a {...rest} href={navigation.hrefOf(to)} onClick={follow} />
}

/** A new tab or window, or what else a browser does with a link. */
export function isForTheBrowser({
  button,
  metaKey,
  ctrlKey,
  shiftKey,
  altKey,
}: MouseEvent): boolean {
  return button !== 0 || metaKey || ctrlKey || shiftKey || altKey
}
