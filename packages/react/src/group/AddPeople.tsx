import type { Listed } from '@parley/client/listed'
import type { User } from '@parley/protocol/user'
import { type FormEvent, useMemo, useState } from 'react'
import { useNavigation } from '../navigation/navigation.ts'
import { Busy } from '../parts/Busy.tsx'
import { Button } from '../parts/Button.tsx'
import { Dialog } from '../parts/Dialog.tsx'
import { FormEnd } from '../parts/FormEnd.tsx'
import { Problem } from '../parts/Problem.tsx'
import { useAct } from '../parts/useAct.ts'
import { WaitingHint } from '../parts/WaitingHint.tsx'
import { ChoosePeople } from '../people/ChoosePeople.tsx'
import { useClient } from '../useClient.ts'
import { words } from '../words/words.ts'
import { isGroup } from './isGroup.ts'
import { isInCharge } from './isInCharge.ts'
import { WithHistory } from './WithHistory.tsx'

interface Props {
  conversation: Listed
  onClose: () => void
}

/** More people for a group; a pair stays a pair, so there it opens a group and goes to it. */
export function AddPeople({ conversation, onClose }: Props) {
  const { id, others, participants } = conversation
  const client = useClient()
  const navigation = useNavigation()
  const [chosen, setChosen] = useState<readonly User[]>([])
  const [withHistory, setWithHistory] = useState(false)
  const { busy, refusal, perform } = useAct()
  const isOne = isGroup(conversation)
  const members = useMemo(() => new Set(others.map(({ userId }) => userId)), [others])
  const hasReturning = chosen.some(person => participants.some(one => one.userId === person.id))

  function submit(event: FormEvent) {
    event.preventDefault()
    if (chosen.length === 0) return
    const userIds = chosen.map(person => person.id)
    const add = (signal: AbortSignal) =>
      client.conversation(id).addPeople(userIds, { withHistory, signal })
    void perform(add, reached => {
      onClose()
      if (reached !== id) navigation?.go({ at: 'conversation', id: reached })
    })
  }

  const { add, addTo, addToPair, addSubmit, openSubmit } = words.group
  return (
    <Dialog
      title={isOne ? addTo(conversation.title) : add}
      {...(isOne ? {} : { text: addToPair })}
      onClose={onClose}
    >
      <form onSubmit={submit} className="flex min-h-0 flex-1 flex-col gap-4 px-5 pt-5">
        <ChoosePeople chosen={chosen} onChoose={setChosen} except={members} />
        {isOne && isInCharge(conversation, client.userId) && (
          <WithHistory isOn={withHistory} hasReturning={hasReturning} onSwitch={setWithHistory} />
        )}
        {refusal && <Problem text={words.group.failed(refusal)} />}
        <WaitingHint isBusy={busy} />
        <FormEnd>
          <Button type="submit" disabled={chosen.length === 0 || busy}>
            {busy && <Busy />}
            {isOne ? addSubmit(chosen.length) : openSubmit}
          </Button>
        </FormEnd>
      </form>
    </Dialog>
  )
}
