/** The first characters of a text, where there is no room for more, or nobody wants to hear more. */
export function opening(text: string, most: number): string {
  const characters = [...text.slice(0, most * 2 + 2)]
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : text
}
