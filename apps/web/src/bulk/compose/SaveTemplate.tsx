import { sendable } from '@parley/client/composer'
import { limits } from '@parley/protocol/limits'
import { Busy } from '@parley/react/parts/Busy'
import { Button } from '@parley/react/parts/Button'
import { Dialog } from '@parley/react/parts/Dialog'
import { Field } from '@parley/react/parts/Field'
import { FormEnd } from '@parley/react/parts/FormEnd'
import { tell } from '@parley/react/parts/notices'
import { Problem } from '@parley/react/parts/Problem'
import { reasonOf } from '@parley/react/parts/reasonOf'
import { WaitingHint } from '@parley/react/parts/WaitingHint'
import { trpc } from '@parley/react/trpc'
import { type FormEvent, useState } from 'react'
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
