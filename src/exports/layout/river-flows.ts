import type { FlowEnd } from '../../journey/member-pick.ts'
import type { River, Stage } from '../../journey/map.ts'

export type End = { readonly kind: 'start' | 'goal' | 'lost' | 'open' } | { readonly kind: 'stage'; readonly index: number }

export interface Link {
  readonly from: End
  readonly to: End
  readonly count: number
  readonly journeys: number
}

/** A river's ribbons with stages as places in the map, largest meaning first resolved. */
export interface Flows {
  readonly stages: number
  readonly links: readonly Link[]
  /** To a later stage or to the goal, from a stage. These take room side by side. */
  readonly forward: readonly Link[]
  readonly back: readonly Link[]
  /** By stage: what begins, leaves and stays open there. */
  readonly starts: readonly Link[]
  readonly lost: readonly Link[]
  readonly open: readonly Link[]
}

export function riverFlows(river: River, stages: readonly Stage[]): Flows {
  const places = new Map([
    ...stages.map((stage, index) => [stage.name, index] as const),
    ...stages.map((stage, index) => [stage.id, index] as const),
  ])
  const links: Link[] = []
  for (const ribbon of river.ribbons) {
    const from = endOf(ribbon.from, places)
    const to = endOf(ribbon.to, places)
    const itself = from?.kind === 'stage' && to?.kind === 'stage' && from.index === to.index
    if (from && to && !itself && ribbon.count > 0) links.push({ from, to, count: ribbon.count, journeys: ribbon.journeys })
  }
  const leaving = (kind: End['kind']): Link[] => links.filter((link) => link.from.kind === 'stage' && link.to.kind === kind)
  const between = links.filter((link) => link.from.kind === 'stage' && link.to.kind === 'stage')
  const isBack = (link: Link): boolean => placeOf(link.to) < placeOf(link.from)
  return {
    stages: stages.length,
    links,
    forward: [...between.filter((link) => !isBack(link)), ...leaving('goal')],
    back: between.filter(isBack),
    starts: links.filter((link) => link.from.kind === 'start' && link.to.kind === 'stage'),
    lost: leaving('lost'),
    open: leaving('open'),
  }
}

/** A stage's place; the goal lies beyond the last stage, the start before the first. */
export function placeOf(end: End): number {
  if (end.kind === 'stage') return end.index
  return end.kind === 'start' ? -1 : Number.POSITIVE_INFINITY
}

function endOf(end: FlowEnd, places: ReadonlyMap<string, number>): End | undefined {
  if (end.kind !== 'stage') return { kind: end.kind }
  const index = places.get(end.stage)
  return index === undefined ? undefined : { kind: 'stage', index }
}
