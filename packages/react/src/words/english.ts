/** The English catalogue: every word that a person reads in what this package shows. */
import type { Reason } from '@parley/protocol/reasons'
import type { Role } from '@parley/protocol/user'
import { counted } from './counted.ts'
import { isolated } from './isolated.ts'

const number = new Intl.NumberFormat('en')
const both = new Intl.ListFormat('en', { type: 'conjunction' })

function called(title: string | undefined): string {
  return title ? `“${isolated(title)}”` : 'this group'
}

const roles: Record<Role, string> = {
  customer: 'customer',
  contractor: 'contractor',
  admin: 'administrator',
}

/** Why something was refused, as the end of "It did not work: ...". */
const reasons: Record<Reason, string> = {
  INVALID_INPUT: 'that is not something Parley can take',
  UNAUTHENTICATED: 'you are signed out',
  FORBIDDEN: 'you are not allowed to do that',
  NOT_FOUND: 'it is not there any more',
  CONFLICT: 'it was changed meanwhile',
  RATE_LIMITED: 'that was too quick, wait a moment',
  TOO_MANY_CONNECTIONS: 'you are connected in too many windows',
  TOO_LARGE: 'it is too long',
  UNAVAILABLE: 'the server cannot be reached',
  INTERNAL: 'something went wrong at our end',
}

/** Of people, not of a text. */
const groupReasons: Record<Reason, string> = {
  ...reasons,
  TOO_LARGE: 'there is no room for so many people',
}

/** More names than this are too long for a line, and to be read out. */
const fewNames = 4

