/** Runs at most `count` pieces of work at a time, first come first served. One that is aborted while it waits never starts. */
export function slots(count: number): <T>(work: () => Promise<T>, signal: AbortSignal) => Promise<T> {
  let free = count
  const waiting: (() => void)[] = []
  return async (work, signal) => {
    while (free === 0) await new Promise<void>((resolve) => waiting.push(resolve))
    free -= 1
    try {
      signal.throwIfAborted()
      return await work()
    } finally {
      free += 1
      waiting.shift()?.()
    }
  }
}
