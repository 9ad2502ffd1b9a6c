/** The words of writing to many, in English. */
import type { Failure } from '@parley/protocol/bulk'
import type { RecipientFilter } from '@parley/protocol/bulkFilter'
import type { Reason } from '@parley/protocol/reasons'
import type { Variable } from '@parley/protocol/template'
import { counted, numbered } from '@parley/react/words/counted'
import { isolated } from '@parley/react/words/isolated'
import { failureEnglish } from './failureEnglish.ts'
import { words } from './words.ts'

const people = (count: number) => counted(count, 'person', 'people')

const conditions: Record<keyof RecipientFilter, string> = {
  jobId: 'Job',
  jobType: 'Type of job',
  jobStatus: 'Status of the job',
  place: 'Place of the job',
  talkedSince: 'Has written to you since',
  notAnswered: 'Has not answered your last message',
}

/** What each variable stands for. */
const variables: Record<Variable, string> = {
  'customer.firstName': 'Their first name',
  'customer.name': 'Their whole name',
  'contractor.firstName': 'Your first name',
  'contractor.name': 'Your whole name',
  'job.title': 'Title of the job',
  'job.type': 'Type of the job',
  'job.status': 'Status of the job',
  'job.place': 'Place of the job',
  'job.price': 'Price of the job',
}

/** What is still to be done before it can go. */
const issues = {
  nobody: 'Choose at least one person.',
  noCondition: 'Choose at least one condition.',
  badCondition: 'One of these conditions is not something to look for.',
  noText: 'Write what they will read.',
  tooLong: 'This is too long to be sent.',
  unknownVariable: 'It names a variable that does not exist.',
  noTime: 'Choose a day and a time.',
  past: 'That time has passed already. Choose a later one.',
  tooFar: 'That is more than a year ahead. Choose an earlier time.',
}
export type Issue = keyof typeof issues

export const composeEnglish = {
  title: 'New bulk message',
  issues,

  who: 'Who gets it',
  by: { people: 'People by name', filter: 'Everybody who fits' },
  filterHint: 'Customers for whom all of this is true. What is left empty does not matter.',
  conditions,
  anyJob: 'Any job',

  about: 'Which job it is about',
  noJob: 'No particular job',
  ownJob: 'Each the job by which they were found',
  aboutHint: 'It decides in which of your conversations with them it stands.',

  what: 'What they read',
  text: 'Message',
  textHint: 'Hello …',
  insert: 'Insert a variable',
  variables,
  unknown: (names: string[]) =>
    names.length === 1
      ? `There is no variable ${names[0]}. Nothing is sent while it stands there.`
      : `There are no variables ${words.list(names)}. Nothing is sent while they stand there.`,
  loose: 'A single {{ or }} is sent as it stands. A variable has both.',

  takeTemplate: 'Take a template',
  noTemplates: 'No templates yet. Write something and save it as one.',
  templatesFailed: 'The templates could not be loaded.',
  replaceTitle: (name: string) => `Take “${isolated(name)}”?`,
  replaceText: 'What you have written here is replaced.',
  replaceAct: 'Replace',
  saveTemplate: 'Save as template',
  templateName: 'Name of the template',
  templateNameHint: 'Only you see it.',
  templateSubmit: 'Save',
  templateSaved: (name: string) => `“${isolated(name)}” is among your templates.`,
  templateFailed: (reason: Reason) =>
    reason === 'INVALID_INPUT'
      ? 'It was not saved: a template needs a name, and only variables that exist.'
      : `It was not saved: ${words.reasons[reason]}.`,

  when: 'When it goes',
  now: 'Now',
  nowHint: 'For ten seconds you can take it back.',
  later: 'At a time',
  at: 'Day and time',
  zone: (id: string, name: string) => (name && name !== id ? `${name} (${id})` : id),
  goesAt: (time: string) => `Goes on ${time}.`,
  skipped: (time: string) =>
    `The clocks go forward then, and that time does not exist. It goes on ${time}.`,

  preview: 'Before it goes',
  previewEmpty: 'Choose who gets it and write something. Here you see what each will read.',
  previewWrong:
    'It cannot go like this yet. Put right what is wrong in it, and here you see what each will read.',
  previewLoading: 'Counting',
  counts(reached: number, failed: number) {
    const gets = `${reached === 0 ? 'Nobody' : people(reached)} will get it`
    return failed === 0 ? `${gets}.` : `${gets}, ${people(failed)} will not.`
  },
  reached: (count: number) => `Get it (${numbered(count)})`,
  failed: (count: number) => `Do not get it (${numbered(count)})`,
  chooseReader: 'Read it as',
  reads: (name: string) => `What ${isolated(name)} reads`,
  noneReached: 'Nobody gets it.',
  noneFailed: 'Everybody gets it.',
  forReason: (reason: Failure, count: number) => `${people(count)}: ${failureEnglish.why[reason]}`,
  noGet: 'Who does not get it',
  more: 'Show more',
  newConversation: 'new conversation',

  send: 'Send',
  schedule: 'Schedule',
  sending: 'Sending',
  confirm: (reached: number) => `Send to ${people(reached)}?`,
  confirmLater: (reached: number) => `Schedule for ${people(reached)}?`,
  confirmText: (failed: number) =>
    failed === 0
      ? 'Each gets it in their own conversation with you.'
      : `Each gets it in their own conversation with you. ${people(failed)} of those chosen will not get it.`,
  confirmTime: (time: string) => `It goes on ${time}.`,
  nobodyReached: 'Nobody would get it. Under “Do not get it” it says why.',

  /** Why it was not counted or sent. */
  refused({ reason, field, said }: { reason: Reason; field: string | undefined; said: string }) {
    if (reason === 'NOT_FOUND') return 'The job it is about is not there any more. Choose another.'
    if (reason !== 'INVALID_INPUT') return `That did not work: ${words.reasons[reason]}.`
    // The server alone knows how many there are and may be.
    if (field?.startsWith('recipients')) return `Look at who gets it: ${said}.`
    if (field?.startsWith('content')) return 'This text cannot be sent. Look at its variables.'
    if (field === 'scheduleAt' || field === 'zone') return 'It cannot be scheduled for that time.'
    return `That did not work: ${words.reasons[reason]}.`
  },
  lost: 'No answer came. It may have gone out or not. Send it again: nobody gets it twice.',
  tooMany: 'Those were many bulk messages in a short time.',
  againIn: (seconds: number) => `You can send this one in ${numbered(seconds)} s.`,
  wasSent:
    'This had gone out already, as it was before you changed it. What you changed is kept as a draft.',

  undoRegion: 'Take it back',
  goesOut: (count: number) => `Goes out to ${people(count)}`,
  wasScheduled: (count: number) => `Scheduled for ${people(count)}`,
  inSeconds: (seconds: number) => `in ${numbered(seconds)} s`,
  undo: 'Undo',
  undone: 'It was not sent. What you wrote is a draft again.',
  undoneOnly: 'It was not sent. Your newer draft stays as it is.',
  undonePartly: (sent: number) => `Stopped. It had gone out to ${people(sent)} already.`,
  tooLate: (sent: number) => `It had gone out to ${people(sent)} already.`,
  notUndone: (reason: Reason) => `It was not taken back: ${words.reasons[reason]}.`,
}

/** What every catalogue of it has. */
export type ComposeWords = typeof composeEnglish
