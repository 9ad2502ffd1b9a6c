/** One text for many customers: to whom, what, and when; and before it goes, who gets it. */
import type { RecipientFilter } from '@parley/protocol/bulkFilter'
import { trpc } from '@parley/react/trpc'
import { useClient } from '@parley/react/useClient'
import { useReadable } from '@parley/react/useReadable'
import { useMemo, useState } from 'react'
import { composeWords, type Issue } from '../../words/composeWords.ts'
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
  const draft = useReadable(state)
  const { by, people, filter, text: written } = draft
  const { data: jobs = [], isSuccess } = trpc.jobs.list.useQuery()
  // The job may have gone since.
  const jobId = !isSuccess || jobs.some(({ id }) => id === draft.jobId) ? draft.jobId : ''
  // Not anew when only its time or its key is another.
  const { what, who, text } = useMemo(
    () => composed({ by, people, filter, jobId, text: written }),
    [by, people, filter, jobId, written],
  )
  const [side, setSide] = useState<Side>('reached')
  const preview = usePreview(what, side)
  const [isAsked, setAsked] = useState(false)
  const isByJob = by === 'filter' && hasJobCondition(filter)

  return (
    <BulkPage title={composeWords.title} back={{ href: '/bulk', label: words.bulk }} isWide>
      <div className="grid items-start gap-5 three:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <Who draft={draft} jobs={jobs} issue={isAsked ? who : undefined} onChange={change} />
          <Section title={composeWords.what}>
            <AboutWhich
              jobs={jobs}
              jobId={jobId}
              isByJob={isByJob}
              onChoose={id => change({ jobId: id })}
            />
            <TextField
              text={written}
              issue={isAsked ? text : undefined}
              onChange={next => change({ text: next })}
            >
              <TakeTemplate text={written} onTake={taken => change({ text: taken })} />
              <SaveTemplate text={written} isGood={text === undefined} />
            </TextField>
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-5 three:sticky three:top-0">
          <PreviewPanel
            preview={preview}
            isWrong={isWrong(who) || isWrong(text)}
            side={side}
            onSide={setSide}
          />
          <When at={draft.at} isAsked={isAsked} onChange={at => change({ at })} />
          <SendPanel draft={draft} what={what} preview={preview} onAsk={() => setAsked(true)} />
        </div>
      </div>
    </BulkPage>
  )
}

/** Not only missing. */
function isWrong(issue: Issue | undefined): boolean {
  return issue === 'unknownVariable' || issue === 'tooLong' || issue === 'badCondition'
}

function hasJobCondition({ jobId, jobType, jobStatus, place }: RecipientFilter): boolean {
  return [jobId, jobType, jobStatus, place].some(condition => condition !== undefined)
}
