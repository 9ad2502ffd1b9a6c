/** Who has an account with the product that this page belongs to, and does what there. */
export interface Member {
  id: string
  name: string
  role: 'customer' | 'contractor'
  business?: string
}

export const members = {
  hanna: { id: 'member-1042', name: 'Hanna Holm', role: 'customer' },
  ruben: { id: 'member-77', name: 'Ruben Dachs', role: 'contractor', business: 'dachs-roofing' },
} satisfies Record<string, Member>

export type MemberName = keyof typeof members

export function isMember(name: unknown): name is MemberName {
  return typeof name === 'string' && Object.hasOwn(members, name)
}
