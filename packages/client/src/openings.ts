/** Who waits for the first page of a conversation, whether an answer or the cache brings it. */
export interface Openings {
  /** Over with the last one that began, if `end` does not come before. */
  begin(id: string, load: Promise<void>): void
  end(id: string): void
  over(id: string): Promise<void>
}

interface Opening {
  over: Promise<void>
  end: () => void
  load: Promise<void>
}

export function createOpenings(): Openings {
  const openings = new Map<string, Opening>()

  function end(id: string): void {
    openings.get(id)?.end()
    openings.delete(id)
  }

  return {
    begin(id, load) {
      const opening = openings.get(id) ?? createOpening(load)
      opening.load = load
      openings.set(id, opening)
      load.finally(() => openings.get(id)?.load === load && end(id))
    },
    end,
    over: async id => await openings.get(id)?.over,
  }
}

function createOpening(load: Promise<void>): Opening {
  let end = () => {}
  const over = new Promise<void>(resolve => {
    end = resolve
  })
  return { over, end, load }
}
