import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeCustomer, type JourneyDefinition } from '../../journey/definition.ts'
import type { MemberPick } from '../../journey/member-pick.ts'
import type { HandOffsQuestion, Question } from '../../journey/question.ts'
import { seededRandom } from '../../analysis/statistics/seeded-random.ts'
import type { Recipe } from '../../sources/recipe.ts'
import { prepareFile } from '../ingest/prepare-file.ts'
import { openEventStore, type EmbeddedEventStore } from '../open-event-store.ts'

interface Event {
  readonly customer: string
  readonly account: string
  readonly role: string
  readonly touchpoint: string
  readonly channel: string
  readonly time: number
  readonly stars: number | null
}

const definition: JourneyDefinition = { ...wholeCustomer, goal: ['Bought'] }
const { signal } = new AbortController()
const day = 86_400_000
const origin = Date.UTC(2025, 0, 1)
let directory: string
let store: EmbeddedEventStore
const events = makeEvents()

function makeEvents(): readonly Event[] {
  const random = seededRandom(7)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return Array.from({ length: 900 }, (_, index): Event => {
    const person = Math.floor(random() * 120)
    const bought = random() < 0.06
    return {
      customer: `c${person}`,
      account: person % 10 === 0 ? '' : `a${person % 30}`,
      role: ['buyer', 'user', 'boss', ''][person % 4] as string,
      touchpoint: bought ? 'Bought' : pick(['Ad', 'Site', 'Call', 'Ticket']),
      channel: pick(['web', 'phone', 'chat', '']),
      time: origin + Math.floor(random() * 100 * day) + index,
      stars: random() < 0.15 ? 1 + Math.floor(random() * 5) : null,
    }
  })
}

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
      role: '{role}',
      touchpoint: '{touchpoint}',
      channel: '{channel}',
      score: { value: '{stars}', scale: 'stars' },
      time: { value: '{time}', format: 'unix-milliseconds' },
      survey: false,
      properties: {},
    },
  ],
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wend-channels-'))
  store = await openEventStore({ directory: join(directory, 'data') })
  const path = join(directory, 'log.csv')
  const lines = events.map((e) => [e.customer, e.account, e.role, e.touchpoint, e.channel, e.time, e.stars ?? ''].join(','))
  await writeFile(path, `customer,account,role,touchpoint,channel,time,stars\n${lines.join('\n')}\n`)
  const prepared = await prepareFile(path, 'log.csv', { workDir: directory, signal })
  if (!prepared.ok) throw new Error(prepared.error.message)
  await store.importFiles({ workspace: 1, number: 1, source: 'test', recipe, files: { log: prepared.value } }, () => undefined, signal)
})

afterAll(async () => {
  await store?.close()
  await rm(directory, { recursive: true, force: true })
})

/** The plain reference: one loop over each customer's events up to the first goal. */
function journeysOf(unit: 'customer' | 'account'): readonly (readonly Event[])[] {
  const byUnit = Map.groupBy(
    events.filter((e) => e[unit] !== ''),
    (e) => e[unit],
  )
  return [...byUnit.values()].map((list) => {
    const sorted = list.toSorted((a, b) => a.time - b.time)
    const goal = sorted.findIndex((e) => e.touchpoint === 'Bought')
    return goal < 0 ? sorted : sorted.slice(0, goal + 1)
  })
}
const reached = (journey: readonly Event[]): boolean => journey.at(-1)?.touchpoint === 'Bought'

const ask = <Q extends Question>(question: Q, under = definition) => store.ask(1, under, question, signal)
const members = async (of: Exclude<Question, { question: 'members' }>, pick: MemberPick, under = definition): Promise<number> => {
  const answer = await ask({ question: 'members', of, pick, limit: 10_000 }, under)
  expect(answer.rows.length).toBe(answer.total)
  return answer.total
}

