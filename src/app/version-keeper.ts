import { keepAutomaticVersion } from './keep-version.ts'
import type { Wend } from './wend.ts'

const lookMs = 60_000
/** Maps looked at in one go; the others come next time. */
const atOnce = 200

/** Looks every minute which maps are due for a version. `close` waits for what is under way. */
export function startVersionKeeper(wend: Pick<Wend, 'state' | 'live' | 'world' | 'log'>, everyMs = lookMs): { close(): Promise<void> } {
  let looking: Promise<void> | undefined
  const timer = setInterval(() => {
    looking ??= keepDueVersions(wend).finally(() => (looking = undefined))
  }, everyMs)
  timer.unref()
  return {
    async close() {
      clearInterval(timer)
      await looking
    },
  }
}

/** Keeps a version of each map that is due. */
export async function keepDueVersions(wend: Pick<Wend, 'state' | 'live' | 'world' | 'log'>): Promise<void> {
  try {
    for (const key of await wend.state.versions.behind(atOnce)) {
      try {
        await keepAutomaticVersion(wend, key, wend.world.now())
      } catch (error) {
        wend.log(`A version of map ${key.map} could not be kept`, error)
      }
    }
  } catch (error) {
    wend.log('Maps could not be looked at for versions', error)
  }
}
