/** Whether something stands there that was perhaps meant as a variable, and will be sent as it is. */
export function hasLooseBraces(text: string): boolean {
  return /\{\{|\}\}/.test(text.replace(/\{\{[^{}]*\}\}/g, ''))
}
