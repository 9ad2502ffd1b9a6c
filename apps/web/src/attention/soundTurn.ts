/**
 * Which of the tabs of a person makes sounds: the one that somebody touched or looked at last.
 * One that nobody has touched makes none, nor would its browser let it.
 */
import { browserTabs } from '@parley/client/browserTabs'

export interface SoundTurn {
  isMine(): boolean
  end(): void
}

const touches = ['pointerdown', 'keydown']
/** Also what a part of the page keeps to itself. */
const quietly = { capture: true, passive: true }

export function soundTurn(userId: string): SoundTurn {
  const tabs = browserTabs(`parley sound ${userId}`)
  let isMine = false
  let take: (() => void) | undefined

  function touched(): void {
    take ??= tabs.want('sound', mine => {
      isMine = mine
    })
    take()
  }
  const looked = () => take?.()

  for (const touch of touches) addEventListener(touch, touched, quietly)
  addEventListener('focus', looked)
  return {
    isMine: () => isMine,
    end() {
      for (const touch of touches) removeEventListener(touch, touched, quietly)
      removeEventListener('focus', looked)
      tabs.close()
    },
  }
}
