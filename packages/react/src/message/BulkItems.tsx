import type { Message } from '@parley/protocol/message'
import type { Room } from '../conversation/room.ts'
import { BlockIcon } from '../icons/BlockIcon.tsx'
import { HushIcon } from '../icons/HushIcon.tsx'
import { ManyIcon } from '../icons/ManyIcon.tsx'
import { MenuItem, MenuLine } from '../parts/Menu.tsx'
import { tell, warn } from '../parts/notices.ts'
import { reasonOf } from '../parts/reasonOf.ts'
import { useAcceptBulk } from '../people/useAcceptBulk.ts'
import { useBlocked } from '../people/useBlocked.ts'
import { useBlocking } from '../people/useBlocking.ts'
import { recipientWords } from '../words/recipientWords.ts'

/** What somebody can do about a message that came to several people. */
export function BulkItems({ message, room }: { message: Message; room: Room }) {
  const { accepts, accept } = useAcceptBulk()
  const { isBlocked } = useBlocked()
  const { unblock } = useBlocking()
  const sender = room.others.find(({ userId }) => userId === message.senderId)?.user

  function resume() {
    accept(true).then(
      () => tell(recipientWords.resumed),
      error => warn(recipientWords.failed(reasonOf(error))),
    )
  }

  return (
    <>
      <MenuLine />
      {accepts === false ? (
        <MenuItem icon={<ManyIcon />} onSelect={resume}>
          {recipientWords.resume}
        </MenuItem>
      ) : (
        <MenuItem icon={<HushIcon />} onSelect={() => room.acts.ask({ kind: 'stopBulk' })}>
          {recipientWords.stop}
        </MenuItem>
      )}
      {sender &&
        (isBlocked(sender.id) ? (
          <MenuItem icon={<BlockIcon />} onSelect={() => void unblock(sender)}>
            {recipientWords.unblock(sender.name)}
          </MenuItem>
        ) : (
          <MenuItem
            icon={<BlockIcon />}
            isDanger
            onSelect={() => room.acts.ask({ kind: 'block', person: sender })}
          >
            {recipientWords.block(sender.name)}
          </MenuItem>
        ))}
    </>
  )
}
