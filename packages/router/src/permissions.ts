import { type Role, roles } from '@parley/protocol/user'

/** Who may call a procedure, and how often within a minute. */
export interface Permission {
  roles: readonly Role[]
  perMinute: number | 'messages'
}

const everyone = roles
const contractors: readonly Role[] = ['contractor']
const administrators: readonly Role[] = ['admin']

/**
 * The permission matrix. A procedure that is not in it cannot be called, and a test fails.
 * Whether one may see the very conversation, message or job is asked by the act itself; one
 * that one may not see does not exist (NOT_FOUND).
 *
 * The rates are generous for people and their devices and tight for loops.
 */
export const permissions: Readonly<Record<string, Permission>> = {
  'me.get': { roles: everyone, perMinute: 240 },
  'me.setPreferences': { roles: everyone, perMinute: 60 },
  'me.renewToken': { roles: everyone, perMinute: 60 },

  'people.find': { roles: everyone, perMinute: 240 },
  'people.get': { roles: everyone, perMinute: 240 },
  'people.block': { roles: everyone, perMinute: 60 },
  'people.unblock': { roles: everyone, perMinute: 60 },
  'people.blocked': { roles: everyone, perMinute: 240 },

  'jobs.upsert': { roles: administrators, perMinute: 6000 },
  'jobs.get': { roles: everyone, perMinute: 600 },
  'jobs.list': { roles: everyone, perMinute: 240 },

  'chat.open': { roles: everyone, perMinute: 60 },
  'chat.list': { roles: everyone, perMinute: 600 },
  'chat.get': { roles: everyone, perMinute: 3000 },
  'chat.history': { roles: everyone, perMinute: 1200 },
  'chat.changesSince': { roles: everyone, perMinute: 3000 },
  'chat.changes': { roles: everyone, perMinute: 240 },
  'chat.send': { roles: everyone, perMinute: 'messages' },
  'chat.edit': { roles: everyone, perMinute: 120 },
  'chat.remove': { roles: everyone, perMinute: 120 },
  'chat.react': { roles: everyone, perMinute: 240 },
  'chat.markRead': { roles: everyone, perMinute: 1200 },
  'chat.markDelivered': { roles: everyone, perMinute: 3000 },
  'chat.setMine': { roles: everyone, perMinute: 240 },
  'chat.addPeople': { roles: everyone, perMinute: 60 },
  'chat.removePerson': { roles: everyone, perMinute: 60 },
  'chat.leave': { roles: everyone, perMinute: 60 },
  'chat.rename': { roles: everyone, perMinute: 60 },
  'chat.setTyping': { roles: everyone, perMinute: 600 },
  'chat.typing': { roles: everyone, perMinute: 240 },

  'presence.get': { roles: everyone, perMinute: 600 },
  'presence.getMany': { roles: everyone, perMinute: 240 },
  'presence.changes': { roles: everyone, perMinute: 240 },
  'presence.setAway': { roles: everyone, perMinute: 240 },

  'bulk.preview': { roles: contractors, perMinute: 120 },
  'bulk.send': { roles: contractors, perMinute: 60 },
  'bulk.get': { roles: contractors, perMinute: 600 },
  'bulk.list': { roles: contractors, perMinute: 240 },
  'bulk.cancel': { roles: contractors, perMinute: 120 },
  'bulk.report': { roles: contractors, perMinute: 600 },
  'bulk.progress': { roles: contractors, perMinute: 240 },
  'bulk.templates.list': { roles: contractors, perMinute: 240 },
  'bulk.templates.save': { roles: contractors, perMinute: 120 },
  'bulk.templates.remove': { roles: contractors, perMinute: 120 },

  'admin.bulk': { roles: administrators, perMinute: 240 },
  'admin.connections': { roles: administrators, perMinute: 240 },
  'admin.signal': { roles: administrators, perMinute: 60 },
  'admin.endConnection': { roles: administrators, perMinute: 240 },
  'admin.endSession': { roles: administrators, perMinute: 240 },
}