export const english = {
  roles,
  reasons,
  groupReasons,
  you: 'You',
  somebody: 'Somebody',
  personAs: (name: string, role: Role) => `${isolated(name)}, ${roles[role]}`,
  close: 'Close',
  cancel: 'Cancel',
  loading: 'Loading',
  tryAgain: 'Try again',
  waitsForServer:
    'You are offline. This is done as soon as the server can be reached, unless you close this first.',
  nothingHere: {
    title: 'There is nothing here',
    text: 'It was never here, or it was never yours.',
  },
  notFetched: 'That could not be loaded. Try again in a moment.',
  /** A day and the time of it. */
  moment: (day: string, time: string) => `${day}, ${time}`,
  number: (value: number) => number.format(value),
  list: (items: string[]) => both.format(items.map(isolated)),
  few: (names: string[]) =>
    names.length > fewNames
      ? both.format([
          ...names.slice(0, 3).map(isolated),
          counted(names.length - 3, 'other', 'others'),
        ])
      : both.format(names.map(isolated)),

  broken: {
    title: 'This part stopped working',
    text: 'The rest of the page still does.',
  },

  connection: {
    label: 'Connection',
    offline: 'You are offline: no answer from the server. Messages wait here.',
    noNetwork: 'You are offline: no network. Messages wait here.',
    retryIn: (seconds: number) => `Trying again in ${counted(seconds, 'second', 'seconds')}.`,
    retrying: 'Trying again now.',
    refused: (reason: Reason) =>
      reason === 'TOO_MANY_CONNECTIONS'
        ? 'You have Parley open in too many windows. Close one, and this one connects by itself.'
        : `Not connected: ${reasons[reason]}.`,
    retryNow: 'Try now',
    slow: 'Your network blocks WebSockets; using a slower connection.',
  },

  conversations: {
    title: 'Conversations',
    open: 'New conversation',
    empty: 'No conversations yet',
    emptyText: 'Find somebody and say what it is about.',
    find: 'Find somebody',
    failed: 'The conversations could not be loaded.',
    choose: 'Choose a conversation',
    unread: (count: number) => counted(count, 'unread message', 'unread messages'),
    unreadBadge: (count: number) => (count >= 100 ? '99+' : number.format(count)),
    nothingYet: 'Nothing said yet',
    mine: (text: string) => `You: ${isolated(text)}`,
    draft: 'Draft',
    notSent: 'Not sent',
    offline: 'Your conversations come as soon as the server can be reached.',
    pinned: 'Pinned',
    muted: 'Muted',
    markedUnread: 'Marked as unread',
    mentioned: 'You are mentioned',
    alone: 'Only you',
    loadingMore: 'Loading more',
    moreFailed: 'More could not be loaded.',

    filter: 'Which conversations',
    all: 'All',
    unreadOnly: 'Unread',
    noneUnread: 'Everything is read',
    showAll: 'Show all',
    further: 'Look further back',

    options: (name: string) => `Options for ${isolated(name)}`,
    pin: 'Pin',
    unpin: 'Unpin',
    mute: 'Mute',
    unmute: 'Unmute',
    markUnread: 'Mark as unread',
    markRead: 'Mark as read',
    archive: 'Archive',
    bringBack: 'Bring back',

    archived: 'Archived',
    isArchived: 'This conversation is archived.',
    nowArchived: (name: string) => `“${isolated(name)}” is archived.`,
    noneArchived: 'Nothing is archived',
    noneArchivedText:
      'What you archive leaves the list and waits here, also when something new comes.',
  },

  /** Choosing people by their names. */
  people: {
    find: 'Find people',
    findHint: 'Type a name',
    found: 'People',
    chosen: 'Chosen people',
    areChosen: (names: string[]) => `Chosen: ${both.format(names.map(isolated))}`,
    takeOut: (name: string) => `Take out ${isolated(name)}`,
    nobody: (query: string) => `Nobody called “${isolated(query)}” can be written to.`,
    nobodyAtAll: 'There is nobody to write to yet.',
    nobodyElse: 'Everybody who was found is in it already.',
    notFound: 'The search did not work. Type again in a moment.',
    offline: 'You are offline. People can be found as soon as the server can be reached.',
  },

  group: {
    named: (others: string[]) =>
      others.length > 2
        ? both.format([
            'You',
            isolated(others[0] ?? ''),
            counted(others.length - 1, 'other', 'others'),
          ])
        : both.format(['You', ...others.map(isolated)]),
    count: (people: number) => counted(people, 'person', 'people'),
    people: 'People',
    openedBy: (name: string) => `Opened by ${isolated(name)}`,
    openerAs: (role: string) => `${role}, opened the group`,
    me: (name: string) => `${isolated(name)} (you)`,
    name: 'Name of the group',
    nameHint: 'Without one it is called after its people.',
    failed: (reason: Reason) => `That did not work: ${groupReasons[reason]}.`,
    offline: 'You are offline. Groups can be changed as soon as the server can be reached.',

    rename: 'Rename the group',
    renameSubmit: 'Save',

    add: 'Add people',
    addTo: (title: string | undefined) => `Add people to ${called(title)}`,
    addToPair:
      'This opens a new group with both of you and whoever you add. This conversation stays as it is.',
    pairHint: 'Adding somebody opens a new group; this conversation stays between the two of you.',
    addSubmit: (people: number) =>
      people > 1 ? `Add ${counted(people, 'person', 'people')}` : 'Add',
    openSubmit: 'Open group',
    withHistory: 'Let them see what was written before',
    fromNow: 'They see what is written from now on.',
    fromBeginning: 'They see everything from the beginning.',
    returning: 'Whoever was in it before sees only what is written from now on.',

    remove: (name: string) => `Remove ${isolated(name)}`,
    removeTitle: (name: string) => `Remove ${isolated(name)} from the group?`,
    removeText: (name: string) =>
      `The group and all that was written in it disappear for ${isolated(name)}. The others are told that you removed them.`,
    removeSubmit: 'Remove',

    leave: 'Leave the group',
    leaveTitle: (title: string | undefined) => `Leave ${called(title)}?`,
    leaveText:
      'The group disappears from your list, with what was written in it, and nothing new reaches you. The others are told that you left. Somebody in it can add you again.',
    leaveLastText:
      'You are the last one in it. It disappears from your list with what was written in it, and nobody can get back in.',
    leaveSubmit: 'Leave',

    beginning: 'This is where the group begins for you.',
    emptyText: 'Everybody in it will see it at once.',

    gone: (title: string | undefined) => `You are no longer in ${called(title)}`,
    goneText: 'You left it or were removed. Somebody in it can add you again.',
  },

  presence: {
    online: 'Online',
    away: 'Away',
    seen: (when: string) => `Last seen ${when}`,
    seenAt: (time: string) => `Last seen at ${time}`,
    seenJustNow: 'Last seen just now',
  },

  typing: {
    one: (name: string) => `${isolated(name)} is typing…`,
    two: (first: string, second: string) =>
      `${both.format([first, second].map(isolated))} are typing…`,
    many: (people: number) => `${counted(people, 'person is', 'people are')} typing…`,
  },

  /** What became of a group, told in it. */
  event: {
    me: 'you',
    added: (who: string, whom: string) => `${isolated(who)} added ${whom}`,
    removed: (who: string, whom: string) => `${isolated(who)} removed ${whom}`,
    left: (who: string) => `${isolated(who)} left`,
    named: (who: string, title: string) => `${isolated(who)} named the group “${isolated(title)}”`,
    unnamed: (who: string) => `${isolated(who)} removed the group’s name`,
  },

  conversation: {
    label: (name: string) => `Conversation with ${isolated(name)}`,
    log: (name: string) => `Messages with ${isolated(name)}`,
    back: 'Back to conversations',
    details: 'Details',
    beginning: (name: string) => `This is where your conversation with ${isolated(name)} begins.`,
    loadingOlder: 'Loading older messages',
    olderFailed: 'Older messages could not be loaded.',
    loadingNewer: 'Loading newer messages',
    newerFailed: 'Newer messages could not be loaded.',
    seeking: 'Going to the message',
    missing: 'This conversation is not there',
    missingText: 'It may have been closed, or it was never yours.',
    failed: 'The messages could not be loaded.',
    notOpened: (reason: Reason) =>
      reason === 'NOT_FOUND'
        ? 'You cannot write to this person: they have not been here yet, or it is not allowed.'
        : `The conversation could not be opened: ${reasons[reason]}.`,
    offline: 'Not on this device yet',
    offlineText: 'The messages come as soon as the server can be reached.',
    empty: 'Say hello',
    emptyText: (name: string) => `${isolated(name)} will see it at once.`,
    fresh: 'New',
    pill: (count: number) => `${number.format(count)} new`,
    pillLabel: (count: number) => counted(count, 'new message', 'new messages'),
    latest: 'Jump to the latest message',
    announced: (name: string, text: string) => `${isolated(name)}: ${isolated(text)}`,
    notThere: 'That message is not here: there is none, or it was written before you came.',
  },

  message: {
    label: (name: string, time: string) => `${isolated(name)}, ${time}`,
    removed: 'Message removed',
    removing: 'Removed',
    undo: 'Undo',
    edited: 'edited',
    bulk: 'Sent to several people',
    options: 'Message options',
    reply: 'Reply',
    edit: 'Edit',
    remove: 'Remove',
    copy: 'Copy text',
    copyLink: 'Copy link',
    linkCopied: 'Link copied.',
    linkNotCopied: 'The link could not be copied.',
    reactMore: 'More reactions',
    showMore: 'Show more',
    readBy: 'Read by',
    readByText: 'How far this message has come.',
    readNobody: 'Nobody has read it yet.',
    gotBy: 'Delivered to',
    notYet: 'Not delivered yet',
    react: (emoji: string) => `React with ${emoji}`,
    unreact: (emoji: string) => `Take back ${emoji}`,
    reactedWith: (emoji: string, count: number, names: string) => `${emoji} ${count}: ${names}`,
    goTo: 'Go to the message of',
    quoteGone: 'Message',
    quoteMissing: 'Not here for you',
    copied: 'Copied.',
    notCopied: 'The text could not be copied.',
    refused: (reason: Reason) => `That did not work: ${reasons[reason]}.`,
    ticks: {
      waiting: 'Sending',
      sent: 'Sent',
      delivered: 'Delivered',
      read: 'Read',
      failed: 'Not sent',
    },
    failed: (reason: Reason) => `Not sent: ${reasons[reason]}.`,
    retry: 'Retry',
    discard: 'Discard',
    waits: 'Will be sent when you are back online',
    manyFailed: (count: number) => `${counted(count, 'message was', 'messages were')} not sent.`,
    sendAllAgain: 'Send all again',
    stranded: (count: number) =>
      `${counted(count, 'message was', 'messages were')} not sent: you are not in that conversation any more.`,
    showStranded: 'Show',
  },

  /** What keys do in the list of messages, for the help. */
  messageKeys: {
    reach: 'From the message field to the messages',
    previous: 'Previous message',
    next: 'Next message',
    pageUp: 'A screen up',
    pageDown: 'A screen down',
    first: 'First message',
    last: 'Latest message',
    menu: 'Message options',
    reply: 'Reply',
    edit: 'Edit your message',
    copy: 'Copy text',
    remove: 'Remove your message',
    leave: 'Back to the message field',
  },

  composer: {
    label: 'Message',
    placeholderTo: (name: string) => `Message ${name}`,
    emoji: 'Emoji',
    people: 'People to mention',
    suggestions: (count: number) =>
      `${counted(count, 'suggestion', 'suggestions')}; arrow keys choose, Enter takes.`,
    inParts: (parts: number) => `Send as ${counted(parts, 'message', 'messages')}`,
    cut: (most: number) => `That was too long: only ${number.format(most)} characters were kept.`,
    send: 'Send',
    save: 'Save',
    replyingTo: (name: string) => `Replying to ${isolated(name)}`,
    replyingToSelf: 'Replying to yourself',
    editing: 'Editing your message',
    left: (count: number) => `${counted(count, 'character', 'characters')} left`,
    over: (count: number) => `${counted(count, 'character', 'characters')} too many`,
    heldUp: 'Many messages at once.',
    againIn: (seconds: number) => `Sending again in ${number.format(seconds)} s`,
  },

  /** Choosing an emoji. */
  emoji: {
    title: 'Emoji',
    search: 'Search emoji',
    searchHint: 'Search',
    nothing: (query: string) => `No emoji for “${query}”.`,
    found: (count: number) => `${number.format(count)} emoji`,
    groups: {
      recent: 'Recently used',
      smileys: 'Smileys',
      people: 'People and gestures',
      nature: 'Animals and nature',
      food: 'Food and drink',
      activities: 'Activities',
      travel: 'Travel and places',
      objects: 'Objects',
      symbols: 'Symbols',
      flags: 'Flags',
    },
    tone: 'Skin tone',
    tones: ['Yellow', 'Light', 'Medium light', 'Medium', 'Medium dark', 'Dark'],
    failed: 'The emoji could not be loaded. Messages can be sent all the same.',
  },

  job: {
    panel: 'Details',
    heading: 'Job',
    type: 'Type',
    place: 'Place',
    price: 'Price',
    customer: 'Customer',
    none: 'This conversation is not about a job.',
    otherSide: 'Other side',
    people: 'People',
  },
}

/** What every catalogue has. */
export type Words = typeof english
