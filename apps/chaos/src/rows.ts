/** Every fault of the suite, in the order of the report. */
import type { Row } from './row.ts'
import { acknowledgementLost } from './rows/acknowledgementLost.ts'
import { anyActs } from './rows/anyActs.ts'
import { broadcastKilled } from './rows/broadcastKilled.ts'
import { busUnreliable } from './rows/busUnreliable.ts'
import { clockOff } from './rows/clockOff.ts'
import { diskFull } from './rows/diskFull.ts'
import { handshakes } from './rows/handshakes.ts'
import { network } from './rows/network.ts'
import { nodeDies } from './rows/nodeDies.ts'
import { nodeKilled } from './rows/nodeKilled.ts'
import { nodeRestarted } from './rows/nodeRestarted.ts'
import { postgresFrozen } from './rows/postgresFrozen.ts'
import { postgresKilled } from './rows/postgresKilled.ts'
import { presenceFlapping } from './rows/presenceFlapping.ts'
import { readerStops } from './rows/readerStops.ts'
import { receipts } from './rows/receipts.ts'
import { redisFlushed, redisFrozen, redisKilled } from './rows/redisAway.ts'
import { rollingRestart } from './rows/rollingRestart.ts'
import { storm } from './rows/storm.ts'
import { subscribeRacesSend } from './rows/subscribeRacesSend.ts'

export const rows: Row[] = [
  nodeKilled,
  nodeRestarted,
  postgresKilled,
  postgresFrozen,
  broadcastKilled,
  diskFull,
  network,
  acknowledgementLost,
  busUnreliable,
  subscribeRacesSend,
  anyActs,
  readerStops,
  receipts,
  handshakes,
  redisKilled,
  redisFrozen,
  redisFlushed,
  nodeDies,
  presenceFlapping,
  rollingRestart,
  storm,
  clockOff,
]
