/** What a contractor reads of broadcasts that are made, in English. */
import type { Broadcast, RecipientReport } from '@parley/protocol/bulk'
import type { Reason } from '@parley/protocol/reasons'
import { counted, numbered } from '@parley/react/words/counted'
import { isolated } from '@parley/react/words/isolated'
import { words } from './words.ts'

type Status = Broadcast['status']
export type RecipientState = RecipientReport['state']

const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 })

const statuses: Record<Status, string> = {
  scheduled: 'Scheduled',
  running: 'Sending',
  finished: 'Finished',
  cancelled: 'Cancelled',
}

const states: Record<RecipientState, string> = {
  waiting: 'Waiting',
  sent: 'Sent',
  delivered: 'Delivered',
  read: 'Read',
  failed: 'Failed',
  cancelled: 'Not sent',
}

function people(count: number): string {
  return counted(count, 'customer', 'customers')
}

export const bulkReportEnglish = {
  statuses,
  states,
  people,
  number: numbered,
  failed: (reason: Reason) => `That did not work: ${words.reasons[reason]}.`,

  history: {
    list: 'Your bulk messages',
    compose: 'New bulk message',
    templates: 'Templates',
    empty: 'Nothing sent to many yet',
    emptyText: 'Write once, and each customer gets it in their own conversation with you.',
    more: 'Show earlier ones',
    unread: 'Your bulk messages could not be loaded.',
    offline: 'Your bulk messages come as soon as the server can be reached.',
    sentOf: (sent: number, total: number) => `${numbered(sent)} of ${numbered(total)} sent`,
    failedOf: (failed: number) => `${numbered(failed)} failed`,
    begins: (when: string) => `Goes out ${when}`,
    beginsSoon: 'Goes out in a moment',
    beginsHere: (when: string) => `${when} where you are`,
    cancel: 'Cancel',
    cancelLabel: (text: string) => `Cancel “${isolated(text)}”`,
    stopLabel: (text: string) => `Stop sending “${isolated(text)}”`,
    noMore: 'The earlier ones could not be loaded.',
  },

  /** Whom it is for, when they were chosen by what they have in common. */
  audience: {
    chosen: people,
    about: (title: string) => `About “${isolated(title)}”`,
    filtered: (conditions: string[]) => `Customers ${words.list(conditions)}`,
    /** One and the same job meets all of it. */
    job: ({
      type,
      status,
      place,
    }: Partial<Record<'type' | 'status' | 'place', string | undefined>>) =>
      [
        'with a job',
        type === undefined ? [] : `of type ${isolated(type)}`,
        status === undefined ? [] : `that is ${isolated(status)}`,
        place === undefined ? [] : `in ${isolated(place)}`,
      ]
        .flat()
        .join(' '),
    oneJob: 'of one job',
    talkedSince: (day: string) => `who wrote to you since ${day}`,
    notAnswered: 'who have not answered you',
  },

  one: {
    title: 'Bulk message',
    back: 'All bulk messages',
    missing: 'This bulk message is not there',
    missingText: 'It was never there, or it was never yours.',
    notLoaded: 'This bulk message could not be loaded.',
    offline: 'It comes as soon as the server can be reached.',
    text: 'Text',
    more: 'Show all of it',
    less: 'Show less',
    /** With the clock's time of the act, in the reader's zone. */
    when: {
      scheduled: (at: string) => `Written ${at}`,
      running: (at: string) => `Began ${at}`,
      finished: (at: string) => `Finished ${at}`,
      cancelled: (at: string) => `Cancelled ${at}`,
    } satisfies Record<Status, (at: string) => string>,
  },

  running: {
    bar: 'Progress of sending',
    done: (done: number, total: number) => `${numbered(done)} of ${numbered(total)}`,
    sent: 'Sent',
    failed: 'Failed',
    remaining: 'Remaining',
    rate: 'Per second',
    noRate: '–',
    announced: (share: number) => `${percent.format(share)} done`,
    finished: (sent: number, failed: number) =>
      failed > 0
        ? `Finished: ${numbered(sent)} sent, ${numbered(failed)} failed`
        : `Finished: ${numbered(sent)} sent`,
    cancelled: (sent: number) => `Cancelled: ${numbered(sent)} were sent before`,
    stalled: 'There is no connection at the moment. Sending goes on without you.',
  },

  cancel: {
    running: 'Stop sending',
    scheduled: 'Cancel this message',
    runningTitle: 'Stop sending?',
    scheduledTitle: 'Cancel this bulk message?',
    runningText:
      'What went, went: those who have it keep it. Nobody else gets it, and it cannot go on later.',
    scheduledText: 'Nobody has got it yet, and nobody will. Nobody is told.',
    keepRunning: 'Go on sending',
    keepScheduled: 'Keep it',
    done: 'Cancelled.',
    tooLate: 'It was finished already.',
  },

  report: {
    title: 'Recipients',
    filter: 'Show',
    all: 'All',
    nobody: 'Nobody is in this part of the report.',
    failed: 'The report could not be loaded.',
    pages: 'Pages of the report',
    range: (from: number, to: number, of: number | undefined) =>
      of === undefined
        ? `${numbered(from)}–${numbered(to)}`
        : `${numbered(from)}–${numbered(to)} of ${numbered(of)}`,
    earlier: 'Earlier',
    further: 'Further',
  },

  download: {
    act: 'Download CSV',
    running: (rows: number, total: number) => `Reading ${numbered(rows)} of ${numbered(total)}`,
    bar: 'Progress of the download',
    stop: 'Stop the download',
    done: (rows: number) => `${counted(rows, 'row was', 'rows were')} downloaded.`,
    columns: {
      name: 'Name',
      id: 'Person ID',
      state: 'Status',
      reason: 'Reason',
      code: 'Reason code',
      sentAt: 'Sent at',
      deliveredAt: 'Delivered at',
      readAt: 'Read at',
      conversation: 'Conversation',
    },
    fileName: (day: string) => `bulk-message-${day}.csv`,
  },

  templates: {
    title: 'Templates',
    list: 'Your templates',
    create: 'New template',
    empty: 'No templates yet',
    emptyText: 'A text that you send often, with variables like {{customer.firstName}}.',
    notLoaded: 'Your templates could not be loaded.',
    offline: 'Your templates come as soon as the server can be reached.',
    changed: (when: string) => `Changed ${when}`,
    variables: 'Variables',
    edit: 'Edit',
    editLabel: (name: string) => `Edit ${isolated(name)}`,
    remove: 'Remove',
    removeLabel: (name: string) => `Remove ${isolated(name)}`,
    removeTitle: (name: string) => `Remove “${isolated(name)}”?`,
    removeText: 'What was sent with it stays as it is.',
    removed: 'The template was removed.',
    full: (most: number) => `You have ${numbered(most)} templates, which is all there can be.`,
  },

  template: {
    createTitle: 'New template',
    editTitle: 'Edit template',
    back: 'All templates',
    name: 'Name',
    nameHint: 'Only you see it.',
    section: 'What it says',
    save: 'Save template',
    saved: 'The template was saved.',
    noName: 'Give it a name.',
    preview: 'Preview',
    previewWith: 'Preview with',
    previewEmpty: 'Write something that can be sent. Here you see what a customer would read.',
    previewOf: (name: string) => `What ${isolated(name)} would read`,
    previewNobody: 'There is no customer yet with whom to preview it.',
    previewFailed: 'The preview did not work. Try again in a moment.',
    wouldNot: (name: string, why: string) => `${isolated(name)} would not get it: ${why}`,
  },
}

/** What every catalogue of it has. */
export type BulkReportWords = typeof bulkReportEnglish
