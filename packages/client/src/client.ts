/** The client of one person: create it once, outside React, and close it when they sign out. */
import type { OpenInput } from '@parley/protocol/chatInputs'
import type { Presence } from '@parley/protocol/presence'
import type { Api } from './api.ts'
import { listenToBrowser } from './browserHints.ts'
import { systemClock } from './clock.ts'
import { type Composer, createComposer } from './composer.ts'
import type { Connection } from './connection.ts'
import type { ConversationHandle } from './conversationHandle.ts'
import type { Conversations } from './conversationList.ts'
import { createEngine, type EngineOptions } from './engine.ts'
import { createFallback } from './fallback.ts'
import { draftKey, forgetDrafts } from './forget.ts'
import type { Cancellable } from './insist.ts'
import { browserTabs } from './keep/browserTabs.ts'
import { databaseName, indexedDbStore } from './keep/indexedDbStore.ts'
import { createOutboxNotes } from './keep/outboxNotes.ts'
import { whenHidden } from './keep/whenHidden.ts'
import type { Keeping } from './keep/writer.ts'
import type { GetToken } from './keepConnected.ts'
import { browserStorage, type DraftStorage, keepsakeIn } from './keepsake.ts'
import { merge } from './merge.ts'
import type { News } from './news.ts'
import type { OutboxCount } from './outboxCount.ts'
import { probeSocket } from './probeSocket.ts'
import type { Readable } from './readable.ts'
import { retryAfter } from './retry.ts'
import { createSocketTransport } from './socketTransport.ts'
import type { Transport } from './transport.ts'
import type { UnreadTotals } from './unreadTotals.ts'

export interface ClientOptions {
  /** The server's http origin. */
  url: string
  userId: string
  /**
   * A valid token, asked for at each attempt to connect and 60 seconds before one runs out.
   * With `fresh`, one handed out before was refused or is about to run out. Rejecting with
   * `Refused` of reason UNAUTHENTICATED says that there is none to be had.
   */
  token: GetToken
  /** For runtimes without one of their own. */
  WebSocket?: typeof WebSocket
  /** Where drafts are kept, and for a moment what was sent; the browser's own by default. */
  storage?: DraftStorage
  /**
   * Keeps conversations and what waits to be sent in this browser, so that they outlive the
   * page: one database for each person. Several tabs share it.
   */
  persist?: boolean
}

export interface Client {
  readonly userId: string
  readonly connection: Readable<Connection>
  /** What is not archived. */
  readonly conversations: Readable<Conversations>
  loadMoreConversations(): Promise<void>
  /** What is; read when somebody first subscribes, and kept up to date from then on. */
  readonly archived: Readable<Conversations>
  loadMoreArchived(): Promise<void>
  /** What is unread in the list, without what is muted. */
  readonly unread: Readable<UnreadTotals>
  /** The newest message of somebody else that came while this client was there. */
  readonly news: Readable<News | undefined>
  /** The same object for the same id. */
  conversation(id: string): ConversationHandle
  /** What is being written in a conversation; the same object for the same id. */
  composer(id: string): Composer
  /**
   * Opens a conversation or meets it again; until it goes out it can be called off, and rejects
   * with `Unwanted`.
   *
   * @returns its id; it is in the list then
   */
  open(input: OpenInput, options?: Cancellable): Promise<string>
  /** Every procedure over the same connection, for what the feed does not change. Calls wait for the connection. */
  readonly api: Api
  reconnectNow(): void
  /** Whether what is held and what waits outlives the page, and why not. */
  readonly keeping: Readable<Keeping>
  /** What is not sent yet, over all conversations. */
  readonly outbox: Readable<OutboxCount>
  /** When what waits goes on, while the server takes no more messages for now. */
  readonly heldUpTo: Readable<number | undefined>
  /**
   * Whether somebody is there. Whoever subscribes looks at them; all that is looked at is
   * asked for together. The same object for the same id.
   */
  presence(userId: string): Readable<Presence>
  /** Who of the others is typing, in the order in which they began; subscribing looks. */
  typing(conversationId: string): Readable<readonly string[]>
  /** Sends everything again that failed, in all conversations. */
  sendAllAgain(): void
  /** Closes, and leaves nothing of this person on this device: for signing out. */
  forget(): Promise<void>
  /** Ends everything. Calls made after it are never answered. */
  close(): void
}

/** Parts of the engine that a test replaces, to see that they are needed. */
export interface Parts extends Partial<Pick<EngineOptions, 'merge' | 'retry' | 'createId'>> {
  transport?: (usual: Transport) => Transport
}

export function createClient(options: ClientOptions, parts: Parts = {}): Client {
  const { url, userId, token, WebSocket, storage = browserStorage(), persist = false } = options
  const composers = new Map<string, Composer>()
  const draftOf = (id: string) => ({
    draft: keepsakeIn(storage, draftKey(userId, id)),
    mentions: keepsakeIn(storage, `${draftKey(userId, id)}.mentions`),
    reply: keepsakeIn(storage, `${draftKey(userId, id)}.reply`),
  })
  const { transport, api, woke } = createFallback({
    socket: createSocketTransport({ url, WebSocket }),
    loadHttp: async () => (await import('./httpTransport.ts')).createHttpTransport({ url }),
    probe: () => probeSocket(url, WebSocket),
    clock: systemClock,
    random: Math.random,
  })
  const engine = createEngine({
    me: userId,
    token,
    clock: systemClock,
    random: Math.random,
    hints: hints =>
      listenToBrowser({
        ...hints,
        woke() {
          woke()
          hints.woke()
        },
      }),
    createId: () => crypto.randomUUID(),
    merge,
    retry: retryAfter,
    onLeft(id) {
      composers.delete(id)
      for (const kept of Object.values(draftOf(id))) kept.write('')
    },
    ...(persist && keptIn({ url, userId }, storage)),
    ...parts,
    transport: parts.transport?.(transport) ?? transport,
  })
  const stopWatching = whenHidden(engine.hurry)

  function composer(id: string): Composer {
    const known =
      composers.get(id) ??
      createComposer(engine.conversation(id), draftOf(id), {
        onWrote: text => engine.wrote(id, text),
        nameOf: userId => engine.nameIn(id, userId),
      })
    composers.set(id, known)
    return known
  }

  return {
    userId,
    connection: engine.connection,
    conversations: engine.conversations,
    loadMoreConversations: engine.loadMore,
    archived: engine.archived,
    loadMoreArchived: engine.loadMoreArchived,
    unread: engine.unread,
    news: engine.news,
    conversation: engine.conversation,
    composer,
    open: engine.open,
    api,
    reconnectNow: engine.reconnectNow,
    keeping: engine.keeping,
    outbox: engine.outbox,
    heldUpTo: engine.heldUpTo,
    presence: engine.presence,
    typing: engine.typing,
    sendAllAgain: engine.sendAllAgain,
    async forget() {
      stopWatching()
      forgetDrafts(storage, userId)
      await engine.forget()
    },
    close() {
      stopWatching()
      engine.close()
    },
  }
}

/** A browser that has no storage keeps nothing, and says so. */
function keptIn(
  place: { url: string; userId: string },
  storage: DraftStorage | undefined,
): Pick<EngineOptions, 'store' | 'tabs'> {
  return {
    store: indexedDbStore(place, createOutboxNotes(storage, place)),
    tabs: browserTabs(databaseName(place)),
  }
}
