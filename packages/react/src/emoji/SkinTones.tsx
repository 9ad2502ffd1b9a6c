import { useId } from 'react'
import { words } from '../words/words.ts'
import { type Tone, tones } from './skinTone.ts'

interface Props {
  tone: Tone
  onChoose: (tone: Tone) => void
}

export function SkinTones({ tone, onChoose }: Props) {
  const name = useId()
  return (
    <fieldset className="flex shrink-0">
      <legend className="sr-only">{words.emoji.tone}</legend>
      {tones.map((each, at) => (
        <label
          key={each}
          title={words.emoji.tones[at]}
          className="relative flex size-7 items-center justify-center rounded-control hover:bg-hover has-checked:bg-chosen touch:size-11"
        >
          <input
            type="radio"
            name={name}
            aria-label={words.emoji.tones[at]}
            checked={each === tone}
            onChange={() => onChoose(each)}
            className="absolute inset-0 cursor-pointer appearance-none rounded-control"
          />
          <span
            aria-hidden="true"
            className="pointer-events-none relative font-emoji"
          >{`✋${each}`}</span>
        </label>
      ))}
    </fieldset>
  )
}
