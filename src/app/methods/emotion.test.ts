import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { scoreText } from '../../analysis/words/score-text.ts'
import { describe as momentsOf } from '../../analysis/statistics/mean-interval.ts'
import { methodAnswerSchema } from '../../contract/method-schema.ts'
import { wholeCustomer } from '../../journey/definition.ts'
import type { MethodAnswer } from '../../journey/method.ts'
import type { EmotionQuestion } from '../../journey/methods/emotion.ts'
import { localOwner } from '../actor.ts'
import { openFiles, type OpenedFiles } from '../files-store.ts'
import { runMethod } from './run-method.ts'

const directories: string[] = []
const stores: OpenedFiles[] = []
afterAll(async () => {
  for (const store of stores) await store.close()
  for (const directory of directories) await rm(directory, { recursive: true, force: true })
})

interface Line {
  readonly customer: string
  readonly touchpoint: string
  readonly stars?: number
  readonly text?: string
}
const header = 'customer,touchpoint,time,stars,text'
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

async function open(lines: readonly Line[]): Promise<OpenedFiles> {
  const directory = await mkdtemp(join(tmpdir(), 'wend-emotion-'))
  directories.push(directory)
  const file = join(directory, 'log.csv')
  const rows = lines.map(
    ({ customer, touchpoint, stars, text }, at) =>
      `${customer},${touchpoint},${new Date(Date.UTC(2025, 0, 1) + at * 60_000).toISOString()},${stars ?? ''},${quoted(text ?? '')}`,
  )
  await writeFile(file, [header, ...rows].join('\n'))
  const columns = 'customer=customer,touchpoint=touchpoint,time=time,score=stars,text=text'
  const opened = await openFiles({ paths: [file], columns, signal: AbortSignal.timeout(60_000), progress: () => undefined })
  stores.push(opened)
  return opened
}

async function ask(store: OpenedFiles, question: Partial<EmotionQuestion> = {}): Promise<MethodAnswer<'emotion'>> {
  const asked = { question: 'emotion', ...question } as const
  const definition = { ...wholeCustomer, goal: ['Order'] }
  const signal = AbortSignal.timeout(120_000)
  const answer = await runMethod({ workspace: localOwner.workspace, definition, signal, events: store.events, state: undefined }, asked)
  expect(methodAnswerSchema.safeParse(answer).error).toBeUndefined()
  expect(JSON.stringify(answer)).not.toMatch(/NaN|Infinity/)
  return answer as MethodAnswer<'emotion'>
}

const good = [
  'I love this shop',
  'Great service and friendly people',
  'very good, thank you',
  'It works well and looks nice',
  'So happy with it!',
]
const bad = [
  'The delivery was terrible',
  'I hate waiting, awful',
  'very bad and slow service',
  'It broke and nobody helped, useless',
  'I am angry and disappointed',
  'worst support ever',
]

