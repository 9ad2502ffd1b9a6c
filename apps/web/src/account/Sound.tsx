import { MenuSwitch } from '@parley/react/parts/Menu'
import { useState } from 'react'
import { chime } from '../attention/chime.ts'
import { isSoundOn, setSound } from '../attention/soundSetting.ts'
import { words } from '../words/words.ts'

/** Whether this device makes a sound; switched on, it lets one hear it. */
export function Sound() {
  const [isOn, setOn] = useState(isSoundOn)
  function turn(next: boolean) {
    setSound(next)
    setOn(next)
    if (next) void chime()
  }
  const { sound, soundHint } = words.account
  return <MenuSwitch label={sound} hint={soundHint} isOn={isOn} disabled={false} onSwitch={turn} />
}
