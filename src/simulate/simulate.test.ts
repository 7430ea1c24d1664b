import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { simulate, type Chunk, type PresetName, type SimulateOptions, type Truth } from './index.ts'

const from = Date.UTC(2025, 0, 1)
const dayMs = 86_400_000
const run = (options: Partial<SimulateOptions> & { readonly preset: PresetName }) => play({ customers: 6000, seed: 11, from, ...options })

const shop = run({ preset: 'shop', listCustomers: true })
const software = run({ preset: 'software', listCustomers: true })
const quietShop = run({ preset: 'shop', planted: false })
const quietSoftware = run({ preset: 'software', planted: false })
const every = [
  ['shop', shop],
  ['software', software],
  ['shop with nothing planted', quietShop],
  ['software with nothing planted', quietSoftware],
] as const

describe('a run', () => {
  it.each(['shop', 'software'] as const)('of %s is the same byte for byte for the same options, whatever the chunk size', (preset) => {
    const files = (chunkSize: number, seed: number) => play({ preset, customers: 700, seed, from, chunkSize }).files
    expect(files(1000, 5)).toEqual(files(300_000, 5))
    expect(files(1000, 5).get('web-analytics.jsonl')).not.toEqual(files(1000, 6).get('web-analytics.jsonl'))
  })

  it.each(['shop', 'software'] as const)('of %s never holds more than a chunk and one newcomer', (preset) => {
    let longest = 0
    for (const { file, text } of simulate({ preset, customers: 20_000, seed: 2, from, chunkSize: 2000 }))
      if (file !== 'truth.json') longest = Math.max(longest, text.length)
    // The longest story of an account is some 100 kB; the whole run is over 25 MB.
    expect(longest).toBeLessThan(400_000)
  })

  it('hands out its first lines before the last customer is born', () => {
    const running = simulate({ preset: 'shop', customers: 1_000_000_000, seed: 1, from })
    const first = Array.from({ length: 12 }, () => running.next().value as Chunk)
    expect(first.map((chunk) => chunk.file)).toContain('web-analytics.jsonl')
    running.return(undefined as never)
  })

  it('refuses nonsense with a clear message', () => {
    const begin = (options: Partial<SimulateOptions>) => () => simulate({ preset: 'shop', customers: 1, seed: 1, from, ...options }).next()
    expect(begin({ customers: 0 })).toThrow('customers must be a whole number above 0, not 0')
    expect(begin({ days: 1.5 })).toThrow('days must be a whole number above 0, not 1.5')
    expect(begin({ from: Number.NaN })).toThrow('from must be whole UTC milliseconds')
  })

  it('can be as small as one customer', () => {
    for (const preset of ['shop', 'software'] as const) expect(run({ preset, customers: 1 }).truth.totals.customers).toBe(1)
  })
})

