/** Everybody has a hue of their own, the same on every screen and for whoever looks. */
const hues = [
  { initials: 'bg-person-1 text-by-1', name: 'text-by-1' },
  { initials: 'bg-person-2 text-by-2', name: 'text-by-2' },
  { initials: 'bg-person-3 text-by-3', name: 'text-by-3' },
  { initials: 'bg-person-4 text-by-4', name: 'text-by-4' },
  { initials: 'bg-person-5 text-by-5', name: 'text-by-5' },
  { initials: 'bg-person-6 text-by-6', name: 'text-by-6' },
] as const

/** By the id: names change, and two people may share one. */
export function hueOf(userId: string): (typeof hues)[number] {
  let mixed = 0
  for (let at = 0; at < userId.length; at += 1) {
    mixed = Math.imul(mixed ^ userId.charCodeAt(at), 0x165667b1)
  }
  mixed ^= mixed >>> 15
  return hues[(mixed >>> 0) % hues.length] ?? hues[0]
}
