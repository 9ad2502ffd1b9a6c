import * as read from '../chat/read.ts'

/** What goes out as Postgres wrote it, read as a client reads it. */
export async function history(...asked: Parameters<typeof read.history>) {
  return (await read.history(...asked)).toJSON()
}

export async function list(...asked: Parameters<typeof read.list>) {
  return (await read.list(...asked)).toJSON()
}
