import { useId } from 'react'
import { words } from '../words/words.ts'

interface Props {
  isOn: boolean
  /** Somebody among them was in it before. */
  hasReturning: boolean
  onSwitch: (isOn: boolean) => void
}

/** Whether newcomers see what was written before they came. */
export function WithHistory({ isOn, hasReturning, onSwitch }: Props) {
  const id = useId()
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        checked={isOn}
        onChange={event => onSwitch(event.target.checked)}
        aria-describedby={`${id}-hint`}
        className="mt-0.5 size-4 accent-act"
      />
      <div className="flex flex-col">
        <label htmlFor={id} className="font-medium text-small">
          {words.group.withHistory}
        </label>
        <p id={`${id}-hint`} className="text-small text-soft">
          {isOn ? words.group.fromBeginning : words.group.fromNow}
          {isOn && hasReturning && ` ${words.group.returning}`}
        </p>
      </div>
    </div>
  )
}
