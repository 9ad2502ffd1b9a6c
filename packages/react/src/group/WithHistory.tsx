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
    <label className="flex items-start gap-3 touch:min-h-11">
      <input
        type="checkbox"
        aria-labelledby={`${id}-label`}
        checked={isOn}
        onChange={event => onSwitch(event.target.checked)}
        aria-describedby={`${id}-hint`}
        className="mt-0.5 size-4 accent-act"
      />
      <span className="flex flex-col">
        <span id={`${id}-label`} className="font-medium text-small">
          {words.group.withHistory}
        </span>
        <span id={`${id}-hint`} className="text-small text-soft">
          {isOn ? words.group.fromBeginning : words.group.fromNow}
          {isOn && hasReturning && ` ${words.group.returning}`}
        </span>
      </span>
    </label>
  )
}
