import { busContract } from './contract.ts'
import { memoryBus } from './memory.ts'

busContract('memory', memoryBus)