describe.each(every)('the files of %s', (_name, { events, files, truth, rows }) => {
  it('hold exactly what the truth says, when read back through the recipe', () => {
    expect(events.length).toBe(truth.totals.events)
    expect(new Set(events.map((e) => e.customer)).size).toBe(truth.totals.customers)
    expect(truth.totals.customers).toBe(6000)
    expect(new Set(events.map((e) => e.account).filter(Boolean)).size).toBe(truth.totals.accounts)
    for (const [file, told] of Object.entries(truth.files)) {
      const inFile = events.filter((e) => e.file === file)
      expect({ rows: rows.get(file)?.length, events: inFile.length, customers: new Set(inFile.map((e) => e.customer)).size }).toEqual(told)
    }
  })

  it('know every touchpoint of the truth and no other, with its counts', () => {
    const told = truth.stages.flatMap((stage) => stage.touchpoints)
    expect(told.length).toBeGreaterThanOrEqual(25)
    expect(told.length).toBeLessThanOrEqual(46)
    const count = (name: string, of: 'customer' | 'account') => new Set(events.filter((e) => e.touchpoint === name).map((e) => e[of])).size
    for (const { name, events: n, customers, accounts } of told) {
      expect([name, events.filter((e) => e.touchpoint === name).length, count(name, 'customer')]).toEqual([name, n, customers])
      if (truth.goal.unit === 'account') expect([name, count(name, 'account')]).toEqual([name, accounts])
      expect(n).toBeGreaterThan(0)
    }
    expect(new Set(events.map((e) => e.touchpoint)).size).toBe(told.length)
    expect(count(truth.goal.touchpoint, truth.goal.unit)).toBe(truth.goal.reached)
  })

  it('have valid times inside the span, and no two events of one customer in doubt about their order', () => {
    for (const event of events) {
      expect(event.time).toBeGreaterThanOrEqual(from)
      expect(event.time).toBeLessThan(from + 365 * dayMs)
    }
    const seen = new Set(events.map((e) => `${e.customer} ${e.time}`))
    expect(seen.size).toBe(events.length)
  })

  it('have scores on their scale, texts that need quotes, and numbers in plain JSON', () => {
    const highest: Readonly<Record<string, number>> = { nps: 10, csat: 5, stars: 5, ces: 7 }
    const scored = events.filter((e) => e.scale !== '')
    for (const { score, scale } of scored) {
      expect(Number.isInteger(score)).toBe(true)
      expect(score).toBeLessThanOrEqual(highest[scale] ?? 0)
      expect(score).toBeGreaterThanOrEqual(scale === 'nps' ? 0 : 1)
    }
    expect(files.get('surveys.csv')).toMatch(/,"[^"\n]+,[^"\n]+",/)
    expect(Object.values(truth.verbatims).reduce((a, b) => a + b, 0)).toBe(events.filter((e) => e.text !== '').length)
  })

  it('look like real journeys: many short ones, a long tail, most between', () => {
    const lengths = [...group(events, (e) => e.customer).values()].map((list) => list.length)
    const share = (low: number, high: number) => lengths.filter((n) => n >= low && n <= high).length / lengths.length
    expect(share(1, 1)).toBeGreaterThan(0.04)
    expect(share(5, 25)).toBeGreaterThan(0.4)
    expect(Math.max(...lengths)).toBeGreaterThan(40)
    expect(
      new Set(events.filter((e) => e.text !== '').map((e) => e.text)).size / events.filter((e) => e.text !== '').length,
    ).toBeGreaterThan(0.5)
  })
})

describe('what is planted', () => {
  const steps = {
    shop: stepsOf(shop.events),
    software: stepsOf(software.events),
    quietShop: stepsOf(quietShop.events),
    quietSoftware: stepsOf(quietSoftware.events),
  }

  it.each([
    ['shop', 'Delivery options', steps.shop, steps.quietShop],
    ['software', 'Connect data', steps.software, steps.quietSoftware],
  ])('in %s: a step that loses people (%s)', (_preset, touchpoint, loud, quiet) => {
    const lost = (list: readonly Step[]) =>
      share(
        list,
        (s) => s.from === touchpoint && s.until < from + 300 * dayMs,
        (s) => s.to === '',
      )
    expect(lost(loud)).toBeGreaterThan(0.25)
    expect(lost(quiet)).toBeLessThan(0.13)
  })

  it.each([
    ['shop', 'Payment page', 'Payment declined', steps.shop, steps.quietShop, 0.18],
    ['software', 'Single sign-on setup', 'Help centre', steps.software, steps.quietSoftware, 0.35],
    ['shop', 'Chat with support', 'Call to support', steps.shop, steps.quietShop, 0.28],
    ['software', 'Deal won', 'Email to support', steps.software, steps.quietSoftware, 0.28],
  ])('in %s: a loop or a failing hand-off (%s, %s)', (_preset, a, b, loud, quiet, least) => {
    const goes = (list: readonly Step[]) =>
      share(
        list,
        (s) => s.from === a && s.to !== '',
        (s) => s.to === b,
      )
    expect(goes(loud)).toBeGreaterThan(least)
    expect(goes(quiet)).toBeLessThan(0.12)
  })

  it.each([
    ['shop', 'Payment received', 'Order shipped', steps.shop, steps.quietShop],
    ['software', 'Lead qualified', 'Demo held', steps.software, steps.quietSoftware],
  ])('in %s: a delay (%s, %s)', (_preset, a, b, loud, quiet) => {
    const wait = (list: readonly Step[]) => median(list.filter((s) => s.from === a && s.to === b).map((s) => s.until - s.since))
    expect(wait(loud)).toBeGreaterThan(2.5 * wait(quiet))
  })

  it('in both: a change on a known date, after which waits are shorter and scores better', () => {
    for (const [{ events, truth }, list, survey, touchpoint] of [
      [shop, steps.shop, 'Delivery survey', 'Order shipped'],
      [software, steps.software, 'Support rating', 'Chat with support'],
    ] as const) {
      const date = Date.parse(truth.change?.date ?? '')
      const waits = (after: boolean) =>
        median(list.filter((s) => s.from === touchpoint && s.to !== '' && s.since >= date === after).map((s) => s.until - s.since))
      expect(waits(false)).toBeGreaterThan(1.3 * waits(true))
      const scores = (after: boolean) => mean(events.filter((e) => e.touchpoint === survey && e.time >= date === after).map((e) => e.score))
      expect(scores(true) - scores(false)).toBeGreaterThan(0.4)
    }
  })

  it('nothing changes on that date where nothing is planted', () => {
    const date = Date.parse(shop.truth.change?.date ?? '')
    for (const [{ events }, survey] of [
      [quietShop, 'Delivery survey'],
      [quietSoftware, 'Support rating'],
    ] as const) {
      const scores = (after: boolean) => mean(events.filter((e) => e.touchpoint === survey && e.time >= date === after).map((e) => e.score))
      expect(Math.abs(scores(true) - scores(false))).toBeLessThan(0.2)
    }
    expect([quietShop.truth.pains, quietShop.truth.delights, quietShop.truth.change]).toEqual([[], [], null])
  })

  it('is heard: effort scores are low at the pains and high at the delights, and flat where nothing is planted', () => {
    const effort = ({ events }: Played, touchpoint: string) => mean(answersAfter(events, touchpoint))
    for (const [loud, quiet, pain, delight] of [
      [shop, quietShop, 'Delivery options', 'Size guide'],
      [software, quietSoftware, 'Connect data', 'First report'],
    ] as const) {
      expect(effort(loud, delight) - effort(loud, pain)).toBeGreaterThan(1.5)
      expect(Math.abs(effort(quiet, delight) - effort(quiet, pain))).toBeLessThan(0.6)
    }
  })

  it('is written about, in low scores, and never where nothing is planted', () => {
    for (const { events, truth } of [shop, software]) {
      for (const pain of truth.pains)
        expect([pain.kind, (truth.verbatims['theme' in pain ? pain.theme : ''] ?? 0) > 0]).toEqual([pain.kind, true])
      const told = (pattern: RegExp) =>
        mean(events.filter((e) => e.scale !== '' && pattern.test(e.text)).map((e) => e.score / ({ nps: 10, ces: 7 }[e.scale] ?? 5)))
      expect(told(/card|shipping|delivery fee|connector|sign-on|days for/i)).toBeLessThan(told(/happy|great|thank|perfect/i) - 0.2)
    }
    const themes = shop.truth.pains.map((pain) => ('theme' in pain ? pain.theme : ''))
    expect(themes.map((theme) => quietShop.truth.verbatims[theme])).toEqual(themes.map(() => 0))
  })

  it('is counted in the truth as it is in the files', () => {
    for (const [{ truth }, list] of [
      [shop, steps.shop],
      [software, steps.software],
    ] as const) {
      for (const pain of truth.pains)
        if (pain.kind === 'delay') expect(list.filter((s) => s.from === pain.from && s.to === pain.to).length).toBe(pain.times)
    }
  })
})

