import type { BulkReport } from '@parley/protocol/admin'
import { bulkUseWords as words } from '../words/bulkUseWords.ts'
import { bulkColumns } from './bulkColumns.ts'
import { type Column, Records } from './Records.tsx'
import { Since } from './Since.tsx'

type Contractor = BulkReport['contractors'][number]

const columns: readonly Column<Contractor>[] = [
  { name: words.columns.contractor, cell: ({ user }) => <bdi>{user.name}</bdi> },
  ...bulkColumns,
  { name: words.columns.last, isNumber: true, cell: ({ lastAt }) => <Since at={lastAt} /> },
]

export function BulkContractors({ contractors }: { contractors: readonly Contractor[] }) {
  return (
    <Records
      name={words.contractors}
      columns={columns}
      rows={contractors}
      keyOf={({ user }) => user.id}
    />
  )
}
