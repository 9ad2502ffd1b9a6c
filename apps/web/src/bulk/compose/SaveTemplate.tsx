import { sendable } from '@parley/client/composer'
import { limits } from '@parley/protocol/limits'
import { trpc } from '@parley/react/trpc'
import { type FormEvent, useState } from 'react'
import { Busy } from '../../parts/Busy.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Field } from '../../parts/Field.tsx'
import { FormEnd } from '../../parts/FormEnd.tsx'
import { tell } from '../../parts/notices.ts'
import { Problem } from '../../parts/Problem.tsx'
import { reasonOf } from '../../parts/reasonOf.ts'
import { WaitingHint } from '../../parts/WaitingHint.tsx'
import { composeWords } from '../../words/composeWords.ts'

interface Props {
  text: string
  /** It could be sent as it is. */
  isGood: boolean
}

/** Keeps the text for another time, under a name. */
export function SaveTemplate({ text, isGood }: Props) {
  const [isNaming, setNaming] = useState(false)
  return (
    <>
      <Button kind="plain" disabled={!isGood} onClick={() => setNaming(true)}>
        {composeWords.saveTemplate}
      </Button>
      {isNaming && <Naming text={text} onClose={() => setNaming(false)} />}
    </>
  )
}

function Naming({ text, onClose }: { text: string; onClose: () => void }) {
  const [name, setName] = useState('')
  const { bulk } = trpc.useUtils()
  const saving = trpc.bulk.templates.save.useMutation({
    onSuccess(saved) {
      tell(composeWords.templateSaved(saved.name))
      return bulk.templates.list.invalidate()
    },
  })

  function submit(event: FormEvent) {
    event.preventDefault()
    if (saving.isPending || name.trim() === '') return
    saving.mutate({ name, text: sendable(text) }, { onSuccess: onClose })
  }

  return (
    <Dialog title={composeWords.saveTemplate} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4 px-5 pt-5">
        <Field
          label={composeWords.templateName}
          hint={composeWords.templateNameHint}
          maxLength={limits.titleMax}
          autoComplete="off"
          required
          value={name}
          onChange={event => setName(event.target.value)}
        />
        {saving.isError && <Problem text={composeWords.templateFailed(reasonOf(saving.error))} />}
        <WaitingHint isBusy={saving.isPending} />
        <FormEnd>
          <Button type="submit" disabled={name.trim() === '' || saving.isPending}>
            {saving.isPending && <Busy />}
            {composeWords.templateSubmit}
          </Button>
        </FormEnd>
      </form>
    </Dialog>
  )
}
