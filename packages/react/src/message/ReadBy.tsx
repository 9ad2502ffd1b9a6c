import type { Message } from '@parley/protocol/message'
import { type RefObject, useId } from 'react'
import { Avatar } from '../parts/Avatar.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { exactTimeOf, momentOf } from '../time/format.ts'
import { useClient } from '../useClient.ts'
import { useReadable } from '../useReadable.ts'
import { words } from '../words/words.ts'
import { progressOf, type Reached } from './progress.ts'

interface Props {
  message: Message
  focusOtherwise: RefObject<HTMLElement | null>
  onClose: () => void
}

/** Who has read a message and who only has it; it goes on as they read. */
export function ReadBy({ message, focusOtherwise, onClose }: Props) {
  const { conversation } = useReadable(useClient().conversation(message.conversationId).view)
  const { read, got, waiting } = progressOf(message, conversation?.others ?? [])
  const { readBy, readByText, readNobody, gotBy, notYet } = words.message
  return (
    <Dialog title={readBy} text={readByText} focusOtherwise={focusOtherwise} onClose={onClose}>
      <div className="flex flex-col gap-4 p-5">
        {read.length === 0 && <p>{readNobody}</p>}
        <People heading={readBy} people={read} />
        <People heading={gotBy} people={got} />
        <People heading={notYet} people={waiting} />
      </div>
    </Dialog>
  )
}

function People({ heading, people }: { heading: string; people: readonly Reached[] }) {
  const id = useId()
  if (people.length === 0) return null
  return (
    <section aria-labelledby={id} className="flex flex-col gap-2">
      <h3 id={id} className="font-semibold text-small text-soft">
        {heading}
      </h3>
      <ul className="flex flex-col gap-2">
        {people.map(({ person: { user }, at }) => (
          <li key={user.id} className="flex items-center gap-3">
            <Avatar user={user} size="small" />
            <bdi className="min-w-0 flex-1 truncate">{user.name}</bdi>
            {at && (
              <time dateTime={at} title={exactTimeOf(at)} className="shrink-0 text-small text-soft">
                {momentOf(at)}
              </time>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
