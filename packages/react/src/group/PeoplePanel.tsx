import type { Listed } from '@parley/client/listed'
import { useRef, useState } from 'react'
import { useOffline } from '../connection/useOffline.ts'
import { PlusIcon } from '../icons/PlusIcon.tsx'
import { Button } from '../parts/Button.tsx'
import { useClient } from '../useClient.ts'
import { words } from '../words/words.ts'
import { BlockOther } from './BlockOther.tsx'
import { GroupAct, type GroupActKind } from './GroupAct.tsx'
import { GroupHead } from './GroupHead.tsx'
import { isGroup } from './isGroup.ts'
import { isInCharge } from './isInCharge.ts'
import { Member } from './Member.tsx'

/** Who is in it, and what can be done about that. */
export function PeoplePanel({ conversation }: { conversation: Listed }) {
  const { userId: me } = useClient()
  const isOffline = useOffline()
  const [doing, setDoing] = useState<GroupActKind>()
  const heading = useRef<HTMLHeadingElement>(null)
  const { participants, others, openedBy } = conversation
  const isOne = isGroup(conversation)
  const mayRemove = isOne && isInCharge(conversation, me)
  const own = participants.filter(({ userId }) => userId === me)
  const members = [...own, ...others]

  return (
    <div className="flex flex-col gap-5 p-4">
      {isOne && (
        <GroupHead
          conversation={conversation}
          isOffline={isOffline}
          onRename={() => setDoing({ kind: 'rename' })}
        />
      )}
      <section className="flex flex-col gap-3">
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-small text-soft outline-none">
          {words.group.count(members.length)}
        </h2>
        {isOffline && <p className="text-small text-soft">{words.group.offline}</p>}
        <ul className="flex flex-col gap-3">
          {members.map(member => (
            <Member
              key={member.userId}
              participant={member}
              isMe={member.userId === me}
              isOpener={isOne && member.userId === openedBy}
              isOffline={isOffline}
              onRemove={
                mayRemove && member.userId !== me
                  ? () => setDoing({ kind: 'remove', person: member.user })
                  : undefined
              }
              onGone={() => heading.current?.focus()}
            />
          ))}
        </ul>
        <Button
          kind="quiet"
          disabled={isOffline}
          onClick={() => setDoing({ kind: 'add' })}
          className="mt-1"
        >
          <PlusIcon />
          {words.group.add}
        </Button>
        {!isOne && <p className="text-small text-soft">{words.group.pairHint}</p>}
      </section>
      {!isOne && others[0] && <BlockOther person={others[0].user} focusOtherwise={heading} />}
      {isOne && (
        <Button kind="danger" disabled={isOffline} onClick={() => setDoing({ kind: 'leave' })}>
          {words.group.leave}
        </Button>
      )}
      {doing && (
        <GroupAct
          act={doing}
          conversation={conversation}
          focusOtherwise={heading}
          onClose={() => setDoing(undefined)}
        />
      )}
    </div>
  )
}
