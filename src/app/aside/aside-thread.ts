import { parentPort, workerData } from 'node:worker_threads'
import type { AsideMessage } from './run-aside.ts'
import type { Task } from './task.ts'
import { tasks } from './tasks.ts'

const { name, input } = workerData as { readonly name: string; readonly input: unknown }
const tell = (message: AsideMessage): void => parentPort?.postMessage(message)
const everyMs = 50

try {
  const load = (tasks as Record<string, () => Promise<Task<unknown, unknown>>>)[name]
  if (!load) throw new Error(`there is no task called ${name}`)
  const work = (await load())(input)
  let told = 0
  let step = await work.next()
  while (!step.done) {
    const now = performance.now()
    if (now - told >= everyMs) tell({ share: step.value })
    if (now - told >= everyMs) told = now
    step = await work.next()
  }
  tell({ result: step.value })
} catch (error) {
  tell({ failed: error })
}
