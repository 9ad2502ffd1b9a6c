import type { SignalReport } from '@parley/protocol/admin'
import type { User } from '@parley/protocol/user'
import { Busy } from '@parley/react/parts/Busy'
import { Button } from '@parley/react/parts/Button'
import { Problem } from '@parley/react/parts/Problem'
import { useAct } from '@parley/react/parts/useAct'
import { useClient } from '@parley/react/useClient'
import { type ReactNode, useState } from 'react'
import { words } from '../words/words.ts'

interface Props {
  person: User
  /** What else can be done, beside it. */
  children: ReactNode
}

/** Sends one, and says how far it came. */
export function TestSignal({ person: { id, name }, children }: Props) {
  const { admin } = useClient().api
  const { busy, refusal, perform } = useAct()
  const [report, setReport] = useState<SignalReport>()
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-3">
        <Button
          kind="quiet"
          aria-disabled={busy}
          onClick={() => perform(() => admin.signal.mutate({ userId: id }), setReport)}
        >
          {busy && <Busy />}
          {words.admin.signal}
        </Button>
        {children}
      </div>
      <div role="status" className="text-small">
        {!busy && report && <Came report={report} name={name} />}
      </div>
      {refusal && <Problem text={words.admin.failed(refusal)} />}
    </div>
  )
}

function Came({ report: { nodes, tookMs }, name }: { report: SignalReport; name: string }) {
  const { signalNobody, signalTook, signalCame, signalLost } = words.admin
  if (nodes.length === 0) return <p>{signalNobody(name)}</p>
  return (
    <>
      <p>{signalTook(tookMs)}</p>
      <ul>
        {nodes.map(({ id, heard, connections, answered }) => (
          <li key={id} className={heard ? '' : 'text-danger'}>
            {heard ? signalCame(id.slice(0, 8), connections, answered) : signalLost(id.slice(0, 8))}
          </li>
        ))}
      </ul>
    </>
  )
}
