import type { JourneyMap } from '../map.ts'
import { checkMap } from './check-map.ts'
import { day } from './finding.ts'

/** How well a map can be trusted, in figures that a list can show. */
export interface MapHealth {
  /** Cards that are drawn, and how many of them rest on at least one piece of evidence. */
  readonly cards: number
  readonly evidenced: number
  /** Cards whose standing is `assumed`, and those among them that somebody is to find out. */
  readonly assumed: number
  readonly toFindOut: number
  /** Findings of the map check by severity, each place counted. */
  readonly high: number
  readonly medium: number
  readonly low: number
  /** UTC ms of the newest event or evidence; null where there is none. Whether that is stale depends on the day one looks. */
  readonly newest: number | null
}

/** After this the newest evidence of a map counts as stale, as in the map check. */
export const staleAfterMs = 90 * day

/** Figures of the map check at `now` (UTC ms). Staleness is left out of the findings, since a stored figure would itself grow stale. */
export function mapHealth(map: JourneyMap, now: number): MapHealth {
  const cards = map.cards.filter((card) => card.hidden !== true)
  const findings = checkMap(map, { now }).filter(({ code }) => code !== 'stale')
  const times = [map.basis?.to ?? null, ...cards.map(({ standing }) => standing.asOf ?? null)].filter((time) => time !== null)
  const count = (severity: 'high' | 'medium' | 'low') => findings.filter((finding) => finding.severity === severity).length
  return {
    cards: cards.length,
    evidenced: cards.filter(({ evidence }) => evidence.length > 0).length,
    assumed: cards.filter(({ standing }) => standing.kind === 'assumed').length,
    toFindOut: cards.filter(({ findOut }) => findOut === 'open').length,
    high: count('high'),
    medium: count('medium'),
    low: count('low'),
    newest: times.reduce<number | null>((latest, time) => (latest === null || time > latest ? time : latest), null),
  }
}
