import type { Listed } from '@parley/client/listed'
import type { Job } from '@parley/protocol/job'
import type { Participant } from '@parley/protocol/participant'
import type { ReactNode } from 'react'
import { Avatar } from '../parts/Avatar.tsx'
import { NameAndRole } from '../people/NameAndRole.tsx'
import { PersonLink } from '../people/PersonLink.tsx'
import { words } from '../words/words.ts'

interface Props {
  conversation: Pick<Listed, 'job' | 'others' | 'participants'>
}

/** What the conversation is about, and with whom. */
export function JobPanel({ conversation: { job, others, participants } }: Props) {
  const customer = participants.find(({ userId }) => userId === job?.customerId)
  return (
    <div className="flex flex-col gap-6 p-4">
      {job ? (
        <Ticket job={job} customer={customer?.user.name} />
      ) : (
        <p className="text-small text-soft">{words.job.none}</p>
      )}
      <section className="flex flex-col gap-3">
        <h2 className="font-semibold text-small text-soft">
          {others.length > 1 ? words.job.people : words.job.otherSide}
        </h2>
        <ul className="flex flex-col gap-3">
          {others.map(other => (
            <Person key={other.userId} participant={other} />
          ))}
        </ul>
      </section>
    </div>
  )
}

function Ticket({ job, customer }: { job: Job; customer: string | undefined }) {
  const { title, type, status, place, price } = job
  return (
    <section aria-label={words.job.heading} className="rounded-card bg-raised">
      <div className="flex flex-col gap-2 p-4">
        <p className="flex items-center justify-between gap-2 text-small text-soft">
          {type}
          <span className="rounded-full bg-chosen px-2.5 font-medium text-petrol text-tiny leading-5">
            {status}
          </span>
        </p>
        <h2 className="text-balance font-semibold text-large">
          <bdi>{title}</bdi>
        </h2>
      </div>
      <div aria-hidden="true" className="tear" />
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 p-4 text-small">
        {place !== undefined && <Fact name={words.job.place}>{place}</Fact>}
        {price !== undefined && <Fact name={words.job.price}>{price}</Fact>}
        {customer && <Fact name={words.job.customer}>{customer}</Fact>}
      </dl>
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="text-end font-medium">
        <bdi>{children}</bdi>
      </dd>
    </>
  )
}

function Person({ participant: { user } }: { participant: Participant }) {
  return (
    <li className="flex items-center gap-3">
      <Avatar user={user} />
      <NameAndRole
        name={
          <PersonLink userId={user.id}>
            <bdi>{user.name}</bdi>
          </PersonLink>
        }
        role={user.role}
      />
    </li>
  )
}
