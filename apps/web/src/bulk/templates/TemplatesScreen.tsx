/** Texts to use again. */
export function TemplatesScreen() {
  return null
}
