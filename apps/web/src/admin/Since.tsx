import { briefTimeOf, exactTimeOf } from '@parley/react/time/format'

export function Since({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exactTimeOf(at)}>
      {briefTimeOf(at)}
    </time>
  )
}
