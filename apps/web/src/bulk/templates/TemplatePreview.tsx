import type { User } from '@parley/protocol/user'
import { RichText } from '@parley/react/message/RichText'
import { Problem } from '@parley/react/parts/Problem'
import { useId, useState } from 'react'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { failureIn } from '../../words/failureWords.ts'
import { words } from '../../words/words.ts'
import { Section } from '../compose/Section.tsx'
import { useReaders } from './useReaders.ts'
import { useReading } from './useReading.ts'

const { preview, previewWith, previewOf, previewFailed, previewEmpty, previewNobody, wouldNot } =
  bulkReportWords.template

/**
 * What a real customer would read: anybody, or, where it speaks of a job, the customer of one.
 *
 * @param text absent while there is none that could be sent
 */
export function TemplatePreview({ text }: { text: string | undefined }) {
  const id = useId()
  const [chosen, setChosen] = useState('')
  const readers = useReaders(text ?? '')
  const reader = readers?.find(({ key }) => key === chosen) ?? readers?.[0]
  const { read, hasFailed } = useReading(text, reader)
  return (
    <Section title={preview}>
      {text === undefined && <p className="text-soft">{previewEmpty}</p>}
      {text !== undefined && readers?.length === 0 && <p className="text-soft">{previewNobody}</p>}
      {text !== undefined && readers && reader && (
        <>
          <div className="flex flex-col gap-1">
            <label htmlFor={id} className="font-medium text-small">
              {previewWith}
            </label>
            <select
              id={id}
              value={reader.key}
              onChange={event => setChosen(event.target.value)}
              className="min-h-10 min-w-0 rounded-control border border-edge bg-raised px-3 touch:min-h-11"
            >
              {readers.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          </div>
          {hasFailed && <Problem text={previewFailed} />}
          {read?.text !== undefined && <Reading of={read.user} text={read.text} />}
          {read?.reason && (
            <p role="status" className="text-danger">
              {wouldNot(nameOf(read.user), failureIn(read.reason, read.missing))}
            </p>
          )}
        </>
      )}
    </Section>
  )
}

function nameOf(user: User | undefined): string {
  return user?.name ?? words.somebody
}

/** As it will stand in their conversation. */
function Reading({ of, text }: { of: User | undefined; text: string }) {
  return (
    <figure className="flex flex-col gap-1.5">
      <figcaption className="font-medium text-small">{previewOf(nameOf(of))}</figcaption>
      <p
        dir="auto"
        className="ms-auto w-fit max-w-[90%] whitespace-pre-wrap rounded-bubble rounded-ee-corner bg-mine px-3 py-1.5 text-on-mine"
      >
        <RichText text={text} />
      </p>
    </figure>
  )
}
