import { BackIcon } from '@parley/react/icons/BackIcon'
import { Problem } from '@parley/react/parts/Problem'
import { Skeleton } from '@parley/react/parts/Skeleton'
import { locale } from '@parley/react/time/locale'
import { Link, useLocation, useSearch } from 'wouter'
import { useTitle } from '../shell/useTitle.ts'
import { words } from '../words/words.ts'
import { AskWhom } from './AskWhom.tsx'
import { addressOf, askedIn } from './asked.ts'
import { BulkUse } from './BulkUse.tsx'
import { Nodes } from './Nodes.tsx'
import { Theirs } from './Theirs.tsx'
import { useNodes } from './useConnections.ts'

const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'medium' })

/** Who is connected to which node, what arrives there, and ending it. */
export function AdminPage() {
  const { title } = words.admin
  useTitle(title)
  const [, navigate] = useLocation()
  const asked = askedIn(useSearch())
  const { nodes, silent, refusal } = useNodes()

  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 px-4 py-4 two:px-6">
      <header className="flex items-center gap-2">
        <Link
          href="/"
          aria-label={words.conversation.back}
          title={words.conversation.back}
          className="flex size-9 items-center justify-center rounded-control text-soft hover:bg-hover hover:text-ink touch:size-11"
        >
          <BackIcon />
        </Link>
        <h1 className="flex-1 font-semibold text-title">{title}</h1>
        {nodes.at > 0 && (
          <p className="text-small text-soft">{words.admin.asOf(clock.format(nodes.at))}</p>
        )}
      </header>
      {refusal && <Problem text={words.admin.failed(refusal)} />}
      {nodes.at === 0 && !refusal && <Skeleton rows={3} />}
      {nodes.at > 0 && <Nodes nodes={nodes} silent={silent} />}
      <AskWhom onAsk={next => navigate(addressOf(next))} />
      {asked && <Theirs key={addressOf(asked)} asked={asked} />}
      <BulkUse />
    </div>
  )
}
