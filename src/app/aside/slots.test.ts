import { expect, test } from 'vitest'
import { slots } from './slots.ts'

const { signal } = new AbortController()

test('runs no more than its count at a time, first come first served, and goes on after a failure', async () => {
  const take = slots(2)
  let running = 0
  let most = 0
  const order: number[] = []
  const work = (n: number) => async (): Promise<number> => {
    running += 1
    most = Math.max(most, running)
    order.push(n)
    await Promise.resolve()
    running -= 1
    if (n === 1) throw new Error('broken')
    return n
  }
  const ended = await Promise.allSettled([0, 1, 2, 3, 4].map((n) => take(work(n), signal)))
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect(most).toBe(2)
  expect(order).toEqual([0, 1, 2, 3, 4])
})

test('what is aborted while it waits never starts', async () => {
  const take = slots(1)
  const gone = new AbortController()
  const held = Promise.withResolvers<void>()
  let started = false
  const first = take(() => held.promise, signal)
  const second = take(() => {
    started = true
    return Promise.resolve()
  }, gone.signal)
  gone.abort()
  held.resolve()
  await first
  await expect(second).rejects.toThrow('abort')
  expect(started).toBe(false)
})
