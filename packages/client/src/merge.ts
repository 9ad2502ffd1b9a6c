/**
 * The pure merge of `protocol`, as one object: replicas change through it and through nothing
 * else. Tests hand in a broken one to see the checks go red.
 */
import {
  mergeCatchUp,
  mergeChanges,
  mergeConversation,
  mergeHistory,
} from '@parley/protocol/replica/merge'

export const merge = { mergeCatchUp, mergeChanges, mergeConversation, mergeHistory }
export type Merge = typeof merge
