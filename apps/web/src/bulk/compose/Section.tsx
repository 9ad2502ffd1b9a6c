import { type ReactNode, useId } from 'react'

/** A step of the way, under its name. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="flex min-w-0 flex-col gap-4 rounded-card border border-line bg-surface p-4 two:p-5"
    >
      <h2 id={id} className="font-semibold text-large">
        {title}
      </h2>
      {children}
    </section>
  )
}
