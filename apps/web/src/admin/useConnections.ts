import type { ConnectionsReport } from '@parley/protocol/admin'
import { reasonOf } from '@parley/react/parts/reasonOf'
import { trpc } from '@parley/react/trpc'
import { useEffect, useState } from 'react'
import type { Asked } from './asked.ts'
import { askedAgainAfter } from './askedAgainAfter.ts'
import { type NodeRow, nodeRowsAfter } from './nodeRows.ts'

/** Only while the page is visible. */
const often = {
  refetchInterval: ({ state }: { state: { error: unknown } }) => askedAgainAfter(state.error),
  staleTime: 0,
}

/** How the nodes are, again every few seconds. */
export function useNodes() {
  const { data, dataUpdatedAt, error } = trpc.admin.connections.useQuery(undefined, often)
  return {
    nodes: useNodeRows(data, dataUpdatedAt),
    silent: data?.silent ?? [],
    refusal: error ? reasonOf(error) : undefined,
  }
}

/** The connections of whom was asked about, again every few seconds. */
export function useTheirs(asked: Asked & {}) {
  const { data, error, refetch } = trpc.admin.connections.useQuery(asked, often)
  return {
    answer: data,
    refusal: error ? reasonOf(error) : undefined,
    refresh: () => void refetch(),
  }
}

/** @param at when they answered */
function useNodeRows(data: ConnectionsReport | undefined, at: number) {
  const [shown, setShown] = useState<{ rows: readonly NodeRow[]; at: number }>({ rows: [], at: 0 })
  useEffect(() => {
    if (data) setShown(({ rows }) => ({ rows: nodeRowsAfter(rows, data.nodes, at), at }))
  }, [data, at])
  return shown
}
