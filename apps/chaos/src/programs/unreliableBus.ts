/** Two nodes whose bus cannot be relied on. */
import { runTwoNodes } from './runTwoNodes.ts'

runTwoNodes()
