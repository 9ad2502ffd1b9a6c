/** What is opened for a run, closed together: what came last goes first. */
import { cleanUpOnce } from './cleanUp.ts'

export function createKeeping() {
  const opened: AsyncDisposable[] = []
  return {
    keep<Resource extends AsyncDisposable>(resource: Resource): Resource {
      opened.push(resource)
      return resource
    },
    close: cleanUpOnce(async () => {
      for (const resource of opened.toReversed()) await resource[Symbol.asyncDispose]()
    }),
  }
}

export type Keep = ReturnType<typeof createKeeping>['keep']
