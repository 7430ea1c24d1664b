/** Runs tasks of one key one after another, tasks of different keys side by side. A failed task does not stop the next. */
export function takeTurns(): <Value>(key: number, task: () => Promise<Value>) => Promise<Value> {
  const last = new Map<number, Promise<unknown>>()
  return async (key, task) => {
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.then(task, task)
    last.set(
      key,
      mine.catch(() => undefined),
    )
    return mine
  }
}
