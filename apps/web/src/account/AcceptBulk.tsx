import { useState } from 'react'
import { MenuSwitch } from '../parts/Menu.tsx'
import { warn } from '../parts/notices.ts'
import { recipientWords } from '../words/recipientWords.ts'
import { words } from '../words/words.ts'
import { useAcceptBulk } from './useAcceptBulk.ts'

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
