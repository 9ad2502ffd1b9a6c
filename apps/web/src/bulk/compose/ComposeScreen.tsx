/** One text for many customers: to whom, what, and when; and before it goes, who gets it. */
import { trpc } from '@parley/react/trpc'
import { useClient } from '@parley/react/useClient'
import { useReadable } from '@parley/react/useReadable'
import { useMemo, useState } from 'react'
import { Button } from '../../parts/Button.tsx'
import { composeWords } from '../../words/composeWords.ts'
import { words } from '../../words/words.ts'
import { BulkPage } from '../BulkPage.tsx'
import { AboutWhich } from './AboutWhich.tsx'
import { composed } from './composed.ts'
import { draftOf } from './draftOf.ts'
import { PreviewPanel } from './PreviewPanel.tsx'
import { SaveTemplate } from './SaveTemplate.tsx'
import { Section } from './Section.tsx'
import { SendPanel } from './SendPanel.tsx'
import { TakeTemplate } from './TakeTemplate.tsx'
import { TextField } from './TextField.tsx'
import { type Side, usePreview } from './usePreview.ts'
import { When } from './When.tsx'
import { Who } from './Who.tsx'

export function ComposeScreen() {
  const { state, change } = draftOf(useClient())
  const kept = useReadable(state)
  const { data: jobs = [], isSuccess } = trpc.jobs.list.useQuery()
  // The job may have gone since.
  const hasJob = !isSuccess || jobs.some(({ id }) => id === kept.jobId)
  const draft = useMemo(() => (hasJob ? kept : { ...kept, jobId: '' }), [kept, hasJob])

  const { what, who, text } = useMemo(() => composed(draft), [draft])
  const [side, setSide] = useState<Side>('reached')
  const preview = usePreview(what, side)
  const [isAsked, setAsked] = useState(false)
  const [isSaving, setSaving] = useState(false)
  const { jobId, jobType, jobStatus, place } = draft.filter
  const isByJob = draft.by === 'filter' && Boolean(jobId ?? jobType ?? jobStatus ?? place)

  return (
    <BulkPage title={composeWords.title} back={{ href: '/bulk', label: words.bulk }} isWide>
      <div className="grid items-start gap-5 three:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <Who draft={draft} jobs={jobs} issue={isAsked ? who : undefined} onChange={change} />
          <Section title={composeWords.what}>
            <AboutWhich
              jobs={jobs}
              jobId={draft.jobId}
              isByJob={isByJob}
              onChoose={id => change({ jobId: id })}
            />
            <TextField
              text={draft.text}
              issue={isAsked ? text : undefined}
              onChange={written => change({ text: written })}
            >
              <TakeTemplate text={draft.text} onTake={taken => change({ text: taken })} />
              <Button kind="plain" disabled={text !== undefined} onClick={() => setSaving(true)}>
                {composeWords.saveTemplate}
              </Button>
            </TextField>
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-5 three:sticky three:top-0">
          <PreviewPanel preview={preview} side={side} onSide={setSide} />
          <When at={draft.at} isAsked={isAsked} onChange={at => change({ at })} />
          <SendPanel draft={draft} what={what} preview={preview} onAsk={() => setAsked(true)} />
        </div>
      </div>
      {isSaving && <SaveTemplate text={draft.text} onClose={() => setSaving(false)} />}
    </BulkPage>
  )
}
