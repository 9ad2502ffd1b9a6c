import type { Usage } from '../measure/watch.ts'

interface Used extends Usage {
  name: string
}

/** How the cores were divided while a side was measured, as a note. */
export function division({ name, seconds, server, postgres, load, othersShare }: Used): string {
  const cores = (used: number) => (used / seconds).toFixed(2)
  return `Cores in use with ${name}: server ${cores(server)}, Postgres ${cores(postgres)}, load ${cores(load)}; others ${(othersShare * 100).toFixed(0)} % of all.`
}
