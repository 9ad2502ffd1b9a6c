import type { Template } from '@parley/protocol/bulk'
import { variablesIn } from '@parley/protocol/template'
import { Button } from '@parley/react/parts/Button'
import { Confirm } from '@parley/react/parts/Confirm'
import { tell } from '@parley/react/parts/notices'
import { exactTimeOf, momentOf } from '@parley/react/time/format'
import { useClient } from '@parley/react/useClient'
import { useRef, useState } from 'react'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { composeWords } from '../../words/composeWords.ts'

const words = bulkReportWords.templates

interface Props {
  templates: readonly Template[]
  onEdit: (template: Template) => void
  onRemoved: () => Promise<unknown>
}

export function TemplateList({ templates, onEdit, onRemoved }: Props) {
  const { bulk } = useClient().api
  const [removing, setRemoving] = useState<Template>()
  const list = useRef<HTMLUListElement>(null)
  return (
    <>
      <ul
        ref={list}
        tabIndex={-1}
        aria-label={words.list}
        className="flex flex-col gap-3 outline-none"
      >
        {templates.map(template => (
          <Row
            key={template.id}
            template={template}
            onEdit={() => onEdit(template)}
            onRemove={() => setRemoving(template)}
          />
        ))}
      </ul>
      {removing && (
        <Confirm
          title={words.removeTitle(removing.name)}
          text={words.removeText}
          act={words.remove}
          keep={bulkReportWords.cancel.keepScheduled}
          isFinal
          onAct={async signal => {
            await bulk.templates.remove.mutate({ templateId: removing.id }, { signal })
            tell(words.removed)
            await onRemoved()
          }}
          failed={bulkReportWords.failed}
          onClose={() => setRemoving(undefined)}
          focusOtherwise={list}
        />
      )}
    </>
  )
}

interface RowProps {
  template: Template
  onEdit: () => void
  onRemove: () => void
}

function Row({ template: { name, text, updatedAt }, onEdit, onRemove }: RowProps) {
  const { known } = variablesIn(text)
  return (
    <li className="flex flex-col gap-2 rounded-card bg-raised p-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="min-w-0 font-semibold">
          <bdi>{name}</bdi>
        </h2>
        <time dateTime={updatedAt} title={exactTimeOf(updatedAt)} className="text-small text-soft">
          {words.changed(momentOf(updatedAt))}
        </time>
      </div>
      <p dir="auto" className="line-clamp-3 whitespace-pre-wrap">
        {text}
      </p>
      {known.length > 0 && (
        <ul aria-label={words.variables} className="flex flex-wrap gap-1.5">
          {known.map(variable => (
            <li key={variable} className="rounded-full bg-chosen px-2 py-px text-petrol text-tiny">
              {composeWords.variables[variable]}
            </li>
          ))}
        </ul>
      )}
      <div className="flex gap-5">
        <Button kind="plain" aria-label={words.editLabel(name)} onClick={onEdit}>
          {words.edit}
        </Button>
        <Button
          kind="plain"
          className="text-danger!"
          aria-label={words.removeLabel(name)}
          onClick={onRemove}
        >
          {words.remove}
        </Button>
      </div>
    </li>
  )
}
