import { Note } from '../parts/Note.tsx'
import { useConnection } from '../useConnection.ts'
import { words } from '../words/words.ts'
import { useLasting } from './useLasting.ts'

/** While a server restarts it is on the slower way for a moment. */
const concernAfter = 5_000

/** Says that the network blocks WebSockets, so that everything takes a little longer. */
export function SlowNotice() {
  const connection = useConnection()
  const isSlow = useLasting(
    connection.state === 'online' && connection.via === 'http',
    concernAfter,
  )
  return <Note text={isSlow ? words.connection.slow : undefined} />
}
