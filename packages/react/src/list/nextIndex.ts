/** Where a key leads from one row of a list; nothing for keys that mean something else. */
export function nextIndex(key: string, from: number, rows: { count: number; inView: number }) {
  const last = rows.count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(from + 1, last)
    case 'ArrowUp':
      return Math.max(from - 1, 0)
    case 'PageDown':
      return Math.min(from + rows.inView, last)
    case 'PageUp':
      return Math.max(from - rows.inView, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return undefined
  }
}
