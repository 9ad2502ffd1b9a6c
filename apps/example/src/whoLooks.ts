/** Who looks at this page: elsewhere a session says so, here the address does (`/?as=ruben`). */
import { isMember, members } from '../host/people.ts'

const asked = new URLSearchParams(location.search)
const as = asked.get('as')

const name = isMember(as) ? as : 'hanna'

export const me = { ...members[name], as: name }

/** The one whose offer this is, or whoever asked for it. */
export const otherId = asked.get('with') ?? (name === 'hanna' ? members.ruben : members.hanna).id
