import type { Company, Planted } from './company.ts'
import { files } from './output.ts'
import type { Simulation } from './simulation.ts'
import { lengthBands } from './tally.ts'
import { timeText } from './time-text.ts'

/** What is true about a simulated company; written to truth.json. Times are ISO texts in UTC, waits milliseconds, shares 0..1. */
export interface Truth {
  readonly preset: Company['preset']
  readonly company: string
  readonly seed: number
  readonly planted: boolean
  readonly span: { readonly from: string; readonly until: string; readonly firstEvent: string | null; readonly lastEvent: string | null }
  /** `events` are what the recipe makes of the rows: a wide row is one event for each of its times. */
  readonly totals: { readonly customers: number; readonly accounts: number; readonly events: number; readonly rows: number }
  readonly files: Readonly<Record<string, { readonly rows: number; readonly events: number; readonly customers: number }>>
  readonly goal: { readonly touchpoint: string; readonly unit: 'customer' | 'account'; readonly journeys: number; readonly reached: number }
  readonly archetypes: readonly {
    readonly name: string
    readonly share: number
    readonly customers: number
    readonly accounts: number
    readonly entry: Readonly<Record<string, number>>
    readonly mood: number
  }[]
  readonly personas: readonly {
    readonly name: string
    readonly description: string
    readonly rule: Readonly<Record<string, string>>
    readonly customers: number
  }[]
  readonly roles: Readonly<Record<string, number>>
  readonly journeyLengths: Readonly<Record<string, number>>
  readonly stages: readonly {
    readonly name: string
    readonly purpose: string
    readonly touchpoints: readonly {
      readonly name: string
      readonly channel: string
      readonly file: string
      readonly events: number
      readonly customers: number
      readonly accounts: number
    }[]
  }[]
  readonly pains: readonly PlantedTruth[]
  readonly delights: readonly PlantedTruth[]
  readonly change: (PlantedTruth & { readonly date: string }) | null
  /** Texts written about each theme, in all files. */
  readonly verbatims: Readonly<Record<string, number>>
}

/** What was planted, and what came of it: `times` of `occasions` in the files, met by `customers`. */
export type PlantedTruth = Planted & { readonly occasions: number; readonly times: number; readonly customers: number }

export function tellTruth(simulation: Simulation, seed: number): Truth {
  const { company, tally, output, planted } = simulation
  const happened = planted
    ? company.planted.map((p, i): PlantedTruth => ({
        ...p,
        occasions: tally.occasions[i] ?? 0,
        times: tally.times[i] ?? 0,
        customers: tally.affected[i] ?? 0,
      }))
    : []
  const goal = simulation.touchpoints.findIndex((touchpoint) => touchpoint.name === company.goal)
  const reached = company.unit === 'account' ? tally.accountsReached : tally.reached
  const change = happened.find((p) => p.kind === 'change')
  return {
    preset: company.preset,
    company: company.name,
    seed,
    planted,
    span: {
      from: timeText(simulation.from),
      until: timeText(simulation.until),
      firstEvent: momentOrNull(tally.firstEvent),
      lastEvent: momentOrNull(tally.lastEvent),
    },
    totals: { customers: tally.customers, accounts: tally.accounts, events: sum(output.events), rows: sum(output.rows) },
    files: Object.fromEntries(
      files.map((file, i) => [file, { rows: output.rows[i] ?? 0, events: output.events[i] ?? 0, customers: output.customers[i] ?? 0 }]),
    ),
    goal: {
      touchpoint: company.goal,
      unit: company.unit,
      journeys: company.unit === 'account' ? tally.accounts : tally.customers,
      reached: reached[goal] ?? 0,
    },
    archetypes: company.archetypes.map(({ name, share, entry, mood }, i) => ({
      name,
      share,
      customers: tally.archetypes[i] ?? 0,
      accounts: tally.archetypeAccounts[i] ?? 0,
      entry,
      mood,
    })),
    personas: company.personas.map((persona, i) => ({ ...persona, customers: tally.personas[i] ?? 0 })),
    roles: Object.fromEntries([...tally.roles].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    journeyLengths: Object.fromEntries(lengthBands.map((band, i) => [band, tally.lengths[i] ?? 0])),
    stages: stageTruths(simulation),
    pains: happened.filter((p) => p.kind !== 'delight' && p.kind !== 'change'),
    delights: happened.filter((p) => p.kind === 'delight'),
    change: change ? { ...change, date: timeText(simulation.changeAt) } : null,
    verbatims: Object.fromEntries(company.words.map((theme, i) => [theme.name, tally.texts[i] ?? 0])),
  }
}

const fileNames = { web: files[0], crm: files[1], tickets: files[2], surveys: files[3] } as const

function stageTruths({ company, tally }: Simulation): Truth['stages'] {
  let i = 0
  return company.stages.map(({ name, purpose, touchpoints }) => ({
    name,
    purpose,
    touchpoints: touchpoints.map((touchpoint) => {
      const at = i++
      return {
        name: touchpoint.name,
        channel: touchpoint.channel,
        file: fileNames[touchpoint.record.file],
        events: tally.events[at] ?? 0,
        customers: tally.reached[at] ?? 0,
        accounts: tally.accountsReached[at] ?? 0,
      }
    }),
  }))
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0)
const momentOrNull = (ms: number): string | null => (Number.isFinite(ms) ? timeText(ms) : null)
