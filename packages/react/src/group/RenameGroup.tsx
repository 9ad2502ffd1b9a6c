import type { Listed } from '@parley/client/listed'
import { limits } from '@parley/protocol/limits'
import { type FormEvent, useState } from 'react'
import { Busy } from '../parts/Busy.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { Field } from '../parts/Field.tsx'
import { Problem } from '../parts/Problem.tsx'
import { useAct } from '../parts/useAct.ts'
import { WaitingHint } from '../parts/WaitingHint.tsx'
import { useClient } from '../useClient.ts'
import { words } from '../words/words.ts'

interface Props {
  conversation: Listed
  onClose: () => void
}

export function RenameGroup({ conversation: { id, title = '' }, onClose }: Props) {
  const handle = useClient().conversation(id)
  const [name, setName] = useState(title)
  const { busy, refusal, perform } = useAct()

  function submit(event: FormEvent) {
    event.preventDefault()
    const next = name.trim()
    if (next === title) onClose()
    else void perform(signal => handle.rename(next || undefined, { signal }), onClose)
  }

  return (
    <Dialog title={words.group.rename} onClose={onClose}>
      <form onSubmit={submit} className="flex flex-col gap-4 p-5">
        <Field
          label={words.group.name}
          hint={words.group.nameHint}
          maxLength={limits.titleMax}
          autoComplete="off"
          value={name}
          onChange={event => setName(event.target.value)}
        />
        {refusal && <Problem text={words.group.failed(refusal)} />}
        <WaitingHint isBusy={busy} />
        <Button type="submit" aria-disabled={busy}>
          {busy && <Busy />}
          {words.group.renameSubmit}
        </Button>
      </form>
    </Dialog>
  )
}
