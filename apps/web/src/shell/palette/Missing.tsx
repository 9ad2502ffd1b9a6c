import { Busy } from '@parley/react/parts/Busy'
import { words } from '../../words/words.ts'

const { palette } = words

interface Props {
  query: string
  count: number
  isOffline: boolean
  hasFailed: boolean
  isSearching: boolean
}

/** What is not found, or not yet; how much there is, for those who do not see it. */
export function Missing({ query, count, isOffline, hasFailed, isSearching }: Props) {
  const isNothing = query !== '' && count === 0 && !isSearching
  return (
    <div role="status" className="text-small text-soft">
      {isNothing && <p className="px-2.5 py-6 text-center">{palette.nothing(query)}</p>}
      {isOffline && <p className="p-2.5">{palette.offline}</p>}
      {hasFailed && <p className="p-2.5">{palette.failed}</p>}
      {isSearching && !isOffline && (
        <p className="flex animate-late p-2.5 items-center gap-2">
          <Busy />
          {palette.searching}
        </p>
      )}
      {query !== '' && count > 0 && !isSearching && (
        <p className="sr-only">{palette.found(count)}</p>
      )}
    </div>
  )
}
