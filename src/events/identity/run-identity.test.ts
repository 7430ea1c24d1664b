import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '../../analysis/statistics/seeded-random.ts'
import { wholeCustomer, type JourneyDefinition } from '../../journey/definition.ts'
import type { IdentityRules } from '../../journey/identity.ts'
import type { Question } from '../../journey/question.ts'
import type { Recipe } from '../../sources/recipe.ts'
import { prepareFile } from '../ingest/prepare-file.ts'
import { openEventStore, type EmbeddedEventStore } from '../open-event-store.ts'

// The same company twice: in one workspace people come under several ids, in the other under one. Joined, both must answer
// every question alike.
const split = 1
const whole = 2
let directory: string
let store: EmbeddedEventStore
const { signal } = new AbortController()

const recipe: Recipe = {
  wend: 'recipe/1',
  name: 'test',
  timezone: 'UTC',
  nulls: [],
  files: { log: { match: '*' } },
  events: [
    {
      from: 'log',
      join: [],
      when: [],
      customer: '{customer}',
      account: '{account}',
      touchpoint: '{touchpoint}',
      time: { value: '{time}', format: 'iso' },
      score: { value: '{score}', scale: 'nps' },
      text: '{text}',
      survey: false,
      properties: { user: '{user}', email: '{email}' },
    },
  ],
}
const rules: IdentityRules = {
  strong: { sources: [], prefixes: ['user-'] },
  rules: [
    { kind: 'same-event', property: 'user' },
    { kind: 'shared-key', property: 'email', form: 'email', most: 5 },
  ],
}

/** Forty people with a device, a mailbox and a user number each; every id shows its owner at least once. */
function makeRows(): readonly { readonly id: string; readonly person: string; readonly rest: readonly string[] }[] {
  const random = seededRandom(5)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  return Array.from({ length: 40 }, (_, person) => person).flatMap((person) =>
    Array.from({ length: 12 }, (_, at) => {
      const id =
        at < 2
          ? `device-${person}`
          : at < 4
            ? `mail-${person}`
            : at === 11
              ? `user-${person}`
              : pick([`device-${person}`, `mail-${person}`, `user-${person}`])
      const user = at === 0 ? `user-${person}` : ''
      const email = at === 2 ? ` P${person}@example.org` : at === 3 || id.startsWith('user') ? `p${person}@example.org` : ''
      const time = new Date(Date.UTC(2025, 0, 1) + Math.floor(random() * 40) * 3_600_000).toISOString()
      const score = random() < 0.3 ? String(Math.floor(random() * 11)) : ''
      const text = score === '' ? '' : `words ${person} ${at}`
      return { id, person: `user-${person}`, rest: [`account-${person % 7}`, pick(['A', 'B', 'C', 'D']), time, score, text, user, email] }
    }),
  )
}

async function put(workspace: number, number: number, lines: readonly string[]): Promise<void> {
  const path = join(directory, `${workspace}-${number}.csv`)
  await writeFile(path, ['customer,account,touchpoint,time,score,text,user,email', ...lines].join('\n'))
  const prepared = await prepareFile(path, 'log.csv', { workDir: directory, signal })
  if (!prepared.ok) throw new Error(prepared.error.message)
  await store.importFiles({ workspace, number, source: 'test', recipe, files: { log: prepared.value } }, () => undefined, signal)
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wend-identity-'))
  store = await openEventStore({ directory: join(directory, 'data') })
  const rows = makeRows()
  await put(
    split,
    1,
    rows.map(({ id, rest }) => [id, ...rest].join(',')),
  )
  await put(
    whole,
    2,
    rows.map(({ person, rest }) => [person, ...rest].join(',')),
  )
}, 60_000)

afterAll(async () => {
  await store?.close()
  await rm(directory, { recursive: true, force: true })
})

const definition: JourneyDefinition = {
  ...wholeCustomer,
  name: 'test',
  goal: ['D'],
  repeats: true,
  inactivityMs: 8 * 3_600_000,
  segments: ['user'],
}
const stages = [
  { stage: 'first', touchpoints: ['A', 'B'] },
  { stage: 'second', touchpoints: ['C'] },
]
const questions: readonly Question[] = [
  { question: 'overview' },
  { question: 'touchpoints' },
  { question: 'transitions' },
  { question: 'variants' },
  { question: 'flow', stages },
  { question: 'stages', stages },
  { question: 'scores' },
  { question: 'trend', measure: 'journeys', bucket: 'day' },
  { question: 'members', of: { question: 'overview' }, pick: { kind: 'journeys' } },
  { question: 'touchpoints', events: { touchpoints: ['A', 'C'] } },
  { question: 'overview', journeys: { ids: ['user-3', 'user-4'] } },
]

