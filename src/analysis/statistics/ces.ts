import { percent } from './csat.ts'
import { describe, meanInterval, type MeanEstimate } from './mean-interval.ts'
import { wilson } from './wilson.ts'
import type { Estimate } from './z95.ts'

/** Three rules are in use for the Customer Effort Score; a figure is only comparable under the same one. */
export type CesRule = 'mean' | 'agree' | 'top-two'

/**
 * CES from answers on the 1..7 agreement scale (7 = easy). `mean`: their mean, 1..7, with a t interval; `agree`: percent
 * answering 5 to 7; `top-two`: percent answering 6 or 7; both with a Wilson interval. Undefined without answers.
 */
export function ces(answers: readonly number[], rule: CesRule): Estimate | MeanEstimate | undefined {
  if (rule === 'mean') return meanInterval(describe(answers))
  const least = rule === 'agree' ? 5 : 6
  return percent(wilson(answers.filter((answer) => answer >= least).length, answers.length))
}
