/** The English catalogue of the app around the conversations. */
import type { Reason } from '@parley/protocol/reasons'
import type { Role } from '@parley/protocol/user'
import { counted } from '@parley/react/words/counted'
import { isolated } from '@parley/react/words/isolated'
import { words as shared } from '@parley/react/words/words'

const number = new Intl.NumberFormat('en')

export const english = {
  app: 'Parley',
  claim: 'Two sides, one conversation.',
  about: 'Where customers and the contractors who work for them talk about the job.',
  signIn: {
    title: 'Sign in',
    demoTitle: 'Step in as',
    as: (role: Role) => `, ${shared.roles[role]}`,
    demoText: 'Demo people. A second window can be somebody else.',
    unknownPerson: (name: string) => `There is no demo person called ${isolated(name)}.`,
    ownTitle: 'Your own account',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    submitting: 'Signing in',
    toSignUp: 'Create an account',
    ended: 'You were signed out.',
    endedUnsent: (count: number) =>
      `You were signed out before ${counted(count, 'message was', 'messages were')} sent.`,
  },
  signOut: {
    title: 'Sign out?',
    text: (unsent: number) =>
      `${counted(unsent, 'message is', 'messages are')} not sent yet. Signing out discards what is not sent.`,
    anyway: 'Sign out anyway',
  },
  signUp: {
    title: 'Create an account',
    name: 'Your name',
    role: 'What brings you here',
    customer: 'I need work done',
    contractor: 'I do the work',
    passwordHint: 'At least 8 characters',
    submit: 'Create account',
    submitting: 'Creating the account',
    toSignIn: 'I have an account',
  },
  authProblems: {
    wrongCredentials: 'This e-mail and password do not belong together.',
    taken: 'There is an account with this e-mail already. Sign in instead.',
    email: 'That is not an e-mail address.',
    name: 'A name has 1 to 80 characters.',
    password: 'A password has 8 to 128 characters.',
    wrongPassword: 'The current password is not right.',
    tooOften: 'Too many attempts. Wait a minute and try again.',
    unreachable: 'The server cannot be reached. Try again in a moment.',
    other: 'That did not work. Try again in a moment.',
  },

  account: {
    menu: 'Account',
    language: 'Language',
    theme: 'Appearance',
    themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
    changePassword: 'Change password',
    signOut: 'Sign out',
    sound: 'Sound',
    soundHint: 'A quiet one, on this device, when somebody writes.',
    showOnline: 'Show when I am online',
    showOnlineHint: 'It works both ways: hidden, you do not see it of others either.',
    notSet: 'That was not changed. Try again in a moment.',
  },
  password: {
    title: 'Change password',
    text: 'All your other windows and devices will be signed out.',
    current: 'Current password',
    next: 'New password',
    submit: 'Change password',
    submitting: 'Changing the password',
    done: 'Your password was changed.',
  },

  /** Where what is here does not outlive the page. */
  keeping: {
    full: 'This device has no room left: what is not sent yet is lost when you close this tab.',
    unavailable:
      'This browser keeps nothing here: what is not sent yet is lost when you close this tab.',
    recovered:
      'Something that this device had kept could not be read and was dropped. The rest is loaded again.',
  },

  /** The way there; what stands there has words of its own. */
  bulk: 'Bulk messages',

  /** Around all screens. */
  shell: {
    toContent: 'Skip to the content',
    toMessages: 'Skip to the messages',
    toComposer: 'Skip to writing a message',
    outdated: 'There is a new version of Parley.',
    reload: 'Reload',
    stopped: {
      title: 'Parley stopped working',
      text: 'What you wrote is kept. Reload the page to go on.',
    },
    overlayBroken: 'That stopped working. Try again in a moment.',
  },

  person: {
    title: 'Person',
    back: 'Back',
    isYou: 'This is you.',
    write: (name: string) => `Write to ${isolated(name)}`,
    writing: 'Opening',
    conversations: (name: string) => `Conversations with ${isolated(name)}`,
    none: (name: string) => `You have no conversation with ${isolated(name)} here.`,
    missing: 'There is nobody here',
    missingText: 'They may have gone, or they are nobody you can write to.',
    failed: 'This person could not be loaded.',
    offline: 'Not on this device yet',
    offlineText: 'Who this is can be seen as soon as the server can be reached.',
  },

  /** Finding anything by typing. */
  palette: {
    title: 'Find',
    open: 'Find people, conversations and commands',
    hint: 'Find a person, a conversation or a command',
    recent: 'Recent conversations',
    conversations: 'Conversations',
    people: 'People',
    commands: 'Commands',
    nothing: (query: string) => `Nothing was found for “${isolated(query)}”.`,
    searching: 'Looking for people',
    offline: 'You are offline: only what is on this device is found.',
    failed: 'People could not be looked for. Type again in a moment.',
    found: (count: number) => counted(count, 'result', 'results'),
    appearance: (theme: string) => `Appearance: ${theme}`,
    language: (name: string) => `Language: ${isolated(name)}`,
  },

  archived: 'Archived conversations',

  open: {
    title: 'New conversation',
    job: 'About',
    noJob: 'No particular job',
    submit: 'Start conversation',
    submitGroup: 'Start group',
    submitting: 'Opening',
    failed: (reason: Reason) => `The conversation was not opened: ${shared.groupReasons[reason]}.`,
  },

  /** The page for administrators. */
  admin: {
    title: 'Connections',
    notYours: 'This page is for administrators',
    notYoursText: 'Nothing is missing: your conversations are where they were.',
    asOf: (time: string) => `As of ${time}`,
    failed: (reason: Reason) =>
      reason === 'NOT_FOUND'
        ? 'There is nobody and nothing of that id, or not any more.'
        : `That did not work: ${shared.reasons[reason]}.`,
    unknown: 'unknown',
    bytes: (bytes: number) =>
      bytes < 1024 ? `${number.format(bytes)} B` : `${number.format(Math.round(bytes / 1024))} KiB`,

    nodes: 'Nodes',
    silentSince: (time: string) => `no answer since ${time}`,
    silentNode: (node: string) => `Node ${node} did not answer.`,
    incomplete: 'Not all nodes answered: what is connected to the others is missing here.',
    columns: {
      node: 'Node',
      upSince: 'Up since',
      connections: 'Connections',
      peopleOnline: 'People online',
      conversations: 'Conversations followed',
      queued: 'Waiting to be sent',
      connection: 'Connection',
      person: 'Person',
      since: 'Since',
      transport: 'Over',
      acts: 'End',
    },
    connectionsOf: (all: number, overHttp: number) =>
      overHttp > 0
        ? `${number.format(all)}, ${number.format(overHttp)} over HTTP`
        : number.format(all),
    transports: { ws: 'WebSocket', http: 'HTTP' },
    over: (transport: string, isAway: boolean) => (isAway ? `${transport}, away` : transport),

    whom: 'Person or conversation',
    whomHint: 'Type a name or paste an id',
    isConversation: 'Press Enter to see who of this conversation is connected.',
    asId: 'Nobody has that name. Press Enter to look for it as an id.',
    connectionsOfPeople: (names: string) => `Connections of ${names}`,
    theirConnections: 'Connections found',
    nobodyConnected: 'Nobody is connected.',

    signal: 'Send a test signal',
    signalNobody: (name: string) => `${isolated(name)} is not connected to any node.`,
    signalTook: (ms: number) => `It took ${number.format(ms)} ms.`,
    signalCame: (node: string, connections: number, answered: number) =>
      `Node ${node} heard it; ${number.format(answered)} of ${counted(connections, 'connection', 'connections')} answered.`,
    signalLost: (node: string) => `Node ${node} did not hear it.`,

    endConnection: 'Connection',
    endConnectionLabel: (id: string) => `End connection ${id}`,
    endSession: 'Session',
    endSessionLabel: (id: string) => `End the session of connection ${id}`,
    endSessions: 'End all sessions',
    ends: {
      connection: {
        title: (name: string) => `End this connection of ${isolated(name)}?`,
        text: 'The device connects again by itself within seconds; nothing is lost.',
        act: 'End connection',
      },
      session: {
        title: (name: string) => `End this session of ${isolated(name)}?`,
        text: 'All windows of this browser are signed out, within seconds.',
        act: 'End session',
      },
      person: {
        title: (name: string) => `End all sessions of ${isolated(name)}?`,
        text: 'All their devices are signed out, within seconds. Whoever comes from another product may come back as soon as that lets them.',
        act: 'End all sessions',
      },
    },
    ended: (sessions: number, connections: number) =>
      sessions > 0
        ? `${counted(sessions, 'session', 'sessions')} and ${counted(connections, 'connection', 'connections')} ended.`
        : `${counted(connections, 'connection', 'connections')} ended.`,
  },
}

/** What every catalogue has. */
export type AppWords = typeof english
