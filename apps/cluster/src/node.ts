/** One node: the server as it always is, except that it leaves when the cluster that started it is gone. */
import { run } from '@parley/server/run'

process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
run()
