import { ConversationAvatar } from '@parley/react/list/ConversationAvatar'
import { Avatar } from '@parley/react/parts/Avatar'
import { words } from '../../words/words.ts'
import type { Entry } from './usePalette.ts'

interface Props {
  id: string
  entry: Entry
  isActive: boolean
  onPoint: () => void
  onChoose: () => void
}

/** The focus stays in the field, so it takes no press away from there. */
export function Option({ id, entry, isActive, onPoint, onChoose }: Props) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are pressed in the field
    // biome-ignore lint/a11y/useFocusableInteractive: it is active by the field's own words
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      onPointerMove={() => !isActive && onPoint()}
      onMouseDown={event => event.preventDefault()}
      onClick={onChoose}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-2.5 py-1.5 aria-selected:bg-chosen"
    >
      {entry.kind === 'conversation' && (
        <ConversationAvatar conversation={entry.listed} size="small" isHidden />
      )}
      {entry.kind === 'person' && <Avatar user={entry.person} size="small" />}
      <span className="flex min-w-0 flex-1 flex-col">
        <span className="truncate">
          <bdi>{entry.name}</bdi>
        </span>
        <Under entry={entry} />
      </span>
    </div>
  )
}

function Under({ entry }: { entry: Entry }) {
  const line = 'truncate text-small text-soft'
  if (entry.kind === 'person') return <span className={line}>{words.roles[entry.person.role]}</span>
  if (entry.kind === 'command' || !entry.listed.job) return null
  return (
    <span className={line}>
      <bdi>{entry.listed.job.title}</bdi>
    </span>
  )
}