test('hand-offs equal a plain count, everywhere and between two touchpoints', async () => {
  const { rows } = await ask({ question: 'hand-offs', places: true, later: ['Ticket'], limit: 10_000 })
  for (const row of rows) {
    const gaps: number[] = []
    const found = { journeys: 0, reachedGoal: 0, lost: 0, ended: 0, later: 0 }
    const scores: number[] = []
    for (const journey of journeysOf('customer')) {
      let first = true
      journey.forEach((b, place) => {
        const a = journey[place - 1]
        if (!a || a.channel !== row.from || b.channel !== row.to) return
        if (row.fromTouchpoint !== undefined && (a.touchpoint !== row.fromTouchpoint || b.touchpoint !== row.toTouchpoint)) return
        gaps.push(b.time - a.time)
        if (place === journey.length - 1 && !reached(journey)) found.ended++
        if (!first) return
        first = false
        found.journeys++
        if (reached(journey)) found.reachedGoal++
        else found.lost++
        if (journey.slice(place + 1).some((e) => e.touchpoint === 'Ticket')) found.later++
        const next = journey.slice(place).find((e) => e.stars !== null)?.stars
        if (next !== undefined && next !== null) scores.push((next - 3) / 2)
      })
    }
    gaps.sort((x, y) => x - y)
    expect(row).toMatchObject({ ...found, count: gaps.length, p50: gaps[Math.ceil(gaps.length / 2) - 1], scores: scores.length })
    if (scores.length > 0) expect(row.meanScore).toBeCloseTo(scores.reduce((x, y) => x + y, 0) / scores.length, 9)
  }
  expect(rows.filter((row) => row.fromTouchpoint === undefined).length).toBe(6)
  const switches = journeysOf('customer').flatMap((journey) =>
    journey.filter((b, place) => {
      const a = journey[place - 1]
      return a && a.channel !== b.channel && a.channel !== '' && b.channel !== ''
    }),
  )
  for (const placed of [true, false])
    expect(rows.filter((row) => (row.fromTouchpoint !== undefined) === placed).reduce((sum, row) => sum + row.count, 0)).toBe(
      switches.length,
    )
})

test('a channel row counts who uses it, leaves it and stays in it, and how long', async () => {
  const { rows } = await ask({ question: 'channel-visits' })
  expect(rows.map((row) => row.channel).sort()).toEqual(['', 'chat', 'phone', 'web'])
  for (const row of rows) {
    const here = journeysOf('customer').filter((journey) => journey.some((e) => e.channel === row.channel))
    const follows = (journey: readonly Event[], test: (b: Event) => boolean): boolean =>
      journey.some((b, place) => journey[place - 1]?.channel === row.channel && test(b))
    const leaves = here.filter((journey) => follows(journey, (b) => b.channel !== row.channel && b.channel !== ''))
    const stays = here.filter((journey) => !leaves.includes(journey) && follows(journey, (b) => b.channel === row.channel))
    const times = here
      .map((journey) =>
        journey.reduce((sum, b, place) => {
          const a = journey[place - 1]
          return a?.channel === row.channel && b.channel === row.channel ? sum + b.time - a.time : sum
        }, 0),
      )
      .sort((x, y) => x - y)
    expect(row).toEqual({
      channel: row.channel,
      occurrences: here.flat().filter((e) => e.channel === row.channel).length,
      journeys: here.length,
      starts: here.filter((journey) => journey[0]?.channel === row.channel).length,
      ends: here.filter((journey) => journey.at(-1)?.channel === row.channel).length,
      exits: here.filter((journey) => journey.at(-1)?.channel === row.channel && !reached(journey)).length,
      reachedGoal: here.filter(reached).length,
      lost: here.filter((journey) => !reached(journey)).length,
      switched: leaves.length,
      stayed: stays.length,
      stayedGoal: stays.filter(reached).length,
      stayedLost: stays.filter((journey) => !reached(journey)).length,
      p50Time: times[Math.ceil(times.length / 2) - 1],
    })
  }
})

