/** The icon of the tab, with a dot while something is unread. Both are files: addresses with data in them are forbidden here. */
const icons = { plain: '/favicon.svg', dotted: '/favicon-unread.svg' }

export function dotFavicon(isDotted: boolean): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  const href = isDotted ? icons.dotted : icons.plain
  if (link && link.getAttribute('href') !== href) link.setAttribute('href', href)
}
