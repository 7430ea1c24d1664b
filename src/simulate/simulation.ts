import type { Company, RecordKind, SurveyKind, Touchpoint } from './company.ts'
import { touchpointsOf } from './compile-chain.ts'
import { emptyOutput, type Output } from './output.ts'
import type { Random } from './random.ts'
import { emptyTally, type Tally } from './tally.ts'

/** Everything one run shares between the people it walks through. Times are UTC milliseconds. */
export interface Simulation {
  readonly company: Company
  readonly random: Random
  readonly planted: boolean
  readonly from: number
  readonly until: number
  readonly changeAt: number
  readonly touchpoints: readonly Touchpoint[]
  /** The start of a web line at each touchpoint. */
  readonly webHeads: readonly string[]
  readonly crmColumns: readonly string[]
  /** Touchpoint → time column of crm.csv, −1 for others. */
  readonly crmColumnOf: Int32Array
  readonly surveyTouchpoint: Readonly<Record<SurveyKind, number>>
  readonly ratingTouchpoint: number
  /** Planted effect → its index among the company's words (for a change: before and after). */
  readonly themes: readonly (readonly [number, number])[]
  readonly output: Output
  readonly tally: Tally
  /** Running numbers of rows. */
  readonly numbers: { record: number; ticket: number; response: number }
}

export interface SimulationOptions {
  readonly planted: boolean
  readonly from: number
  readonly until: number
  readonly changeAt: number
}

export function createSimulation(company: Company, random: Random, options: SimulationOptions): Simulation {
  const touchpoints = touchpointsOf(company)
  const kinds = touchpoints.map((touchpoint) => touchpoint.record)
  const crmColumns = kinds.flatMap((kind) => (kind.file === 'crm' ? [kind.column] : []))
  const survey = (name: SurveyKind) => kinds.findIndex((kind) => kind.file === 'surveys' && kind.survey === name)
  return {
    company,
    random,
    ...options,
    touchpoints,
    webHeads: touchpoints.map(webHead),
    crmColumns,
    crmColumnOf: Int32Array.from(kinds, (kind) => (kind.file === 'crm' ? crmColumns.indexOf(kind.column) : -1)),
    surveyTouchpoint: { nps: survey('nps'), csat: survey('csat'), ces: survey('ces'), stars: survey('stars') },
    ratingTouchpoint: kinds.findIndex(isRating),
    themes: company.planted.map((p) =>
      p.kind === 'change' ? [themeIndex(company, p.before.theme), themeIndex(company, p.after.theme)] : [themeIndex(company, p.theme), -1],
    ),
    output: emptyOutput(),
    tally: emptyTally(company),
    numbers: { record: 0, ticket: 0, response: 0 },
  }
}

const isRating = (kind: RecordKind): boolean => kind.file === 'tickets' && kind.part === 'rated'

function webHead({ name, channel, record }: Touchpoint): string {
  if (record.file !== 'web') return ''
  const { event, page } = record
  return `${JSON.stringify({ event, name, page, channel }).slice(0, -1)},"timestamp":"`
}

function themeIndex(company: Company, name: string): number {
  const found = company.words.findIndex((theme) => theme.name === name)
  if (found < 0) throw new Error(`no words are written for the theme "${name}"`)
  return found
}
