import { randomBytes } from 'node:crypto'
import type { World } from './world.ts'

/** The machine's clock, and ids of 144 random bits that nobody can guess. */
export const realWorld: World = {
  now: () => Date.now(),
  newId: () => randomBytes(18).toString('base64url'),
}
