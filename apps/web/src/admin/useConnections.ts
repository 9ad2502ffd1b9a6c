import type { ConnectionsReport } from '@parley/protocol/admin'
import { trpc } from '@parley/react/trpc'
import { keepPreviousData } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { reasonOf } from '../parts/reasonOf.ts'
import type { Asked } from './asked.ts'
import { type NodeRow, nodeRowsAfter } from './nodeRows.ts'

/** Only while the page is visible. */
const refreshEvery = 3_000

/** How the nodes are, and whose connections were asked about, again every few seconds. */
export function useConnections(asked: Asked) {
  const query = trpc.admin.connections.useQuery(asked, {
    refetchInterval: refreshEvery,
    staleTime: 0,
    placeholderData: keepPreviousData,
  })
  const { data, dataUpdatedAt, isPlaceholderData, isError, error, refetch } = query
  return {
    nodes: useNodeRows(data, isPlaceholderData ? 0 : dataUpdatedAt),
    silent: data?.silent ?? [],
    /** Nothing while those of somebody else are still shown. */
    asked: isPlaceholderData ? undefined : data,
    answeredAt: dataUpdatedAt,
    refusal: isError ? reasonOf(error) : undefined,
    refresh: () => void refetch(),
  }
}

/** @param at when the answer came; 0 while it is an older one */
function useNodeRows(data: ConnectionsReport | undefined, at: number) {
  const [shown, setShown] = useState<{ rows: readonly NodeRow[]; at: number }>({ rows: [], at: 0 })
  useEffect(() => {
    if (!data || at === 0) return
    setShown(({ rows }) => ({ rows: nodeRowsAfter(rows, data.nodes, at), at }))
  }, [data, at])
  return shown
}
