/**
 * The log: one line of JSON per event, for machines to read.
 *
 * Tokens, connection params, query strings and what people write are never given to it; what
 * slips through anyway is removed here.
 */
import { type DestinationStream, pino } from 'pino'
import type { Env } from './env.ts'
import { safeError, withoutSecrets } from './safeError.ts'

/** Fields that hold secrets or what people wrote, at the top and one level down. */
const secretFields = [
  'token',
  'authorization',
  'cookie',
  'password',
  'secret',
  'connectionParams',
  'headers',
  'input',
  'text',
  'content',
  'template',
  'recipients',
  'filter',
  'query',
  'url',
]

export function createLog(
  { logLevel }: Pick<Env, 'logLevel'>,
  destination: DestinationStream = process.stdout,
) {
  return pino(
    {
      level: logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
      serializers: { err: safeError },
      redact: { paths: secretFields.flatMap(name => [name, `*.${name}`]), remove: true },
      hooks: {
        // Without words of ours pino would repeat the error's message.
        logMethod(args, method) {
          const [first, words = 'error'] = args
          if (typeof first === 'string') return method.apply(this, args)
          return method.call(this, first instanceof Error ? { err: first } : first, words)
        },
      },
    },
    { write: line => destination.write(withoutSecrets(line)) },
  )
}

export type Log = ReturnType<typeof createLog>
