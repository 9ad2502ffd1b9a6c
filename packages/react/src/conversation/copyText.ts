import { tell, warn } from '../parts/notices.ts'
import { words } from '../words/words.ts'

export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    tell(words.message.copied)
  } catch {
    warn(words.message.notCopied)
  }
}
