/** The server process by itself: the web app has been built before, or is not wanted. */
import { run } from './run.ts'

run()
