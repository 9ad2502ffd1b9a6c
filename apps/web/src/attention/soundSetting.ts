/** Whether this device makes a sound. Read each time, since another tab may have switched it. */
import { browserStorage, keepsakeIn } from '@parley/client/keepsake'

const kept = keepsakeIn(browserStorage(), 'parley.sound')

export function isSoundOn(): boolean {
  return kept.read() !== 'off'
}

export function setSound(isOn: boolean): void {
  kept.write(isOn ? '' : 'off')
}
