import type { Template } from '@parley/protocol/bulk'
import { Busy } from '@parley/react/parts/Busy'
import { Button } from '@parley/react/parts/Button'
import { Confirm } from '@parley/react/parts/Confirm'
import { Menu, MenuItem } from '@parley/react/parts/Menu'
import { warn } from '@parley/react/parts/notices'
import { trpc } from '@parley/react/trpc'
import { useState } from 'react'
import { composeWords } from '../../words/composeWords.ts'
import { words } from '../../words/words.ts'

interface Props {
  text: string
  onTake: (text: string) => void
}

/** A text from before. What was written is not replaced unasked, unless it is a template itself. */
export function TakeTemplate({ text, onTake }: Props) {
  const [isWanted, setWanted] = useState(false)
  const [asked, setAsked] = useState<Template>()
  const templates = trpc.bulk.templates.list.useQuery()
  const { data } = templates
  const isNew = text.trim() !== '' && !data?.some(template => template.text === text)

  const button = (
    <Button kind="quiet" aria-haspopup="menu" onClick={open}>
      {isWanted && templates.isFetching && !data && <Busy />}
      {composeWords.takeTemplate}
    </Button>
  )

  async function open() {
    setWanted(true)
    if (data) return
    const { isError } = await templates.refetch()
    if (!isError) return
    warn(composeWords.templatesFailed)
    setWanted(false)
  }

  return (
    <>
      {isWanted && data ? (
        <Menu trigger={button} landmark="main">
          <Templates
            templates={data}
            onChoose={template => (isNew ? setAsked(template) : onTake(template.text))}
          />
        </Menu>
      ) : (
        button
      )}
      {asked && (
        <Confirm
          title={composeWords.replaceTitle(asked.name)}
          text={composeWords.replaceText}
          act={composeWords.replaceAct}
          onAct={async () => onTake(asked.text)}
          failed={words.message.refused}
          onClose={() => setAsked(undefined)}
        />
      )}
    </>
  )
}

interface TemplatesProps {
  templates: readonly Template[]
  onChoose: (template: Template) => void
}

function Templates({ templates, onChoose }: TemplatesProps) {
  if (templates.length === 0) {
    return <p className="max-w-64 px-2.5 py-2 text-small text-soft">{composeWords.noTemplates}</p>
  }
  return templates.map(template => (
    <MenuItem key={template.id} onSelect={() => onChoose(template)}>
      <span className="flex min-w-0 max-w-72 flex-col py-1">
        <span className="truncate">
          <bdi>{template.name}</bdi>
        </span>
        <span className="truncate text-soft text-tiny">
          <bdi>{template.text}</bdi>
        </span>
      </span>
    </MenuItem>
  ))
}
