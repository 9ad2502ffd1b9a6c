/** Where the programs are that a row hands to a node in the place of the server's own. */
import { fileURLToPath } from 'node:url'

export function programNamed(name: string): string {
  return fileURLToPath(new URL(`${name}.ts`, import.meta.url))
}
