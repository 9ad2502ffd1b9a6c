import { tell, warn } from '../parts/notices.ts'
import { words } from '../words/words.ts'

const { copied, notCopied, linkCopied, linkNotCopied } = words.message

export function copyText(text: string): Promise<void> {
  return copy(text, copied, notCopied)
}

/** @param href as it stands in the page, which may leave out where the page is */
export function copyLink(href: string): Promise<void> {
  return copy(new URL(href, location.href).href, linkCopied, linkNotCopied)
}

async function copy(text: string, done: string, failed: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    tell(done)
  } catch {
    warn(failed)
  }
}
