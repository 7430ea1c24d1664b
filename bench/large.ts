// Imports the files that `wend simulate PRESET --out DIR` wrote and asks every question, with the memory of all processes.
// node bench/large.ts DIR [ENGINE_MEMORY_BYTES]
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareFile } from '../src/events/ingest/prepare-file.ts'
import { openEventStore } from '../src/events/open-event-store.ts'
import type { JourneyDefinition } from '../src/journey/definition.ts'
import type { Question } from '../src/journey/question.ts'
import { parseRecipe } from '../src/sources/parse-recipe.ts'
import type { PreparedFile } from '../src/sources/prepared-file.ts'
import { residentBytes } from './resident-bytes.ts'

const [folder, memory] = process.argv.slice(2)
if (!folder) throw new Error('usage: node bench/large.ts DIR [ENGINE_MEMORY_BYTES]')
const recipe = parseRecipe(await readFile(join(folder, 'recipe.yaml'), 'utf8'))
if (!recipe.ok) throw new Error(recipe.error[0]?.message)
const truth = JSON.parse(await readFile(join(folder, 'truth.json'), 'utf8')) as {
  totals: { events: number; customers: number }
  goal: { touchpoint: string; unit: 'customer' | 'account'; journeys: number; reached: number }
  stages: { name: string; touchpoints: { name: string }[] }[]
}
const { signal } = new AbortController()
const directory = await mkdtemp(join(folder, 'bench-'))
const store = await openEventStore({ directory, ...(memory && { totalMemory: Number(memory) }) })
let peak = 0
const watch = setInterval(() => (peak = Math.max(peak, residentBytes(process.pid))), 200)

try {
  const files: Record<string, PreparedFile> = {}
  await timed('prepare', async () => {
    for (const [alias, { match }] of Object.entries(recipe.value.files)) {
      const name = match.replace('*', '')
      const prepared = await prepareFile(join(folder, name), name, { workDir: directory, signal })
      if (!prepared.ok) throw new Error(prepared.error.message)
      files[alias] = prepared.value
    }
  })
  const report = await timed('import', () =>
    store.importFiles({ workspace: 1, number: 1, source: 'bench', recipe: recipe.value, files }, () => undefined, signal),
  )
  console.log(
    `${report.events.stored.toLocaleString('en')} events of ${report.customers.toLocaleString('en')} customers stored, ${report.events.refused} refused, ${report.events.duplicates} duplicates; the simulator wrote ${truth.totals.events.toLocaleString('en')}`,
  )
  const definition: JourneyDefinition = {
    name: 'bench',
    unit: truth.goal.unit,
    filter: {},
    start: [],
    goal: [truth.goal.touchpoint],
    repeats: false,
    segments: [],
  }
  const [first] = (await timed('journeys and overview', () => store.ask(1, definition, { question: 'overview' }, signal))).rows
  console.log(
    `${first?.journeys.toLocaleString('en')} journeys, ${first?.reachedGoal.toLocaleString('en')} reach the goal; the simulator says ${truth.goal.journeys.toLocaleString('en')} and ${truth.goal.reached.toLocaleString('en')}`,
  )
  const names = truth.stages.flatMap((stage) => stage.touchpoints.map((touchpoint) => touchpoint.name))
  const stages = truth.stages.map(({ name, touchpoints }) => ({
    stage: name,
    touchpoints: touchpoints.map((touchpoint) => touchpoint.name),
  }))
  const questions: readonly Question[] = [
    { question: 'touchpoints' },
    { question: 'transitions' },
    { question: 'variants', limit: 100 },
    {
      question: 'funnel',
      steps: ['Product page', 'Basket', 'Payment page', 'Order placed'].every((name) => names.includes(name))
        ? ['Product page', 'Basket', 'Payment page', 'Order placed']
        : names.slice(0, 4),
      windowMs: 7 * 86_400_000,
      order: 'ordered',
      ties: 'capture-order',
    },
    { question: 'flow', stages },
    { question: 'stages', stages },
    { question: 'paths', touchpoint: names[5]!, direction: 'after', depth: 4, perColumn: 8 },
    { question: 'trend', measure: 'journeys', bucket: 'week' },
    { question: 'scores' },
    { question: 'verbatims', limit: 100 },
    { question: 'members', of: { question: 'overview' }, pick: { kind: 'outcome', outcome: 'goal' }, limit: 100 },
  ]
  for (const question of questions)
    await timed(question.question, () => store.ask(1, definition, question, signal)).catch((error: unknown) =>
      console.log(`${question.question}: ${String(error)}`),
    )
  console.log(`peak memory of all processes ${(peak / 1e9).toFixed(2)} GB`)
} finally {
  clearInterval(watch)
  await store.close()
  await rm(directory, { recursive: true, force: true })
}

async function timed<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const start = performance.now()
  try {
    return await work()
  } finally {
    console.log(`${name.padEnd(24)} ${((performance.now() - start) / 1000).toFixed(2)} s`)
  }
}
