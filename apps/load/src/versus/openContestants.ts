/** Starts the servers of a comparison, all on one Postgres with the same settings. */
import type { Sql } from '@parley/db/database'
import { openDatabase } from '../rows/openDatabase.ts'
import { createKeeping } from '../server/keeping.ts'
import { startPeer } from '../server/peer.ts'
import { startServer } from '../server/server.ts'
import { contestant } from './contestant.ts'
import { fillLog } from './fillLog.ts'
import { parley } from './parley.ts'
import { socketIo } from './socketIo.ts'

interface Wanted {
  /** A migrated database for Parley; by default the embedded Postgres is started. */
  databaseUrl?: string
}

export async function openContestants({ databaseUrl }: Wanted = {}) {
  const { keep, close } = createKeeping()
  try {
    const server = keep(await startServer(databaseUrl === undefined ? {} : { databaseUrl }))
    const ownUrl = await server.databaseUrl()
    const { sql } = keep(openDatabase(ownUrl))
    if (databaseUrl === undefined) await fillLog(sql)
    const beside = keep(await createBeside(sql, ownUrl))
    const { sql: peerSql } = keep(openDatabase(beside.url))
    const peerOf = async (name: string, withSecondEvent: boolean) => {
      const peer = keep(await startPeer({ databaseUrl: beside.url, withSecondEvent }))
      return contestant(name, socketIo, peer, peerSql)
    }
    return {
      parley: contestant('Parley', parley, server, sql),
      peer: await peerOf('Socket.IO', true),
      /** A second peer, one that does not send its second event. */
      startLeanPeer: () => peerOf('Socket.IO without its second event', false),
      [Symbol.asyncDispose]: close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

export type Contestants = Awaited<ReturnType<typeof openContestants>>

/** A second database on the same server, gone afterwards. */
async function createBeside(sql: Sql, ownUrl: string) {
  const url = new URL(ownUrl)
  const name = `${url.pathname.slice(1)}_peer`
  url.pathname = `/${name}`
  // Copied by file, which begins and ends with a checkpoint.
  await sql`create database ${sql(name)} strategy file_copy`
  return {
    url: url.href,
    async [Symbol.asyncDispose]() {
      await sql`drop database ${sql(name)} with (force)`
    },
  }
}
