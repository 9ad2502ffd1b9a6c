/** What screens hold on to: a handle for each conversation, and the list of them. */
import type { Acts } from './acts.ts'
import type { ConversationHandle } from './conversationHandle.ts'
import { type Conversations, createConversationList } from './conversationList.ts'
import { type ConversationView, createViewOf } from './conversationView.ts'
import type { GroupActs } from './groupActs.ts'
import type { History } from './history.ts'
import type { List } from './list.ts'
import { type Listed, type ListedSources, listedOf } from './listed.ts'
import { memo } from './memo.ts'
import type { Mine } from './mine.ts'
import { type Derived, derived, type Readable } from './readable.ts'
import { Refused } from './refused.ts'
import type { Replicas } from './replicas.ts'
import type { Sending } from './sending.ts'
import type { Unread } from './unread.ts'

export interface Handles {
  /** The same object for the same id. */
  of(id: string): ConversationHandle
  conversations: Readable<Conversations>
  archived: Readable<Conversations>
  listed(id: string): Listed | undefined
  /** Something of it changed: whoever asks from now on sees it. */
  expire(id: string): void
  /** Tells who looks. */
  tell(changed: ReadonlySet<string>): void
  /** Nothing is remembered of how it was before. */
  release(id: string): void
  isWatched(id: string): boolean
  watched(): string[]
}

interface Options {
  me: string
  replicas: Replicas
  list: List
  archive: List
  history: History
  sending: Sending
  acts: Acts
  mine: Mine
  groups: GroupActs
  unread: Unread
  /** How far this device has read. */
  readHere: (conversationId: string) => number
  onRead: (conversationId: string, seq: number) => void
  /** It came onto a screen. */
  onOpened: (conversationId: string) => void
  /** It is on no screen any more. */
  onClosed: (conversationId: string) => void
}

interface Held {
  handle: ConversationHandle
  view: Derived<ConversationView>
  watchers: number
}

export function createHandles(options: Options): Handles {
  const { me, replicas, list, archive, history, sending, acts, mine, groups } = options
  const { unread, readHere, onRead, onOpened, onClosed } = options
  const held = new Map<string, Held>()
  const memos = new Map<string, (sources: ListedSources) => Listed>()

  function listed(id: string): Listed | undefined {
    const replica = replicas.get(id)
    if (!replica) {
      memos.delete(id)
      return undefined
    }
    const compute = memos.get(id) ?? memo((sources: ListedSources) => listedOf(me, sources))
    memos.set(id, compute)
    return compute({
      replica,
      queue: sending.queue(id),
      overlays: acts.overlays(id),
      wishes: mine.wishes(id),
      unreadCount: unread.count(replica),
      readHere: readHere(id),
    })
  }

  const conversations = createConversationList({ listed, archived: false, ...list })
  const archived = createConversationList({ listed, archived: true, ...archive })

  function hold(id: string): Held {
    const compute = memo(createViewOf())
    const view = derived(() =>
      compute({
        replica: replicas.get(id),
        loading: history.loading(id),
        looksBack: history.looksBack(id),
        lookingFor: history.lookingFor(id),
        listed: listed(id),
        queue: sending.queue(id),
        overlays: acts.overlays(id),
        removing: acts.removing(id),
      }),
    )
    const entry: Held = { view, watchers: 0, handle: handleOf(id, view) }
    held.set(id, entry)
    return entry
  }

  function handleOf(id: string, view: Readable<ConversationView>): ConversationHandle {
    return {
      id,
      view,
      watch: () => watch(id),
      loadOlder: () => history.older(id),
      loadNewer: () => history.newer(id),
      lookAt: seq => history.lookAt(id, seq),
      lookAtLatest: () => history.lookAtLatest(id),
      send(draft) {
        unmark(id)
        sending.send(id, draft)
      },
      look: () => unmark(id),
      retry: clientId => sending.retry(id, clientId),
      retryAll: () => sending.retryAll(id),
      discard: clientId => sending.discard(id, clientId),
      edit: (messageId, text, mentions) => acts.edit(id, { messageId, text, mentions }),
      react: (messageId, emoji, on) => acts.react(id, messageId, emoji, on),
      remove: messageId => acts.remove(id, messageId),
      undoRemove: messageId => acts.undoRemove(id, messageId),
      markRead: seq => onRead(id, seq),
      setMine: wishes => mine.set(id, wishes),
      addPeople: (userIds, adding) => groups.addPeople(id, userIds, adding),
      removePerson: (userId, options) => groups.removePerson(id, userId, options),
      leave: options => groups.leave(id, options),
      rename: (title, options) => groups.rename(id, title, options),
    }
  }

  /** What one marked as unread is so no longer; a refusal leaves the mark. */
  function unmark(id: string): void {
    if (listed(id)?.markedUnread) mine.set(id, { unread: false }).catch(ignoreRefusal)
  }

  function watch(id: string): () => void {
    const entry = held.get(id) ?? hold(id)
    entry.watchers += 1
    onOpened(id)
    history.open(id)
    let over = false
    return () => {
      if (over) return
      over = true
      entry.watchers -= 1
      if (entry.watchers === 0) onClosed(id)
    }
  }

  return {
    of: id => (held.get(id) ?? hold(id)).handle,
    conversations,
    archived,
    listed,
    expire(id) {
      held.get(id)?.view.expire()
      conversations.expire(id)
      archived.expire(id)
    },
    tell(changed) {
      for (const id of changed) held.get(id)?.view.invalidate()
      conversations.tell()
      archived.tell()
    },
    release(id) {
      if (memos.has(id)) listed(id)
      held.get(id)?.view.get()
    },
    isWatched: id => (held.get(id)?.watchers ?? 0) > 0,
    watched: () => [...held].filter(([, { watchers }]) => watchers > 0).map(([id]) => id),
  }
}

/** The mark is there again, and nobody asked for more. */
function ignoreRefusal(error: unknown): void {
  if (!(error instanceof Refused)) throw error
}
