import type { OverviewRow } from './answer.ts'

/** The numbers of no journeys. */
export const noJourneys: OverviewRow = {
  customers: 0,
  accounts: 0,
  journeys: 0,
  events: 0,
  touchpoints: 0,
  variants: 0,
  reachedGoal: 0,
  lost: 0,
  open: 0,
  from: null,
  to: null,
  meanDuration: null,
  p50Duration: null,
  p90Duration: null,
  feedback: 0,
  verbatims: 0,
}