/** The last bits of a mean depend on the order in which the engine adds. */
const steady = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, one: unknown) => (typeof one === 'number' ? Number(one.toPrecision(12)) : one)))

describe('joined ids', () => {
  test('before the rules run, every id is a customer of its own', async () => {
    const { rows } = await store.ask(split, wholeCustomer, { question: 'overview' }, signal)
    expect(rows[0]?.customers).toBeGreaterThan(100)
  })

  test('every question answers as for a log that has one id a customer', async () => {
    const before = await store.revision(split)
    await store.joinIds({ workspace: split, rules, undone: [], signal })
    expect(await store.revision(split)).not.toBe(before)
    const listed = await store.listJoins(split, { limit: 1000, offset: 0 })
    expect(listed.counts.refused).toBe(0)
    expect(listed.customers).toBe(40)
    for (const how of [definition, wholeCustomer, { ...wholeCustomer, unit: 'account' } as const])
      for (const question of questions)
        expect(steady(await store.ask(split, how, question, signal)), `${how.unit} ${JSON.stringify(question)}`).toEqual(
          steady(await store.ask(whole, how, question, signal)),
        )
  })

  test('a customer is found by any of the ids, with all that they did and said', async () => {
    const wanted = await store.ask(whole, wholeCustomer, { question: 'timeline', customer: 'user-5' }, signal)
    for (const customer of ['user-5', 'device-5', 'mail-5']) {
      const found = await store.ask(split, wholeCustomer, { question: 'timeline', customer }, signal)
      expect(found.rows.map(({ time, touchpoint, line, journey }) => [time, touchpoint, line, journey])).toEqual(
        wanted.rows.map(({ time, touchpoint, line, journey }) => [time, touchpoint, line, journey]),
      )
    }
    const said = await store.ask(split, wholeCustomer, { question: 'verbatims', limit: 1000 }, signal)
    const all = await store.ask(whole, wholeCustomer, { question: 'verbatims', limit: 1000 }, signal)
    expect(said.rows.map(({ text, touchpoint }) => text + touchpoint).sort()).toEqual(
      all.rows.map(({ text, touchpoint }) => text + touchpoint).sort(),
    )
  })

  test('new events of a known id join its customer', async () => {
    const late = 'account-1,B,2025-03-01T00:00:00Z,,,,'
    await put(split, 3, [`device-9,${late}`])
    await put(whole, 4, [`user-9,${late}`])
    for (const question of questions)
      expect(steady(await store.ask(split, definition, question, signal))).toEqual(
        steady(await store.ask(whole, definition, question, signal)),
      )
  })

  test('a join taken back is not made again, and journeys are as before it', async () => {
    const [join1] = (await store.listJoins(split, { find: 'device-7', limit: 10, offset: 0 })).rows.filter(({ a }) => a === 'device-7')
    expect(join1).toMatchObject({ a: 'device-7', b: 'user-7', key: '', state: 'joined' })
    await store.joinIds({ workspace: split, rules, undone: [join1!], signal })
    const listed = await store.listJoins(split, { state: 'undone', limit: 10, offset: 0 })
    expect(listed.rows).toMatchObject([{ a: 'device-7', b: 'user-7' }])
    const alone = await store.ask(split, wholeCustomer, { question: 'timeline', customer: 'device-7' }, signal)
    const rest = await store.ask(split, wholeCustomer, { question: 'timeline', customer: 'user-7' }, signal)
    const both = await store.ask(whole, wholeCustomer, { question: 'timeline', customer: 'user-7' }, signal)
    expect(alone.total).toBeGreaterThan(0)
    expect(alone.total + rest.total).toBe(both.total)
  })

  test('without rules nothing is joined any more', async () => {
    await store.joinIds({ workspace: split, rules: { ...rules, rules: [] }, undone: [], signal })
    expect(await store.listJoins(split, { limit: 10, offset: 0 })).toMatchObject({ total: 0, ids: 0 })
    const { rows } = await store.ask(split, definition, { question: 'overview' }, signal)
    expect(rows[0]?.customers).toBeGreaterThan(100)
  })
})
