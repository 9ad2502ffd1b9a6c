/** The parts of a page that F6 goes through, in their order, each with where to begin in it. */
const regions: readonly { region: string; begin: readonly string[] }[] = [
  { region: 'nav', begin: ['[aria-current="page"]', 'ul a', 'button'] },
  { region: 'main [role="log"]', begin: [] }, // leads on to a message by itself
  { region: 'main form:has(textarea)', begin: ['textarea'] },
  { region: 'main:not(:has([role="log"])):not(:has(nav))', begin: ['h1', 'h2'] },
  { region: 'aside', begin: ['a[href], button:not(:disabled)'] },
]

export function goToRegion(by: 1 | -1): void {
  const there = regions.flatMap(({ region, begin }) => {
    const place = document.querySelector<HTMLElement>(region)
    return place && place.offsetParent !== null ? [{ place, begin }] : []
  })
  const here = there.findIndex(({ place }) => place.contains(document.activeElement))
  const start = here === -1 && by === -1 ? 0 : here
  const next = there[(start + by + there.length) % there.length]
  if (!next) return
  const found = next.begin.map(each => next.place.querySelector<HTMLElement>(each))
  const target = found.find(each => each !== null) ?? next.place
  if (target.tabIndex < 0) target.tabIndex = -1
  target.focus()
}