test('every number of hand-offs and channels opens a list of exactly its length', async () => {
  const of: HandOffsQuestion = { question: 'hand-offs', places: true, later: ['Ticket'], limit: 10_000 }
  const { rows } = await ask(of)
  for (const row of [...rows.slice(0, 3), ...rows.filter((one) => one.fromTouchpoint !== undefined).slice(0, 3)]) {
    const { from, to, fromTouchpoint, toTouchpoint } = row
    const place = fromTouchpoint === undefined || toTouchpoint === undefined ? {} : { fromTouchpoint, toTouchpoint }
    for (const number of ['count', 'journeys', 'ended', 'later'] as const)
      expect(await members(of, { kind: 'hand-off', from, to, ...place, number })).toBe(row[number])
    const goal = { ...of, journeys: { outcomes: ['goal' as const] } }
    expect(await members(goal, { kind: 'hand-off', from, to, ...place, number: 'journeys' })).toBe(row.reachedGoal)
  }
  const visits = await ask({ question: 'channel-visits' })
  for (const row of visits.rows)
    for (const number of ['journeys', 'occurrences', 'starts', 'ends', 'exits', 'switched', 'stayed'] as const)
      expect(await members({ question: 'channel-visits' }, { kind: 'channel', channel: row.channel, number })).toBe(row[number])
})

test('accounts, roles and breadth equal a plain count, and each breadth opens its accounts', async () => {
  const under: JourneyDefinition = { ...definition, unit: 'account' }
  const stages = [
    { stage: 'Look', touchpoints: ['Ad', 'Site'] },
    { stage: 'Talk', touchpoints: ['Call'] },
    { stage: 'Own', touchpoints: ['Bought'] },
  ]
  const silentMs = 30 * day
  const asOf = Math.max(...events.map((e) => e.time))
  const byAccount = Map.groupBy(
    events.filter((e) => e.account !== ''),
    (e) => e.account,
  )
  const stage = (e: Event): number => stages.findIndex((one) => one.touchpoints.includes(e.touchpoint)) + 1
  const list = await ask({ question: 'account-list', stages, role: 'boss', silentMs }, under)
  expect(list.total).toBe(byAccount.size)
  for (const row of list.rows) {
    const mine = byAccount.get(row.account) ?? []
    const people = [...Map.groupBy(mine, (e) => e.customer).values()]
    const silent = people.filter((person) => Math.max(...person.map((e) => e.time)) < asOf - silentMs)
    expect(row).toEqual({
      account: row.account,
      people: people.length,
      roles: [...new Set(mine.map((e) => e.role).filter((role) => role !== ''))].sort(),
      events: mine.length,
      first: Math.min(...mine.map((e) => e.time)),
      last: Math.max(...mine.map((e) => e.time)),
      outcome: mine.some((e) => e.touchpoint === 'Bought') ? 'goal' : 'lost',
      stage: Math.max(0, ...mine.filter((e) => e.role === 'boss').map(stage)),
      silent: silent.length,
      silentRoles: [...new Set(silent.flatMap((person) => person.map((e) => e.role)).filter((role) => role !== ''))].sort(),
    })
  }
  const roles = await ask({ question: 'account-roles', silentMs }, under)
  expect(roles.rows.reduce((sum, row) => sum + row.people, 0)).toBe(list.rows.reduce((sum, row) => sum + row.people, 0))
  expect(roles.rows.reduce((sum, row) => sum + row.silent, 0)).toBe(list.rows.reduce((sum, row) => sum + row.silent, 0))
  const breadth = await ask({ question: 'account-breadth' }, under)
  for (const row of breadth.rows) {
    const some = list.rows.filter((one) => one.people === row.people)
    expect(row).toEqual({
      people: row.people,
      accounts: some.length,
      reachedGoal: some.filter((one) => one.outcome === 'goal').length,
      lost: some.filter((one) => one.outcome === 'lost').length,
    })
    expect(await members({ question: 'account-breadth' }, { kind: 'breadth', people: row.people }, under)).toBe(row.accounts)
  }
})

test('one account is told event by event, with the person and role of each; an unknown one is refused', async () => {
  const { rows, total } = await ask({ question: 'account-events', account: 'a1' })
  const mine = events.filter((e) => e.account === 'a1').toSorted((x, y) => x.time - y.time)
  expect(total).toBe(mine.length)
  expect(rows.map(({ time, customer, role, touchpoint, channel }) => ({ time, customer, role, touchpoint, channel }))).toEqual(
    mine.map(({ time, customer, role, touchpoint, channel }) => ({ time, customer, role, touchpoint, channel })),
  )
  await expect(ask({ question: 'account-events', account: 'nobody' })).rejects.toMatchObject({ code: 'unknown_customer' })
  await expect(ask({ question: 'account-breadth' })).rejects.toMatchObject({ code: 'bad_question' })
})
