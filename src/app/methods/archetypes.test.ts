import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { methodAnswerSchema } from '../../contract/method-schema.ts'
import { wholeCustomer, type JourneyDefinition } from '../../journey/definition.ts'
import type { MethodAnswer } from '../../journey/method.ts'
import type { ArchetypesQuestion } from '../../journey/methods/archetypes.ts'
import { localOwner } from '../actor.ts'
import { openFiles, type OpenedFiles } from '../files-store.ts'
import { runMethod } from './run-method.ts'

const hour = 3_600_000
const origin = Date.UTC(2025, 0, 1)
/** Sixty journeys of people who read and then buy, forty of people who call and mostly leave. */
const buyers = Array.from({ length: 60 }, (_, i) => ({
  customer: `b${i}`,
  device: i % 3 === 0 ? 'phone' : 'desktop',
  path: i % 2 === 0 ? ['Page', 'Reviews', 'Basket', 'Order'] : ['Page', 'Page', 'Reviews', 'Basket', 'Order'],
}))
const callers = Array.from({ length: 40 }, (_, i) => ({
  customer: `c${i}`,
  device: 'phone',
  path: i % 4 === 0 ? ['Page', 'Call', 'Page', 'Call', 'Basket', 'Order'] : ['Page', 'Call', 'Page', 'Call', 'Basket', 'Call'],
}))
const people = [...buyers, ...callers]

const directories: string[] = []
const stores: OpenedFiles[] = []
async function open(lines: readonly string[]): Promise<OpenedFiles> {
  const directory = await mkdtemp(join(tmpdir(), 'wend-archetypes-'))
  directories.push(directory)
  const file = join(directory, 'log.csv')
  await writeFile(file, ['customer,touchpoint,time,device', ...lines].join('\n'))
  const input = { paths: [file], columns: 'customer=customer,touchpoint=touchpoint,time=time', signal: AbortSignal.timeout(60_000) }
  const opened = await openFiles({ ...input, progress: () => undefined })
  stores.push(opened)
  return opened
}
const linesOf = (list: readonly { customer: string; device: string; path: readonly string[] }[]): string[] =>
  list.flatMap(({ customer, device, path }) =>
    path.map((name, step) => `${customer},${name},${new Date(origin + step * hour).toISOString()},${device}`),
  )

const definition: JourneyDefinition = { ...wholeCustomer, goal: ['Order'], segments: ['device'] }
const signal = AbortSignal.timeout(120_000)
async function ask(
  store: OpenedFiles,
  question: Partial<ArchetypesQuestion> = {},
  under = definition,
): Promise<MethodAnswer<'archetypes'>> {
  const { workspace } = localOwner
  const asked = { question: 'archetypes', seeds: 3, ...question } as const
  const answer = await runMethod({ workspace, definition: under, signal, events: store.events }, asked)
  expect(methodAnswerSchema.safeParse(answer).error).toBeUndefined()
  expect(JSON.stringify(answer)).not.toMatch(/NaN|Infinity/)
  return answer as MethodAnswer<'archetypes'>
}

let log: OpenedFiles
beforeAll(async () => {
  log = await open(linesOf(people))
})
afterAll(async () => {
  for (const store of stores) await store.close()
  for (const directory of directories) await rm(directory, { recursive: true, force: true })
})

test('two ways to travel are two archetypes, with the outcome, gaps and segments of exactly their journeys', async () => {
  const { rows, summary, journeys } = await ask(log)
  expect([rows.length, journeys, summary.hasGoal, summary.oneIn]).toEqual([2, 100, true, 1])
  const [first, second] = [rows[0]!, rows[1]!]
  expect([first.journeys, second.journeys]).toEqual([60, 40])
  expect(first.outcomes.map((one) => one.journeys)).toEqual([60, 0, 0])
  expect(second.outcomes.map((one) => one.journeys)).toEqual([10, 30, 0])
  expect(second.outcomes[0]).toMatchObject({ value: 0.25, low: expect.closeTo(0.142, 3), high: expect.closeTo(0.402, 3) })
  expect(second.rule).toMatchObject({ precision: 1, recall: 1 })
  const phone = first.segments.find(({ value }) => value === 'phone')
  expect(phone).toEqual({ property: 'device', value: 'phone', journeys: 20, share: 1 / 3, elsewhere: 1 })
  expect(second.transitions[0]).toMatchObject({ from: 'Page', to: 'Call', count: 80, journeys: 40, p50: hour, p90: hour })
  expect(first.emotion).toEqual({ value: null, low: null, high: null, n: 0 })
  expect(people.map(({ path }) => path.join())).toContain(second.representative.join())
})

