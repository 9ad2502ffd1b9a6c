import type { Template } from '@parley/protocol/bulk'
import { limits } from '@parley/protocol/limits'
import { trpc } from '@parley/react/trpc'
import { useState } from 'react'
import { PlusIcon } from '../../icons/PlusIcon.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { reasonOf } from '../../parts/reasonOf.ts'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { BulkPage } from '../BulkPage.tsx'
import { NotLoaded } from '../report/NotLoaded.tsx'
import { EditTemplate } from './EditTemplate.tsx'
import { TemplateList } from './TemplateList.tsx'

const { templates, template } = bulkReportWords
const toBulk = { href: '/bulk', label: bulkReportWords.one.back }

/** Texts to use again: all of them, or the one that is being written. */
export function TemplatesScreen() {
  const { data, error, refetch } = trpc.bulk.templates.list.useQuery(undefined, { staleTime: 0 })
  const [editing, setEditing] = useState<Template | 'new'>()

  if (editing) {
    const changed = editing === 'new' ? undefined : editing
    return (
      <BulkPage key="one" title={changed ? template.editTitle : template.createTitle} back={toBulk}>
        <EditTemplate
          template={changed}
          onSaved={() => void refetch()}
          onClose={() => setEditing(undefined)}
        />
      </BulkPage>
    )
  }
  const isFull = data !== undefined && data.length >= limits.templatesPerPerson
  return (
    <BulkPage
      key="all"
      title={templates.title}
      back={toBulk}
      acts={
        data &&
        data.length > 0 && (
          <Button disabled={isFull} onClick={() => setEditing('new')}>
            <PlusIcon />
            {templates.create}
          </Button>
        )
      }
    >
      {isFull && <p className="text-soft">{templates.full(limits.templatesPerPerson)}</p>}
      {!data && (
        <NotLoaded
          refusal={error ? reasonOf(error) : undefined}
          text={templates.notLoaded}
          offline={templates.offline}
          onAgain={() => void refetch()}
        />
      )}
      {data?.length === 0 && (
        <EmptyState title={templates.empty} text={templates.emptyText}>
          <Button onClick={() => setEditing('new')}>{templates.create}</Button>
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <TemplateList templates={data} onEdit={setEditing} onRemoved={refetch} />
      )}
    </BulkPage>
  )
}
