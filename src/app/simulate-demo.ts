import { open, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { Job } from '../contract/jobs.ts'
import type { JourneyDefinition } from '../journey/definition.ts'
import { presetNames, simulate, type Chunk, type PresetName } from '../simulate/index.ts'
import type { Actor } from './actor.ts'
import { addDefinition } from './definitions.ts'
import { discoverFromEvents } from './discover-map-job.ts'
import { findTemplate } from './list-templates.ts'
import { saveMap } from './maps.ts'
import type { WorkContext } from './job-runner.ts'
import { demand } from './permission.ts'
import { readRecipe } from './prepare-files.ts'
import { Refusal } from './refusal.ts'
import { runImport } from './run-import.ts'
import type { Wend } from './wend.ts'

const day = 24 * 3_600_000

interface Demo {
  readonly customers: number
  readonly source: string
  readonly title: string
  readonly template: string
  readonly definition: JourneyDefinition
}

const demos: Readonly<Record<PresetName, Demo>> = {
  shop: {
    customers: 5000,
    source: 'Demo shop (simulated)',
    title: 'Buying at Fernlight Living',
    template: 'ecommerce',
    definition: {
      name: 'From the first visit to the parcel',
      unit: 'customer',
      filter: {},
      start: [],
      goal: ['Order delivered'],
      repeats: false,
      stillOpenMs: 14 * day,
      feedbackWindowMs: 30 * day,
      segments: ['device', 'country', 'plan', 'campaign'],
    },
  },
  software: {
    customers: 3000,
    source: 'Demo software company (simulated)',
    title: 'Becoming a customer of Tallyroom',
    template: 'b2b-saas',
    definition: {
      name: 'From the first visit to the contract',
      unit: 'account',
      filter: {},
      start: [],
      goal: ['Deal won'],
      repeats: false,
      stillOpenMs: 60 * day,
      feedbackWindowMs: 30 * day,
      segments: ['plan', 'company_size', 'industry', 'country'],
    },
  },
}

/** Fixed, so that every demo company is the same. */
const seed = 7
const firstDay = Date.UTC(2025, 0, 1)

/** Starts the demo: files of a simulated company, their import, and its map. Refuses with `not_empty` or `too_many_jobs`. */
export async function startDemo(actor: Actor, wend: Wend, preset: PresetName): Promise<Job> {
  demand(actor, 'import')
  demand(actor, 'discover')
  if (!(await isEmpty(actor, wend))) throw new Refusal('not_empty')
  return wend.jobs.start(actor, {
    kind: 'demo',
    title: `Demo: ${presetNames[preset]}`,
    run: (context) => makeDemo(actor, wend, { preset, ...context }),
  })
}

/** As `startDemo`; null when the workspace has data already. */
export async function demoIfEmpty(actor: Actor, wend: Wend, preset: PresetName): Promise<Job | null> {
  return (await isEmpty(actor, wend)) ? startDemo(actor, wend, preset) : null
}

const isEmpty = async (actor: Actor, wend: Wend): Promise<boolean> =>
  (await wend.events.sources(actor.workspace)).length === 0 &&
  (await wend.state.imports.list(actor.workspace, { limit: 1, offset: 0 })).total === 0

async function makeDemo(
  actor: Actor,
  wend: Wend,
  { preset, signal, progress }: WorkContext & { readonly preset: PresetName },
): Promise<{ readonly import: number; readonly map: string }> {
  const { customers, source, title, template, definition } = demos[preset]
  const scratch = wend.world.newId()
  try {
    const folder = await wend.uploads.scratch(scratch)
    progress({ phase: 'Simulating customers', done: 0, total: null, unit: 'steps', rows: 0 })
    const written = await writeChunks(folder, simulate({ preset, customers, seed, from: firstDay }), signal)
    const files = written.names
      .filter((name) => name.endsWith('.csv') || name.endsWith('.jsonl'))
      .map((name) => ({ name, path: join(folder, name), workDir: join(folder, `work-${name}`) }))
    const report = await runImport(actor, wend, {
      files,
      recipe: readRecipe(written.recipe),
      recipeText: written.recipe,
      source,
      signal,
      progress,
    })
    const stored = await addDefinition(actor, wend, definition)
    const map = await discoverFromEvents(actor, wend, {
      definition: stored.definition,
      template: findTemplate(template),
      title,
      signal,
      progress,
    })
    return { import: report.number, map: (await saveMap(actor, wend, map)).id }
  } finally {
    await wend.uploads.remove(scratch)
  }
}

/** Writes each part to its file as it comes; the recipe is handed back. */
async function writeChunks(
  folder: string,
  chunks: Iterable<Chunk>,
  signal: AbortSignal,
): Promise<{ readonly names: readonly string[]; readonly recipe: string }> {
  const files = new Map<string, FileHandle>()
  let recipe = ''
  try {
    for (const { file, text } of chunks) {
      signal.throwIfAborted()
      if (file === 'recipe.yaml') recipe += text
      const handle = files.get(file) ?? (await open(join(folder, file), 'w'))
      files.set(file, handle)
      await handle.appendFile(text)
    }
  } finally {
    for (const handle of files.values()) await handle.close()
  }
  return { names: [...files.keys()], recipe }
}
