import type { Outcome } from '../../../journey/filter.ts'

export const outcomeNames: Readonly<Record<Outcome, string>> = { goal: 'reached the goal', lost: 'ended without it', open: 'still open' }
