/** The page's own script, as it was before there was a conversation in it. */
import './page.css'
import { showChat } from './chat.tsx'
import { me } from './whoLooks.ts'

function element(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no #${id}`)
  return found
}

element('member').textContent = me.name

const { dataset } = document.documentElement
element('night').addEventListener('click', () => {
  dataset.theme = dataset.theme === 'dark' ? 'light' : 'dark'
})

let endChat: (() => void) | undefined

function toggleChat() {
  if (endChat) endChat()
  endChat = endChat ? undefined : showChat(element('chat'))
  element('talk').setAttribute('aria-expanded', String(endChat !== undefined))
}

element('talk').addEventListener('click', toggleChat)
toggleChat()
