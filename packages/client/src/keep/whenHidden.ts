/** A page that is hidden may never be shown again. @returns what stops listening */
export function whenHidden(act: () => void): () => void {
  if (typeof document === 'undefined') return () => {}
  const listen = () => {
    if (document.visibilityState === 'hidden') act()
  }
  document.addEventListener('visibilitychange', listen)
  return () => document.removeEventListener('visibilitychange', listen)
}
