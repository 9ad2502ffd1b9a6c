import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import { words } from '../words/words.ts'
import type { Fetchable } from './fetchable.ts'
import { warn } from './notices.ts'

interface Props<Component> {
  of: Fetchable<Component>
  /** Stands there until it has come. */
  meanwhile?: ReactNode
  /** It could not be fetched, which was told. */
  onFailed?: () => void
  /** Stands there then and says so, with the way to try it once more. */
  instead?: (again: () => void) => ReactNode
  children: (component: Component) => ReactNode
}

/**
 * Shows what is fetched only when it is wanted. Unlike with React's own `lazy`, a fetch that
 * fails breaks nothing around it, and the next one is a new attempt.
 */
export function OnDemand<Component>(props: Props<Component>) {
  const { of, meanwhile, onFailed, instead, children } = props
  const [fetched, setFetched] = useState(of.now)
  const [hasFailed, setFailed] = useState(false)
  const fail = useEffectEvent(() => {
    setFailed(true)
    if (!instead) warn(words.notFetched)
    onFailed?.()
  })
  useEffect(() => {
    if (fetched || hasFailed) return
    let isGone = false
    of.fetch().then(
      component => !isGone && setFetched(() => component),
      () => !isGone && fail(),
    )
    return () => {
      isGone = true
    }
  }, [of, fetched, hasFailed])
  if (fetched) return children(fetched)
  return instead && hasFailed ? instead(() => setFailed(false)) : meanwhile
}