test('scores and words are two series by touchpoint, and both are what a plain count makes of the same lines', async () => {
  const store = await open([
    ...good.map((text, i) => ({ customer: `g${i}`, touchpoint: 'Page', stars: 4 + (i % 2), text })),
    ...bad.map((text, i) => ({ customer: `b${i}`, touchpoint: 'Call', stars: 1 + (i % 2), text })),
    ...[5, 5].map((stars, i) => ({ customer: `o${i}`, touchpoint: 'Order', stars })),
    { customer: 'pt', touchpoint: 'Page', text: 'O produto chegou muito rápido e é de ótima qualidade' },
    { customer: 'emoji', touchpoint: 'Page', text: '😍' },
    // The same words again, by somebody else: a text is scored once and counts twice.
    { customer: 'again', touchpoint: 'Call', text: bad[0]! },
  ])
  const { rows, summary } = await ask(store)
  const written = { Page: [...good, '😍'], Call: [...bad, bad[0]!] }
  for (const [touchpoint, texts] of Object.entries(written)) {
    const plain = momentsOf(texts.map((text) => scoreText(text).score!))
    const row = rows.find((one) => one.touchpoint === touchpoint && one.series === 'words')!
    expect(row).toMatchObject({ n: plain.n, tooFew: false, notScored: touchpoint === 'Page' ? 1 : 0 })
    expect(row.mean).toBeCloseTo(plain.mean, 9)
    expect(row.sd).toBeCloseTo(plain.sd, 9)
    expect(row.low).toBeLessThan(row.mean!)
  }
  expect(rows.find((one) => one.touchpoint === 'Page' && one.series === 'scores')).toMatchObject({
    n: 5,
    mean: expect.closeTo(0.7, 9) as number,
    figures: [{ scale: 'stars', n: 5, unit: 'scale', value: expect.closeTo(4.4, 9) as number }],
  })
  expect(rows.find((one) => one.touchpoint === 'Order')).toMatchObject({ n: 2, tooFew: true, mean: null, low: null })
  expect(summary.words).toMatchObject({ method: 'lexicon', texts: 14, scored: 13 })
  expect(summary.words.languages).toContainEqual({ language: 'pt', texts: 1, scored: 0 })
  const peaks = summary.moments.filter(({ kind }) => kind === 'best' || kind === 'worst')
  expect(peaks.map(({ series, kind, touchpoint, apart }) => [series, kind, touchpoint, apart])).toEqual([
    ['scores', 'best', 'Page', true],
    ['scores', 'worst', 'Call', true],
    ['words', 'best', 'Page', true],
    ['words', 'worst', 'Call', true],
  ])
})

test('the model scores the same texts in a thread of its own, tells good from bad, and says how well it does', async () => {
  const store = await open([
    ...good.map((text, i) => ({ customer: `g${i}`, touchpoint: 'Page', text })),
    ...bad.map((text, i) => ({ customer: `b${i}`, touchpoint: 'Call', text })),
  ])
  const { rows, summary } = await ask(store, { method: 'model' })
  expect(summary.words).toMatchObject({ method: 'model', texts: 11, scored: 11 })
  expect(rows.find(({ touchpoint }) => touchpoint === 'Page')!.low).toBeGreaterThan(0)
  expect(rows.find(({ touchpoint }) => touchpoint === 'Call')!.high).toBeLessThan(0)
  expect(summary.words.measured.length).toBe(5)
  // Asked by the lexicon again, the model's scores take no part.
  expect((await ask(store)).rows).not.toEqual(rows)
})

test('short words count as English only where people mostly write English', async () => {
  const word = { customer: 'w', touchpoint: 'Page', text: 'excellent' }
  const portuguese = { touchpoint: 'Page', text: 'O produto chegou muito rápido e é de ótima qualidade' }
  const english = await ask(await open([word, ...good.map((text, i) => ({ customer: `c${i}`, touchpoint: 'Page', text }))]))
  expect(english.summary.words).toMatchObject({ texts: 6, scored: 6 })
  const other = await ask(await open([word, { customer: 'p', ...portuguese }]))
  expect(other.summary.words).toMatchObject({ texts: 2, scored: 0 })
  expect(other.rows).toMatchObject([{ series: 'words', n: 0, mean: null, notScored: 2 }])
})

test('without scores and without words there is a clear note', async () => {
  const silent = await ask(await open([{ customer: 'a', touchpoint: 'Page' }]))
  expect(silent).toMatchObject({ rows: [], total: 0, notes: [expect.stringContaining('Nobody gave a score')] })
  const one = await ask(await open([{ customer: 'a', touchpoint: 'Page', stars: 3 }]))
  expect(one.rows).toMatchObject([{ n: 1, mean: null, tooFew: true, figures: [{ value: 3, low: null, high: null }] }])
  const ties = await ask(
    await open(Array.from({ length: 6 }, (_, i) => ({ customer: `c${i}`, touchpoint: 'Page', stars: 3, text: 'ok'.repeat(i) }))),
  )
  expect(ties.rows[0]).toMatchObject({ mean: 0, low: 0, high: 0 })
})