describe('the people', () => {
  it('are listed one by one when asked, with counts that agree with the truth', () => {
    for (const { files, truth } of [shop, software]) {
      const listed = lines(files.get('truth-customers.jsonl') ?? '').map(
        (line) => JSON.parse(line) as { customer: string; archetype: string; reachedGoal: boolean },
      )
      expect(new Set(listed.map((who) => who.customer)).size).toBe(truth.totals.customers)
      expect(truth.archetypes.length).toBeGreaterThanOrEqual(4)
      for (const { name, customers } of truth.archetypes)
        expect([name, listed.filter((who) => who.archetype === name).length]).toEqual([name, customers])
    }
    expect(quietShop.files.has('truth-customers.jsonl')).toBe(false)
  })

  it('of the software company share accounts and have four roles', () => {
    expect(Object.keys(software.truth.roles)).toEqual(['admin', 'champion', 'economic buyer', 'end user'])
    const people = group(software.events, (e) => e.account)
    expect(Math.max(...[...people.values()].map((list) => new Set(list.map((e) => e.customer)).size))).toBeGreaterThanOrEqual(8)
  })
})

interface Event {
  readonly file: string
  readonly customer: string
  readonly account: string
  readonly touchpoint: string
  readonly time: number
  readonly score: number
  readonly scale: string
  readonly text: string
}
interface Played {
  readonly files: ReadonlyMap<string, string>
  readonly rows: ReadonlyMap<string, readonly Readonly<Record<string, string>>[]>
  readonly events: readonly Event[]
  readonly truth: Truth
}

