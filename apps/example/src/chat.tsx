/** All that this page does to have a conversation in it. */
import '@parley/react/parley.css'
import { createClient } from '@parley/client/client'
import { ConversationWith } from '@parley/react/conversation/ConversationWith'
import { ParleyProvider } from '@parley/react/ParleyProvider'
import { createRoot } from 'react-dom/client'
import { me, otherId } from './whoLooks.ts'

async function token(): Promise<string> {
  const answer = await fetch(`/parley-token?as=${me.as}`)
  if (!answer.ok) throw new Error(await answer.text())
  return answer.text()
}

export function showChat(place: HTMLElement): () => void {
  const url = import.meta.env.VITE_PARLEY_URL ?? 'http://127.0.0.1:4000'
  const client = createClient({ url, userId: me.id, token })
  const root = createRoot(place)
  root.render(
    <ParleyProvider client={client}>
      <ConversationWith userId={otherId} />
    </ParleyProvider>,
  )
  return () => {
    root.unmount()
    client.close()
  }
}
