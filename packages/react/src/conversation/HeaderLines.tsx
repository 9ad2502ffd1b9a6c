import type { Listed } from '@parley/client/listed'
import { isGroup } from '../group/isGroup.ts'
import { PresenceLine } from '../presence/PresenceLine.tsx'
import { typingText } from '../presence/typingText.ts'
import { useTyping } from '../useTyping.ts'
import { words } from '../words/words.ts'

interface Props {
  conversation: Listed
}

/**
 * What it is about, and how things stand with the others. The header is as high as with both, so
 * that nothing below it moves as they come. It is not read out as it changes: typing comes and
 * goes with every message, and those who want to know find it here.
 */
export function HeaderLines({ conversation }: Props) {
  const { job } = conversation
  return (
    <div className="flex min-w-0 flex-col two:flex-row two:gap-x-2 two:max-three:flex-col">
      {job && (
        <p className="min-w-0 truncate text-petrol text-small">
          <bdi>{job.title}</bdi>
        </p>
      )}
      <p
        className={`h-4.5 min-w-0 shrink-0 truncate text-small text-soft empty:hidden ${job ? 'two:not-empty:before:me-2 two:not-empty:before:content-["·"/""] two:max-three:not-empty:before:content-none' : ''}`}
      >
        <Standing conversation={conversation} />
      </p>
    </div>
  )
}

/** Who types; or how many they are; or whether the one other is there. */
function Standing({ conversation }: Props) {
  const { id, others } = conversation
  const typing = typingText(useTyping(id), conversation)
  const [other] = others
  if (typing) return <bdi className="text-petrol">{typing}</bdi>
  if (isGroup(conversation)) return <>{words.group.count(others.length + 1)}</>
  return other ? <PresenceLine userId={other.userId} /> : null
}
