/**
 * The sync engine: puts the parts together. Each part knows what it does; here stands who
 * tells whom.
 */
import type { Change } from '@parley/protocol/change'
import type { OpenInput } from '@parley/protocol/chatInputs'
import { createArchive } from './archive.ts'
import type { ListenToHints } from './browserHints.ts'
import { type Clock, endingClock } from './clock.ts'
import { createFeed } from './feed.ts'
import { createHandles } from './handles.ts'
import { createHealer } from './heal.ts'
import { createHistory } from './history.ts'
import { type Cancellable, insist, type Means, until } from './insist.ts'
import { createKeep, nothingKept } from './keep/keep.ts'
import { enterInOrder, restore } from './keep/restore.ts'
import type { Store } from './keep/store.ts'
import { alone, type Tabs } from './keep/tabs.ts'
import { type GetToken, keepConnected, type Line } from './keepConnected.ts'
import { createList } from './list.ts'
import type { Merge } from './merge.ts'
import { createNews } from './news.ts'
import { createNotices } from './notices.ts'
import { createReplicas } from './replicas.ts'
import { createReports } from './reports.ts'
import type { RetryRule } from './retry.ts'
import { createSignals } from './signals.ts'
import type { Transport } from './transport.ts'
import { createTrimming } from './trimming.ts'
import { createUnread } from './unread.ts'
import { createUnreadTotals } from './unreadTotals.ts'
import { createWriting } from './writing.ts'

export interface EngineOptions {
  me: string
  transport: Transport
  token: GetToken
  clock: Clock
  random: () => number
  hints: ListenToHints
  createId: () => string
  merge: Merge
  retry: RetryRule
  /** Where what is held and what waits outlives the page; without one it lives in memory. */
  store?: Store | undefined
  tabs?: Tabs | undefined
  /** Smaller in tests: how many messages a page has, and how many stay of what nobody looks at. */
  sizes?: { page: number; further?: number; unwatched: number } | undefined
  /** This person left a conversation by themselves. */
  onLeft?: (conversationId: string) => void
}

/** Names, pictures and jobs are taken to be the same for so long. */
const freshMs = 3_600_000