function play(options: SimulateOptions): Played {
  const parts = new Map<string, string[]>()
  for (const { file, text } of simulate(options)) parts.set(file, [...(parts.get(file) ?? []), text])
  const files = new Map([...parts].map(([file, texts]) => [file, texts.join('')]))
  const rows = new Map([...files].filter(([file]) => /csv|jsonl/.test(file)).map(([file, text]) => [file, readRows(file, text)]))
  return {
    files,
    rows,
    events: applyRecipe(files.get('recipe.yaml') ?? '', rows),
    truth: JSON.parse(files.get('truth.json') ?? '') as Truth,
  }
}

function readRows(file: string, text: string): Readonly<Record<string, string>>[] {
  if (file.endsWith('.csv')) return parse(text, { columns: true }) as Record<string, string>[]
  return lines(text).map((line) => {
    const { properties, ...rest } = JSON.parse(line) as Record<string, string> & { properties?: Record<string, string> }
    return { ...rest, ...Object.fromEntries(Object.entries(properties ?? {}).map(([name, value]) => [`properties.${name}`, value])) }
  })
}

interface Rule {
  readonly from: string
  readonly when?: readonly { readonly value: string; readonly operator: string; readonly than?: string }[]
  readonly customer: string
  readonly account?: string
  readonly touchpoint?: string
  readonly time?: string
  readonly each?: readonly {
    readonly touchpoint: string | { readonly value: string; readonly map: Readonly<Record<string, string>> }
    readonly time: string
  }[]
  readonly score?: { readonly value: string; readonly scale: string }
  readonly text?: string
}

/** The plainest reading of a recipe that makes these events: independent of the importer. */
function applyRecipe(yaml: string, rows: Played['rows']): Event[] {
  const recipe = parseYaml(yaml) as { files: Record<string, string>; events: Rule[] }
  return recipe.events.flatMap((rule) => {
    const file = recipe.files[rule.from]?.replace('*', '') ?? ''
    return (rows.get(file) ?? []).flatMap((row) => {
      const value = (text = '') =>
        text.replace(/\{([^}]+)\}/g, (_, column: string) => {
          if (row[column] === undefined) throw new Error(`${file} has no column ${column}`)
          return row[column]
        })
      const holds = (rule.when ?? []).every((test) =>
        test.operator === 'present' ? value(test.value) !== '' : value(test.value) === test.than,
      )
      if (!holds) return []
      const each = rule.each ?? [{ touchpoint: rule.touchpoint ?? '', time: rule.time ?? '' }]
      return each.flatMap(({ touchpoint, time }) => {
        const name = typeof touchpoint === 'string' ? value(touchpoint) : (touchpoint.map[value(touchpoint.value)] ?? '')
        const when = value(time)
        if (when === '') return []
        const moment = Date.parse(when.includes('T') ? when : `${when.replace(' ', 'T')}Z`)
        return [
          {
            file,
            customer: value(rule.customer),
            account: value(rule.account),
            touchpoint: name,
            time: moment,
            score: Number(value(rule.score?.value)),
            scale: rule.score?.scale ?? '',
            text: value(rule.text),
          },
        ]
      })
    })
  })
}

interface Step {
  readonly from: string
  readonly to: string
  readonly since: number
  readonly until: number
}
/** Neighbours in each customer's events without the surveys, which anybody may answer at any time. */
function stepsOf(events: readonly Event[]): Step[] {
  return [
    ...group(
      events.filter((e) => e.scale === ''),
      (e) => e.customer,
    ).values(),
  ].flatMap((list) => {
    const ordered = list.toSorted((a, b) => a.time - b.time)
    return ordered.map((event, i) => ({
      from: event.touchpoint,
      to: ordered[i + 1]?.touchpoint ?? '',
      since: event.time,
      until: ordered[i + 1]?.time ?? event.time,
    }))
  })
}

function answersAfter(events: readonly Event[], touchpoint: string): number[] {
  return [...group(events, (e) => e.customer).values()].flatMap((list) => {
    const ordered = list.toSorted((a, b) => a.time - b.time)
    return ordered.flatMap((event, i) =>
      event.touchpoint === 'Effort survey' && ordered[i - 1]?.touchpoint === touchpoint ? [event.score] : [],
    )
  })
}

function group<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  return Map.groupBy(list, key)
}
function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}
function mean(xs: readonly number[]): number {
  return xs.reduce((a, b) => a + b, 0) / xs.length
}
function median(xs: readonly number[]): number {
  return xs.toSorted((a, b) => a - b)[Math.floor(xs.length / 2)] ?? Number.NaN
}
function share(list: readonly Step[], among: (s: Step) => boolean, that: (s: Step) => boolean): number {
  return list.filter((s) => among(s) && that(s)).length / list.filter(among).length
}
