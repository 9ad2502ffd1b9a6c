/** Bounds on all that a client controls. Characters are Unicode code points. */
export const limits = {
  userIdMax: 64,
  nameMax: 80,
  textMax: 4000,
  titleMax: 120,
  emojiMax: 16,
  reactionsPerMessage: 20,
  mentionsMax: 50,
  participantsMax: 256,
  /** Rows of one conversation, those who went included: they come with every reading of it. */
  participantsEver: 1024,
  jobFieldMax: 120,
  queryMax: 80,
  cursorMax: 200,
  findPage: 20,
  /** Of the people whom one has blocked. */
  blockedShown: 500,
  /** People whose presence one call or subscription asks for. */
  presences: 200,
  page: 100,
  /** Rows of participants on one page of the list, which ends before there are more. */
  pageParticipants: 1000,
  /** Changes in one frame of the feed; the others follow in the next ones. */
  frameChanges: 256,
  /** Rows in one answer of `changesSince`. */
  changesPage: 200,
  /** Characters of text in one answer of `changesSince`, give or take the last message. */
  changesText: 100_000,
  /** Unread counts stop here; a list shows "99+" for it. */
  unreadMax: 100,
  /** Unless the server is told otherwise. */
  messagesPerMinute: 60,
  broadcastsPerMinute: 5,
  broadcastInlineMax: 50,
  broadcastMax: 10_000,
  /** Whatever the server is told. */
  broadcastEver: 100_000,
  /** Recipients of one contractor within 24 hours, in times of the most of one broadcast. */
  broadcastsADay: 10,
  /** Of one contractor that are not over. */
  broadcastsOpen: 100,
  /** Rows of a report in one answer; for an export, not for a screen. */
  reportPage: 1000,
  /** Of bulk messages' use, in one answer to an administrator. */
  bulkDays: 90,
  bulkContractors: 50,
  templatesPerPerson: 100,
  zoneMax: 64,
  /** How long a broadcast can be undone before it begins. */
  undoMs: 10_000,
  /** In larger conversations positions are the reader's own and raise no version. */
  sharedPositionsMax: 32,
} as const
