import { words } from '../../words/words.ts'
import { BulkPage } from '../BulkPage.tsx'

/** One text for many customers. */
export function ComposeScreen() {
  return (
    <BulkPage title={words.bulk} back={{ href: '/bulk', label: words.bulk }}>
      {undefined}
    </BulkPage>
  )
}
