// What keys and channels are called. Channels know no database numbers, so the number is in
// every name: two installations on two databases of one Redis never meet.

export function createNames(db = 0) {
  const root = `parley${db}`
  return {
    /** The leases of the nodes: a sorted set. */
    leases: `${root}:leases`,
    /** Who looks after what a dead node left. */
    claim: (seat: string) => `${root}:claim:${seat}`,
    /** Where somebody is: a hash with a field for each node. */
    person: (person: string) => `${root}:at:${person}`,
    /** Who is with a node: a set. */
    people: (seat: string) => `${root}:with:${seat}`,
    budget: (name: string) => `${root}:spent:${name}`,
    channels: {
      /** What is for a person. */
      to: (person: string) => `${root}:to:${person}`,
      /** For those who look at a person. */
      of: (person: string) => `${root}:of:${person}`,
      node: (node: string) => `${root}:node:${node}`,
      all: `${root}:all`,
    },
  }
}

export type Names = ReturnType<typeof createNames>
