import { briefTimeOf, exactTimeOf } from '../time/format.ts'

export function Since({ at }: { at: string }) {
  return (
    <time dateTime={at} title={exactTimeOf(at)}>
      {briefTimeOf(at)}
    </time>
  )
}
