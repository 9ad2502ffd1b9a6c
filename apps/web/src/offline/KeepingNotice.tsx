import { Note } from '@parley/react/parts/Note'
import { useKeeping } from '@parley/react/useKeeping'
import { words } from '../words/words.ts'

/** Says when this browser does not keep what is here, or what it kept was of no use. */
export function KeepingNotice() {
  const keeping = useKeeping()
  const recovered = keeping.recovered ? words.keeping.recovered : undefined
  return <Note text={keeping.state === 'memory' ? words.keeping[keeping.because] : recovered} />
}