test('every number of an archetype opens a list of exactly that length, and a question can be asked of one alone', async () => {
  const { rows } = await ask(log)
  const { workspace } = localOwner
  for (const row of rows) {
    const filter = { journeys: { archetype: { number: row.number, seeds: 3 } } } as const
    const overview = await log.events.ask(workspace, definition, { question: 'overview', ...filter }, signal)
    expect(overview.rows[0]).toMatchObject({ journeys: row.journeys })
    for (const { outcome, journeys } of row.outcomes) {
      const members = { question: 'members', of: { question: 'overview', ...filter }, pick: { kind: 'outcome', outcome } } as const
      expect((await log.events.ask(workspace, definition, members, signal)).total).toBe(journeys)
    }
    for (const { touchpoint, journeys } of row.touchpoints) {
      const pick = { kind: 'touchpoint', touchpoint, number: 'journeys' } as const
      const members = { question: 'members', of: { question: 'touchpoints', ...filter }, pick } as const
      expect((await log.events.ask(workspace, definition, members, signal)).total).toBe(journeys)
    }
  }
  const third = { question: 'overview', journeys: { archetype: { number: 3, seeds: 3 } } } as const
  await expect(log.events.ask(workspace, definition, third, signal)).rejects.toThrow('There is no archetype 3: there are 2.')
})

test('answers grouped by paths leave other paths out, and their members are found again', async () => {
  const groupPaths = [
    { group: 'readers', paths: [buyers[0]!.path, ['Nowhere']] },
    { group: 'callers', paths: [callers[0]!.path] },
  ]
  const { workspace } = localOwner
  const makeup = await log.events.ask(workspace, definition, { question: 'makeup', groupPaths }, signal)
  const all = makeup.rows.filter(({ property }) => property === '')
  expect(all.map(({ group, journeys, reachedGoal, lost }) => [group, journeys, reachedGoal, lost])).toEqual([
    ['callers', 10, 10, 0],
    ['readers', 30, 30, 0],
  ])
  expect(makeup.journeys).toBe(40)
  const members = { question: 'members', of: { question: 'overview', groupPaths }, pick: { kind: 'journeys', group: 'readers' } } as const
  expect((await log.events.ask(workspace, definition, members, signal)).total).toBe(30)
})

test('one customer in three is the same third every time, and a filter for an archetype does not narrow the search for them', async () => {
  const sampled = await ask(log, { journeys: { oneIn: 3 } })
  expect(sampled.journeys).toBeLessThan(60)
  expect((await ask(log, { journeys: { oneIn: 3 } })).journeys).toBe(sampled.journeys)
  const narrowed = await ask(log, { journeys: { archetype: { number: 2 } } })
  expect(narrowed.rows.map(({ journeys }) => journeys)).toEqual([60, 40])
  expect(narrowed.notes.join(' ')).toContain('left out here')
})

test('one customer, one path, no goal and events all at one time are answered clearly', async () => {
  const one = await open(linesOf(people.slice(0, 1)))
  expect(await ask(one)).toMatchObject({ rows: [], notes: [expect.stringContaining('Not enough journeys')] })
  const same = await open(linesOf(Array.from({ length: 50 }, (_, i) => ({ customer: `s${i}`, device: '', path: ['A', 'B'] }))))
  const answer = await ask(same, {}, { ...wholeCustomer })
  expect(answer.rows.map(({ name, journeys, similarity }) => [name, journeys, Math.round(similarity)])).toEqual([['All journeys', 50, 1]])
  expect(answer.notes.join(' ')).toContain('same path')
  expect(answer.notes.join(' ')).toContain('names no goal')
  const tied = await open(people.flatMap(({ customer, path }) => path.map((name) => `${customer},${name},2025-01-01T00:00:00Z,x`)))
  const ties = await ask(tied)
  expect(ties.rows.reduce((sum, { journeys }) => sum + journeys, 0)).toBe(100)
})

test('a journey of 100,000 steps among short ones is answered', async () => {
  const long = { customer: 'long', device: 'x', path: Array.from({ length: 100_000 }, (_, i) => (i % 2 === 0 ? 'Page' : 'Basket')) }
  const store = await open([
    ...linesOf(buyers),
    ...long.path.map((name, i) => `long,${name},${new Date(origin + i * 1000).toISOString()},x`),
  ])
  const { rows } = await ask(store, { most: 3 }, { ...wholeCustomer })
  expect(rows.reduce((sum, { journeys }) => sum + journeys, 0)).toBe(61)
})

test('a search that is stopped rejects with the abort', async () => {
  const stopped = AbortSignal.abort(new Error('stopped'))
  const parts = { workspace: localOwner.workspace, definition, signal: stopped, events: log.events }
  await expect(runMethod(parts, { question: 'archetypes', seeds: 5 })).rejects.toThrow('stopped')
})
