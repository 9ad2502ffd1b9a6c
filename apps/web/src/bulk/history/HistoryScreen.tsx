/** The contractor's broadcasts, newest first. */
export function HistoryScreen() {
  return null
}
