import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { methodAnswerSchema } from '../../contract/method-schema.ts'
import { prepareFile } from '../../events/ingest/prepare-file.ts'
import { openEventStore, type EmbeddedEventStore } from '../../events/open-event-store.ts'
import { wholeCustomer } from '../../journey/definition.ts'
import type { MethodName, MethodQuestion } from '../../journey/method.ts'
import type { Recipe } from '../../sources/recipe.ts'
import { runMethod } from './run-method.ts'

let directory: string
let store: EmbeddedEventStore
const { signal } = new AbortController()
const definition = { ...wholeCustomer, goal: ['Bought'] }

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
      time: { value: '{time}', format: 'iso' },
      survey: false,
      properties: {},
    },
  ],
}

async function importInto(workspace: number, lines: readonly string[]): Promise<void> {
  const path = join(directory, `${workspace}.csv`)
  await writeFile(path, `customer,account,role,touchpoint,channel,time\n${lines.join('\n')}\n`)
  const prepared = await prepareFile(path, 'log.csv', { workDir: directory, signal })
  if (!prepared.ok) throw new Error(prepared.error.message)
  await store.importFiles({ workspace, number: workspace, source: 'test', recipe, files: { log: prepared.value } }, () => undefined, signal)
}

const ask = async <Name extends MethodName>(workspace: number, question: MethodQuestion<Name>) => {
  const answer = await runMethod<Name>({ workspace, definition, signal, events: store }, question)
  // What is answered is what the wire promises: no NaN, nothing missing.
  expect(methodAnswerSchema.safeParse(answer).error).toBeUndefined()
  return answer
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wend-accounts-'))
  store = await openEventStore({ directory: join(directory, 'data') })
  // Of forty who begin on the web, twenty are handed to the phone and two of those buy; of the twenty who stay, fifteen do.
  const hands = Array.from({ length: 40 }, (_, i) => {
    const phone = i < 20
    const buys = phone ? i < 2 : i < 35
    return [
      `c${i},,,Site,web,2025-01-01T10:00:00Z`,
      `c${i},,,${phone ? 'Call' : 'Basket'},${phone ? 'phone' : 'web'},2025-01-01T11:00:00Z`,
      ...(buys ? [`c${i},,,Bought,${phone ? 'phone' : 'web'},2025-01-02T10:00:00Z`] : []),
    ]
  })
  await importInto(1, hands.flat())
  await importInto(2, ['a,,,Site,,2025-01-01T10:00:00Z', 'a,,,Call,,2025-01-02T10:00:00Z'])
  await importInto(3, [
    'ann,acme,buyer,Demo,web,2025-01-01T10:00:00Z',
    'bob,acme,boss,Demo,phone,2025-01-10T10:00:00Z',
    'ann,acme,buyer,Offer,web,2025-03-20T10:00:00Z',
    'ann,acme,buyer,Bought,web,2025-03-25T10:00:00Z',
    'cid,solo,,Demo,web,2025-03-25T11:00:00Z',
  ])
})
afterAll(async () => {
  await store?.close()
  await rm(directory, { recursive: true, force: true })
})

test('a switch is compared with those who go on in its channel', async () => {
  const { rows, summary, notes } = await ask<'channels'>(1, { question: 'channels' })
  expect(rows).toHaveLength(1)
  expect(rows[0]).toMatchObject({
    from: 'web',
    to: 'phone',
    count: 20,
    journeys: 20,
    p50: 3_600_000,
    goal: { value: 0.1 },
    staying: { value: 0.75 },
  })
  expect(rows[0]?.difference?.value).toBeCloseTo(-0.65, 9)
  expect(rows[0]?.difference?.high).toBeLessThan(0)
  expect(rows[0]?.p).toBeLessThan(0.001)
  expect(summary.places).toMatchObject([{ fromTouchpoint: 'Site', toTouchpoint: 'Call', count: 20 }])
  expect(notes.join(' ')).toContain('goes with')
})

test('events without a channel, and one channel only, are said and not computed with', async () => {
  const none = await ask<'channels'>(2, { question: 'channels' })
  expect([none.rows.length, none.notes[0]]).toEqual([0, expect.stringContaining('No event here has a channel')])
  const one = await runMethod<'channels'>(
    { workspace: 1, definition, signal, events: store },
    { question: 'channels', events: { channels: ['web'] } },
  )
  expect([one.rows.length, one.notes.join(' ')]).toEqual([0, expect.stringContaining('nobody could switch')])
})

test('accounts are told with people, silence and the stage by the rule that is named', async () => {
  const found = await ask<'accounts'>(3, { question: 'accounts' })
  expect(
    found.rows.map(({ account, people, silent, silentRoles, outcome }) => ({ account, people, silent, silentRoles, outcome })),
  ).toEqual([
    { account: 'solo', people: 1, silent: 0, silentRoles: [], outcome: 'lost' },
    { account: 'acme', people: 2, silent: 1, silentRoles: ['boss'], outcome: 'goal' },
  ])
  const decided = await ask<'accounts'>(3, { question: 'accounts', rule: 'deciding' })
  expect([decided.summary.role, decided.notes[0]]).toEqual(['boss', expect.stringContaining('"boss" reached, chosen by its name')])
  expect(decided.rows.find((row) => row.account === 'acme')?.stage).not.toBe(found.rows.find((row) => row.account === 'acme')?.stage)
  await expect(ask<'accounts'>(3, { question: 'accounts', rule: 'deciding', role: 'king' })).rejects.toMatchObject({ code: 'bad_question' })
  const nobody = await ask<'accounts'>(1, { question: 'accounts' })
  expect([nobody.total, nobody.notes[0]]).toEqual([0, expect.stringContaining('No event here names an account')])
})

test('one account is a time line of people, with the silence between them', async () => {
  const { rows, summary } = await ask<'account'>(3, { question: 'account', account: 'acme' })
  expect(rows.map((row) => [row.customer, row.role, row.touchpoint])).toEqual([
    ['ann', 'buyer', 'Demo'],
    ['bob', 'boss', 'Demo'],
    ['ann', 'buyer', 'Offer'],
    ['ann', 'buyer', 'Bought'],
  ])
  expect(summary.people.map(({ customer, silent }) => [customer, silent])).toEqual([
    ['ann', false],
    ['bob', true],
  ])
  expect(summary.silences).toEqual([{ from: Date.parse('2025-01-10T10:00:00Z'), to: Date.parse('2025-03-20T10:00:00Z') }])
  expect(summary.band.map((one) => one.from)).toEqual(summary.band.map((one) => one.from).toSorted((a, b) => a - b))
  await expect(ask<'account'>(3, { question: 'account', account: 'nobody' })).rejects.toMatchObject({ code: 'unknown_customer' })
})