export function createEngine(options: EngineOptions) {
  const { me, transport, random, createId, retry } = options
  const { calls } = transport
  const clock = endingClock(options.clock)
  const means: Means = { clock, random, retry, online: () => line.online() }

  const notices = createNotices({
    clock,
    expire: id => handles.expire(id),
    tell(ids) {
      handles.tell(ids)
      desk.tell()
    },
  })
  const { batch, touch } = notices

  const replicas = createReplicas({
    me,
    merge: options.merge,
    onMessages(id, messages) {
      sending.settle(id, messages)
      reports.arrived(id, messages)
      signals.arrived(id, messages)
    },
    onHeld(before, now) {
      desk.look(before, now, healer.met(now.id))
    },
    onChanged(id) {
      touch(id)
      keep.cache.touch(id)
      const replica = replicas.get(id)
      if (!replica) return
      sending.moved(id)
      history.held(id)
      if (handles.isWatched(id)) history.open(id)
      healer.notice(id)
      unread.notice(replica)
      signals.share(id, replica.participants)
      trimming.notice(id)
    },
    onGone(id) {
      sending.moved(id)
      signals.share(id, [])
      keep.cache.touch(id)
      history.gone(id)
    },
  })

  const onStatus = () => handles.tell(new Set())
  const list = createList({ means, calls, replicas, archived: false, batch, onStatus })
  const archive = createArchive({
    clock,
    list: createList({ means, calls, replicas, archived: true, batch, onStatus }),
    generation: replicas.generation,
    mayBegin: () => feed.cursor() !== undefined,
  })
  const sizes = options.sizes ?? { page: 50, further: 100, unwatched: 200 }
  const history = createHistory({
    means,
    calls,
    replicas,
    batch,
    pageSize: sizes.page,
    furtherSize: sizes.further ?? sizes.page,
    onChanged(id) {
      touch(id)
      trimming.notice(id)
    },
  })
  const trimming = createTrimming({
    clock,
    replicas,
    isBusy: id => handles.isWatched(id) || history.isLoading(id),
    most: sizes.unwatched,
    onTrimmed: id => handles.release(id),
  })
  const healer = createHealer({
    means,
    calls,
    replicas,
    isLoaded: id =>
      replicas.get(id)?.from !== undefined ||
      history.loading(id).kind === 'newest' ||
      handles.isWatched(id),
    listed: list.settled,
    readList: list.readFirst,
    leaveBelow(page) {
      list.leaveBelow(page)
      archive.readAgain()
    },
    isNeeded: id => handles.isWatched(id) || sending.queue(id).length > 0,
  })

  const reports = createReports({ me, means, calls, replicas })
  const unread = createUnread({ me, readHere: reports.readHere, onUnknown: healer.refresh })

  const keep = options.store
    ? createKeep({
        me,
        clock,
        store: options.store,
        tabs: options.tabs ?? alone(),
        held: replicas.get,
        all: replicas.all,
        readHere: reports.readHere,
        head() {
          const cursor = feed.cursor()
          const { status, hasMore } = list.status()
          if (cursor === undefined || status !== 'ready') return undefined
          return { cursor, wanted: healer.unknown(), hasMore, reach: list.reach() }
        },
      })
    : nothingKept()
  const { pace, sending, acts, mine, groups } = createWriting({
    me,
    means,
    calls,
    replicas,
    keeper: keep.outbox,
    createId,
    batch,
    enter,
    onChanged: touch,
    onLeft(id) {
      replicas.drop(id)
      options.onLeft?.(id)
    },
  })

  const signals = createSignals({
    me,
    means,
    transport,
    lastSeq: id => replicas.get(id)?.lastSeq ?? 0,
    isOpen: {
      conversation: id => handles.isWatched(id),
      person: userId =>
        handles.watched().some(id => {
          const { participants = [] } = replicas.get(id) ?? {}
          return participants.length === 2 && participants.some(one => one.userId === userId)
        }),
    },
  })

  const handles = createHandles({
    me,
    replicas,
    list,
    archive: archive.list,
    history,
    sending,
    acts,
    mine,
    groups,
    unread,
    readHere: reports.readHere,
    onRead(id, seq) {
      reports.read(id, seq)
      touch(id)
      keep.cache.touch(id)
    },
    onOpened: keep.cache.opened,
    onClosed(id) {
      history.lookAtLatest(id)
      trimming.notice(id)
    },
  })

  const desk = createNews({ me, listed: handles.listed, readHere: reports.readHere })

  function enter(conversationId: string, changes: readonly Change[]): void {
    if (replicas.get(conversationId)) replicas.changes(conversationId, changes)
    else if (!replicas.left(conversationId, changes)) healer.meet(conversationId, changes)
  }

  function startAgain(): void {
    batch(() => {
      for (const part of [healer, unread, reports, history]) part.forgetAll()
      replicas.clear()
    })
    for (const id of handles.watched()) history.open(id)
  }

  /** What the feed does not carry may have changed since it was kept. */
  let isStale = false
  const restored = keep.opened.then(kept => {
    if (!kept) return
    batch(() =>
      restore(kept, { cache: keep.cache, feed, replicas, reports, list, healer, sending }),
    )
    archive.begin()
    isStale = clock.now() - (kept.cache?.head.savedAt ?? clock.now()) > freshMs
  })
  keep.late().then(outbox => batch(() => enterInOrder(outbox, sending)))

  function onBegun(): void {
    list.begin()
    archive.begin()
  }

  const feed = createFeed({ replicas, enter, onRestored: startAgain, onBegun })
  const line: Line = keepConnected({
    transport,
    clock,
    random,
    async token(wish) {
      await restored.catch(() => {}) // whatever was kept: without it everything is read
      return await options.token(wish)
    },
    hints: hints => options.hints({ ...hints, ...signals.hints }),
    onLine: signals.moved,
    feed: {
      ...feed,
      frame(id, changes) {
        let isOurs = false
        notices.stream(() => {
          isOurs = feed.frame(id, changes)
        })
        keep.cache.moved()
        return isOurs
      },
    },
    onOnline() {
      for (const one of [list, archive.list]) one.retry()
      if (isStale) list.refresh()
      isStale = false
      healer.noticeAll()
      reports.repeat()
      for (const id of handles.watched()) history.open(id)
    },
  })

  signals.follow(line.connection)

  return {
    connection: line.connection,
    presence: signals.presence,
    typing: signals.typing,
    /** What stands in the field of a conversation after a key; nothing when it was sent. */
    wrote: signals.wrote,
    nameIn: (id: string, userId: string) =>
      replicas.get(id)?.participants.find(one => one.userId === userId)?.user.name,
    heldUpTo: pace.until,
    conversations: handles.conversations,
    archived: archive.loading(handles.archived),
    unread: createUnreadTotals(handles.conversations),
    news: desk.news,
    conversation: handles.of,
    /** What is known of a conversation at this moment. */
    held: replicas.get,
    keeping: keep.keeping,
    outbox: sending.count,
    sendAllAgain: () => sending.retryAll(),
    /** The page may go away: nothing waits any longer to be written or sent. */
    hurry() {
      keep.cache.flush()
      acts.hurry()
    },
    loadMore: list.more,
    loadMoreArchived: archive.list.more,
    async open(input: OpenInput, options: Cancellable = {}): Promise<string> {
      // A group is opened once per key, so that asking again does not open another one.
      const isGroup = input.participantIds.length > 1
      const keyed = isGroup ? { key: createId(), ...input } : input
      const conversation = await insist(means, () => calls.open(keyed), until(options))
      const { id } = conversation
      batch(() => replicas.read(conversation))
      if (handles.listed(id)?.archived) await mine.set(id, { archived: false })
      return id
    },
    reconnectNow: line.retryNow,
    close() {
      line.close()
      keep.close()
      clock.end()
    },
    /** Closes, and leaves nothing of this person behind. */
    async forget() {
      line.close()
      clock.end()
      await keep.wipe()
    },
  }
}
