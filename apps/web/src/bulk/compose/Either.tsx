import { useId } from 'react'

interface Props<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChoose: (value: Value) => void
}

/** One of two or three ways, side by side. */
export function Either<Value extends string>({ label, value, options, onChoose }: Props<Value>) {
  const name = useId()
  return (
    <fieldset className="min-w-0">
      <legend className="sr-only">{label}</legend>
      <div className="grid grid-cols-2 gap-2">
        {options.map(option => (
          <label
            key={option.value}
            className="flex min-h-11 items-center gap-2 rounded-control border border-edge bg-raised px-3 py-1 text-small has-checked:border-petrol has-checked:bg-chosen has-focus-visible:outline-2 has-focus-visible:outline-petrol has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
              className="accent-act outline-none"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
