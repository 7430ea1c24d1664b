import type { DeviationKind } from '../../journey/filter.ts'
import type { Alignment } from './align.ts'

export interface DeviationName {
  readonly kind: DeviationKind
  readonly what: string
}

/** Each deviation once a journey; a step that is skipped at one place and added at another is a swap. */
export function deviationsOf({ moves }: Pick<Alignment, 'moves'>): readonly DeviationName[] {
  const added = new Set(moves.flatMap((move) => (move.kind === 'add' ? [move.touchpoint] : [])))
  const skipped = new Map(moves.flatMap((move) => (move.kind === 'skip' ? [[move.step, move.touchpoints] as const] : [])))
  const elsewhere = (touchpoints: readonly string[]): readonly string[] => touchpoints.filter((touchpoint) => added.has(touchpoint))
  const moved = new Set([...skipped.values()].flatMap(elsewhere))
  return [
    ...[...skipped].map(([what, touchpoints]) => ({
      kind: elsewhere(touchpoints).length > 0 ? ('swap' as const) : ('skip' as const),
      what,
    })),
    ...[...added].filter((what) => !moved.has(what)).map((what) => ({ kind: 'add' as const, what })),
  ]
}
