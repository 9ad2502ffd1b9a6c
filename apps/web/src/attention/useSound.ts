import { isAttentive } from '@parley/react/conversation/useAttention'
import { useClient } from '@parley/react/useClient'
import { useEffect } from 'react'
import { routeOf } from '../shell/route.ts'
import { chime } from './chime.ts'
import { soundsFor } from './soundFor.ts'
import { isSoundOn } from './soundSetting.ts'
import { soundTurn } from './soundTurn.ts'

/** A sound for what somebody writes, unless it is seen as it comes. */
export function useSound(): void {
  const { news, userId } = useClient()
  useEffect(() => {
    const turn = soundTurn(userId)
    let last = Number.NEGATIVE_INFINITY
    // Each one counts: of two that come together a screen would show the last only.
    const stop = news.subscribe(() => {
      const newest = news.get()
      const restedMs = performance.now() - last
      const isOn = isSoundOn()
      const surroundings = { lookedAt: lookedAt(), isTurn: turn.isMine(), isOn, restedMs }
      if (!newest || !soundsFor(newest, surroundings)) return
      last = performance.now()
      void chime()
    })
    return () => {
      stop()
      turn.end()
    }
  }, [news, userId])
}

function lookedAt(): string | undefined {
  const route = routeOf(location.pathname)
  return route.at === 'conversation' && isAttentive() ? route.id : undefined
}
