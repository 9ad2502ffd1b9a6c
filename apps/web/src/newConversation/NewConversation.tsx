import { limits } from '@parley/protocol/limits'
import type { User } from '@parley/protocol/user'
import { Busy } from '@parley/react/parts/Busy'
import { Button } from '@parley/react/parts/Button'
import { Dialog } from '@parley/react/parts/Dialog'
import { Field } from '@parley/react/parts/Field'
import { FormEnd } from '@parley/react/parts/FormEnd'
import { Problem } from '@parley/react/parts/Problem'
import { WaitingHint } from '@parley/react/parts/WaitingHint'
import { ChoosePeople } from '@parley/react/people/ChoosePeople'
import { type FormEvent, useState } from 'react'
import { words } from '../words/words.ts'
import { AboutJob } from './AboutJob.tsx'
import { useBegin } from './useBegin.ts'
import { useSharedJobs } from './useSharedJobs.ts'

interface Props {
  onClose: () => void
  onOpened: (conversationId: string) => void
}

/** Find somebody, or several, say what it is about, begin. */
export function NewConversation({ onClose, onOpened }: Props) {
  const [people, setPeople] = useState<readonly User[]>([])
  const [name, setName] = useState('')
  const [chosenJob, setJob] = useState('')
  const jobs = useSharedJobs(people)
  const { busy, refusal, begin } = useBegin(id => {
    onOpened(id)
    onClose()
  })
  const isForGroup = people.length > 1

  function submit(event: FormEvent) {
    event.preventDefault()
    if (people.length === 0) return
    // Whoever's job it is may have been taken out again.
    const jobId = jobs.some(({ id }) => id === chosenJob) ? chosenJob : ''
    void begin({ people, title: isForGroup ? name.trim() : '', jobId })
  }

  return (
    <Dialog title={words.open.title} onClose={onClose}>
      <form onSubmit={submit} className="flex min-h-0 flex-1 flex-col gap-4 px-5 pt-5">
        <ChoosePeople chosen={people} onChoose={setPeople} />
        {isForGroup && (
          <Field
            label={words.group.name}
            hint={words.group.nameHint}
            maxLength={limits.titleMax}
            autoComplete="off"
            value={name}
            onChange={event => setName(event.target.value)}
          />
        )}
        <AboutJob jobs={jobs} jobId={chosenJob} onChoose={setJob} />
        {refusal && <Problem text={words.open.failed(refusal)} />}
        <WaitingHint isBusy={busy} />
        <FormEnd>
          <Button type="submit" disabled={people.length === 0 || busy}>
            {busy && <Busy />}
            {busy ? words.open.submitting : isForGroup ? words.open.submitGroup : words.open.submit}
          </Button>
        </FormEnd>
      </form>
    </Dialog>
  )
}
