import type { TouchpointRule } from '../../journey/touchpoint-rule.ts'
import { matchesRule } from './match-rule.ts'

export interface RuledTouchpoint {
  readonly id: string
  readonly rules: readonly TouchpointRule[]
}
export interface Claim {
  readonly touchpoint: string
  /** Which of its rules, from 0. */
  readonly rule: number
}

/**
 * Who claims each event name, the winner first: an exact name before any other rule, then the touchpoint that stands
 * higher in the list, then its earlier rule. Names that nobody claims are not in the result.
 */
export function claimNames(touchpoints: readonly RuledTouchpoint[], names: readonly string[]): ReadonlyMap<string, readonly Claim[]> {
  const exact = new Map<string, Claim[]>()
  const others: { readonly touchpoint: string; readonly rule: number; readonly matches: (name: string) => boolean }[] = []
  for (const { id, rules } of touchpoints) {
    for (const [index, rule] of rules.entries()) {
      if (rule.kind === 'exact') exact.set(rule.text, [...(exact.get(rule.text) ?? []), { touchpoint: id, rule: index }])
      else others.push({ touchpoint: id, rule: index, matches: (name) => matchesRule(rule, name) })
    }
  }
  return new Map(
    names.flatMap((name) => {
      const claims = [
        ...(exact.get(name) ?? []),
        ...others.filter((one) => one.matches(name)).map(({ touchpoint, rule }) => ({ touchpoint, rule })),
      ]
      const firsts = claims.filter((claim, at) => claims.findIndex((one) => one.touchpoint === claim.touchpoint) === at)
      return firsts.length > 0 ? [[name, firsts] as const] : []
    }),
  )
}
