import { words } from '../words/words.ts'
import { groupNames } from './emojiData.ts'
import type { SectionName } from './emojiRows.ts'

const signs: Record<SectionName, string> = {
  recent: '🕘',
  smileys: '😀',
  people: '👋',
  nature: '🐻',
  food: '🍎',
  activities: '⚽',
  travel: '🚗',
  objects: '💡',
  symbols: '❤️',
  flags: '🏁',
}

interface Props {
  hasRecent: boolean
  /** Whose emoji stand at the top. */
  current: SectionName | undefined
  onGo: (section: SectionName) => void
}

/** Jumps to a group. */
export function GroupBar({ hasRecent, current, onGo }: Props) {
  const sections: SectionName[] = hasRecent ? ['recent', ...groupNames] : [...groupNames]
  return (
    <div className="flex shrink-0 overflow-x-auto border-line border-b px-2">
      {sections.map(section => (
        <button
          key={section}
          type="button"
          aria-label={words.emoji.groups[section]}
          aria-current={section === current ? 'true' : undefined}
          title={words.emoji.groups[section]}
          onClick={() => onGo(section)}
          className="flex h-9 min-w-7 flex-1 items-center justify-center border-transparent border-b-2 font-emoji text-large opacity-70 grayscale hover:opacity-100 hover:grayscale-0 focus-visible:-outline-offset-2 aria-[current]:border-petrol aria-[current]:opacity-100 aria-[current]:grayscale-0 touch:h-11 touch:min-w-11"
        >
          <span aria-hidden="true">{signs[section]}</span>
        </button>
      ))}
    </div>
  )
}
