import { MenuSwitch } from '@parley/react/parts/Menu'
import { warn } from '@parley/react/parts/notices'
import { useAcceptBulk } from '@parley/react/people/useAcceptBulk'
import { recipientWords } from '@parley/react/words/recipientWords'
import { useState } from 'react'
import { words } from '../words/words.ts'

/** Whether what is sent to several people at once comes to me. */
export function AcceptBulk() {
  const { accepts, accept } = useAcceptBulk()
  const [wanted, setWanted] = useState<boolean>()

  async function choose(isOn: boolean) {
    setWanted(isOn)
    await accept(isOn).catch(() => warn(words.account.notSet))
    setWanted(undefined)
  }

  return (
    <MenuSwitch
      label={recipientWords.accept}
      hint={recipientWords.acceptHint}
      isOn={wanted ?? accepts ?? false}
      disabled={wanted !== undefined || accepts === undefined}
      onSwitch={isOn => void choose(isOn)}
    />
  )
}
