import type { Wend } from '../app/wend.ts'
import type { CommandContext } from './context.ts'
import { waitForJob } from './wait-for-job.ts'

/** Waits until the maps that an import made old are computed again, and says how many; `job` is undefined where there are none. */
export async function tellRefreshed(context: CommandContext, wend: Wend, job: string | undefined): Promise<void> {
  if (job === undefined) return
  const { refreshed = [] } = await waitForJob(context, wend, job)
  context.progress.stop()
  for (const { title, total } of refreshed)
    context.say(
      `"${title}" was computed again: ${total === 0 ? 'nothing on it changed' : total === 1 ? 'one change' : `${total} changes`}.`,
    )
}
