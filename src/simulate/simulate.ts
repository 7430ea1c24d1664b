import type { CustomerTruth, Play } from './arrival.ts'
import { assembleCast, type Role } from './cast.ts'
import type { Company } from './company.ts'
import { headerLine } from './headers.ts'
import { files, type FileName } from './output.ts'
import { createRandom } from './random.ts'
import { recipeText } from './recipe-text.ts'
import { arrivalDays, momentOfDay } from './rhythm.ts'
import { playVisitor } from './shop/play-visitor.ts'
import { shop } from './shop/shop.ts'
import { createSimulation, type Simulation } from './simulation.ts'
import { playAccount } from './software/play-account.ts'
import { roles } from './software/roles.ts'
import { software } from './software/software.ts'
import { tellTruth, type Truth } from './truth.ts'

const dayMs = 86_400_000

export interface SimulateOptions {
  readonly preset: PresetName
  /** People; in `software` they come in accounts of one to a dozen or so. */
  readonly customers: number
  readonly seed: number
  /** First day, UTC milliseconds. */
  readonly from: number
  /** Days simulated; 365 by default. Stories that are not over by then stay open. */
  readonly days?: number
  /** False plants nothing: no pain points, delights or change, the same mood and patience for everybody. True by default. */
  readonly planted?: boolean
  /** Also write truth-customers.jsonl, one line a customer. False by default. */
  readonly listCustomers?: boolean
  /** Characters that a chunk holds before it is handed out; 262,144 by default. */
  readonly chunkSize?: number
}
export type PresetName = Company['preset']

/** Part of a file; the parts of one file are to be put one after the other. */
export interface Chunk {
  readonly file: FileName | 'recipe.yaml' | 'truth.json' | 'truth-customers.jsonl'
  readonly text: string
}

interface Preset {
  readonly company: Company
  readonly roles: readonly Role[]
  readonly play: Play
}
const presets: Readonly<Record<PresetName, Preset>> = {
  shop: { company: shop, roles: [{ name: '', tilt: {} }], play: playVisitor },
  software: { company: software, roles, play: playAccount },
}

/** The presets by name with a sentence each. */
export const presetNames: Readonly<Record<PresetName, string>> = {
  shop: 'A B2C online shop: ads, pages, orders, parcels, support and surveys',
  software: 'A B2B software company: accounts with several people and roles, sales, set-up, use, renewal',
}

/**
 * Plays a company, customer by customer, and yields its files in parts; returns the truth, which is also the file
 * truth.json. The same options give the same parts, byte for byte. Holds one account and one chunk a file at a time.
 * Throws a RangeError when `customers` or `days` is not a whole number above 0, or a time lies outside the calendar.
 */
export function* simulate(options: SimulateOptions): Generator<Chunk, Truth, void> {
  check(options)
  const { customers, seed, from, days = 365, planted = true, listCustomers = false, chunkSize = 262_144 } = options
  const { company, roles: people, play } = presets[options.preset]
  const random = createRandom(seed)
  const until = from + days * dayMs
  const changeAt = from + Math.ceil(0.55 * days) * dayMs
  const simulation = createSimulation(company, random, { planted, from, until, changeAt })
  const cast = assembleCast(company, people, planted)
  const dayOf = arrivalDays(company.rhythm.customer, { from, days, growth: 0.4 })
  yield { file: 'recipe.yaml', text: recipeText(company) }
  for (const file of files) yield { file, text: headerLine(company, file) }
  const listed: string[] = []
  const tell = listCustomers ? (who: CustomerTruth) => void listed.push(`${JSON.stringify(who)}\n`) : undefined
  for (let first = 0, number = 0; first < customers; number++) {
    random.restart(number)
    const at = Math.floor(from + dayOf((first + random.uniform()) / customers) * dayMs + momentOfDay(random, company.rhythm.customer))
    first += play(simulation, { cast, first, atMost: customers - first, number, at, tell })
    yield* fullChunks(simulation, chunkSize)
    if (listed.length > 2000) yield { file: 'truth-customers.jsonl', text: listed.splice(0).join('') }
  }
  yield* fullChunks(simulation, 1)
  if (listed.length > 0) yield { file: 'truth-customers.jsonl', text: listed.join('') }
  const truth = tellTruth(simulation, seed)
  yield { file: 'truth.json', text: `${JSON.stringify(truth, null, 2)}\n` }
  return truth
}

function* fullChunks({ output }: Simulation, size: number): Generator<Chunk, void, void> {
  for (let i = 0; i < files.length; i++) {
    const text = output.texts[i] ?? ''
    const file = files[i]
    if (text.length < size || !file) continue
    output.texts[i] = ''
    yield { file, text }
  }
}

const furthest = 8.64e15

function check({ customers, days = 365, from, seed }: SimulateOptions): void {
  if (!Number.isSafeInteger(customers) || customers < 1) throw new RangeError(`customers must be a whole number above 0, not ${customers}`)
  if (!Number.isSafeInteger(days) || days < 1) throw new RangeError(`days must be a whole number above 0, not ${days}`)
  if (!Number.isSafeInteger(seed)) throw new RangeError(`seed must be a whole number, not ${seed}`)
  if (!Number.isSafeInteger(from) || from <= 0 || from + days * dayMs > furthest)
    throw new RangeError(`from must be whole UTC milliseconds after 1970, not ${from}`)
}
