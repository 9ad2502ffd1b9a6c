import { useDebounced } from '@parley/react/people/useDebounced'
import { trpc } from '@parley/react/trpc'
import { keepPreviousData } from '@tanstack/react-query'
import type { Reader } from './useReaders.ts'

const nobody = { userIds: [''] }

/** What a reader would read, or why they would not get it; asked for once typing rests. */
export function useReading(text: string | undefined, reader: Reader | undefined) {
  const content = { type: 'text' as const, text: useDebounced(text ?? '', 400) }
  const { data, isError } = trpc.bulk.preview.useQuery(
    {
      recipients: reader ? { userIds: [reader.userId] } : nobody,
      content,
      ...(reader?.jobId !== undefined && { jobId: reader.jobId }),
    },
    {
      enabled: reader !== undefined && content.text !== '',
      placeholderData: keepPreviousData,
    },
  )
  return { read: data?.items[0], hasFailed: isError }
}
