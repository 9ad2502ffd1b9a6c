import type { Template } from '@parley/protocol/bulk'
import { limits } from '@parley/protocol/limits'
import { PlusIcon } from '@parley/react/icons/PlusIcon'
import { Button } from '@parley/react/parts/Button'
import { EmptyState } from '@parley/react/parts/EmptyState'
import { reasonOf } from '@parley/react/parts/reasonOf'
import { trpc } from '@parley/react/trpc'
import { useState } from 'react'
import { useLocation, useSearch } from 'wouter'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { BulkPage } from '../BulkPage.tsx'
import { NotLoaded } from '../report/NotLoaded.tsx'
import { EditTemplate } from './EditTemplate.tsx'
import { TemplateList } from './TemplateList.tsx'

const { templates, template } = bulkReportWords
const all = '/bulk/templates'
const anew = 'new'
const addressOf = (which: string) => `${all}?edit=${which}`
const toBulk = { href: '/bulk', label: bulkReportWords.one.back }

/** Texts to use again: all of them, or the one that is being written. */
export function TemplatesScreen() {
  const { data, error, refetch } = trpc.bulk.templates.list.useQuery(undefined, { staleTime: 0 })
  const [, navigate] = useLocation()
  const edited = useEdited(data)
  const edit = (which: string) => navigate(addressOf(which))

  if (edited) {
    const { changed } = edited
    return (
      <BulkPage
        key="one"
        title={changed ? template.editTitle : template.createTitle}
        back={{ href: all, label: template.back }}
      >
        <EditTemplate
          key={changed?.id}
          template={changed}
          onSaved={() => void refetch()}
          onClose={() => navigate(all, { replace: true })}
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
          <Button disabled={isFull} onClick={() => edit(anew)}>
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
          <Button onClick={() => edit(anew)}>{templates.create}</Button>
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <TemplateList templates={data} onEdit={({ id }) => edit(id)} onRemoved={refetch} />
      )}
    </BulkPage>
  )
}

/**
 * What the address says is being written: a new one, or one of those that there are. It stays while
 * somebody is at it, also when it is removed elsewhere meanwhile.
 */
function useEdited(templates: readonly Template[] | undefined): { changed?: Template } | undefined {
  const which = new URLSearchParams(useSearch()).get('edit')
  const [opened, setOpened] = useState<Template>()
  const found = templates?.find(({ id }) => id === which)
  if (found && found.id !== opened?.id) setOpened(found)
  if (which === anew) return {}
  const changed = found ?? (opened?.id === which ? opened : undefined)
  return changed && { changed }
}
