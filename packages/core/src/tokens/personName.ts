import { limits } from '@parley/protocol/limits'
import { shownName } from '@parley/protocol/shownName'

/** A person's name as others see it, always shown as text. */
export const personName = shownName(limits.nameMax)
