/**
 * What a log may say of an error: enough to find the fault, nothing that a person wrote.
 *
 * Messages of database, parser and validation errors quote the values at hand, so of those
 * only the name, the code and the place in our sources are kept.
 */

/** Errors whose message is written by a programmer and does not quote data. */
const outspoken = new Set(['Error', 'TypeError', 'RangeError', 'ReferenceError', 'Refusal'])

const longestMessage = 300

/** Tokens, and credentials or queries inside of addresses, wherever they stand in a text. */
export function withoutSecrets(text: string): string {
  return text
    .replaceAll(/eyJ[\w-]+\.[\w-]*(\.[\w-]*)?/g, '[token]')
    .replaceAll(/\b(Bearer|Basic) +[\w.~+/=-]+/gi, '$1 [secret]')
    .replaceAll(/(\w:\/\/)[^\s/@]+@/g, '$1[secret]@')
    .replaceAll(/(\/[^\s?"\\]*)\?[^\s"\\]+/g, '$1?[query]')
}

function codeOf(error: Error): string | undefined {
  // Redis says it first, and then a sentence that may quote what it was sent.
  if (error.name === 'ReplyError') return /^[A-Z]+\b/.exec(error.message)?.[0]
  return 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

/** A failed statement: its message and many of its fields hold what somebody wrote. */
function isStatementError(error: Error): boolean {
  return 'query' in error || 'severity' in error
}

function framesOf(error: Error): string[] {
  const lines = error.stack?.split('\n') ?? []
  return lines.filter(line => /^ {4}at /.test(line)).map(line => line.trim())
}

export type SafeError = {
  name: string
  code?: string
  message?: string
  frames?: string[]
  cause?: SafeError
}

export function safeError(error: unknown, depth = 0): SafeError {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = codeOf(error)
  const systemic = 'syscall' in error
  const quotable = !isStatementError(error) && (outspoken.has(error.name) || systemic)
  return {
    name: error.name,
    ...(code !== undefined && { code }),
    ...(quotable && { message: withoutSecrets(error.message.slice(0, longestMessage)) }),
    frames: framesOf(error).slice(0, 12),
    ...(error.cause !== undefined && depth < 4 && { cause: safeError(error.cause, depth + 1) }),
  }
}
