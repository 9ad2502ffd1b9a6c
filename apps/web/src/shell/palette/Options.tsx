import { words } from '../../words/words.ts'
import { Option } from './Option.tsx'
import type { Entry, Group } from './usePalette.ts'

interface Props {
  id: string
  idOf: (entry: Entry) => string
  groups: readonly Group[]
  active: Entry | undefined
  onPoint: (entry: Entry) => void
  onChoose: (entry: Entry) => void
}

export function Options({ id, idOf, groups, active, onPoint, onChoose }: Props) {
  return (
    <div id={id} role="listbox" aria-label={words.palette.title}>
      {groups.map(({ label, entries }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
        <div key={label} role="group" aria-label={label}>
          <p aria-hidden="true" className="px-2.5 pt-2 pb-1 font-medium text-soft text-tiny">
            {label}
          </p>
          {entries.map(entry => (
            <Option
              key={entry.key}
              id={idOf(entry)}
              entry={entry}
              isActive={entry === active}
              onPoint={() => onPoint(entry)}
              onChoose={() => onChoose(entry)}
            />
          ))}
        </div>
      ))}
    </div>
  )
}
