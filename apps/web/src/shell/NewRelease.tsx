import { useReadable } from '@parley/react/useReadable'
import { words } from '../words/words.ts'
import { outdated } from './outdated.ts'

/** Says that something is missing here because there is a new release, and how to get that. */
export function NewRelease() {
  const isOutdated = useReadable(outdated)
  return (
    <div role="status">
      {isOutdated && (
        <div className="flex min-h-10 items-center justify-center gap-x-3 border-line border-b bg-chosen px-4 py-1 text-small">
          <p>{words.shell.outdated}</p>
          <button
            type="button"
            onClick={() => location.reload()}
            className="min-h-6 shrink-0 font-semibold text-petrol underline underline-offset-3 touch:min-h-11"
          >
            {words.shell.reload}
          </button>
        </div>
      )}
    </div>
  )
}
