import type * as Y from 'yjs'
import type { Evidence } from '../journey/evidence.ts'
import type { CardBody, EmotionCurve, MapBasis, River, Stage, StageNumbers } from '../journey/map.ts'
import type { Persona } from '../journey/persona.ts'
import type { Standing } from '../journey/standing.ts'
import type { Roots } from './roots.ts'

/** What a computed card says; `was` is what it said before the last refresh, `at` the end of the events it came from then. */
export interface CardFact {
  readonly body: CardBody
  readonly evidence: readonly Evidence[]
  readonly standing: Standing
  readonly was?: { readonly body: CardBody; readonly at: number | null }
  /** A refresh removed its cards, because the events no longer show it; they come back with it. */
  readonly dropped?: true
}

/** A touchpoint of the workspace's library, as cards show it. */
export interface TouchpointFact {
  readonly name: string
  readonly channel: string
  readonly team?: string
}

/** A stage's numbers, and the touchpoints that they count: where people have changed these, the numbers say nothing any more. */
export interface StageFact {
  readonly numbers: StageNumbers
  readonly touchpoints: readonly string[]
}

/** The fact of a stage that has numbers. */
export const stageFactOf = ({ steps }: Pick<Stage, 'steps'>, numbers: StageNumbers): StageFact => ({
  numbers,
  touchpoints: touchpointsOf(steps.map((step) => step.touchpoints)),
})

/** Each touchpoint once, in the order of their names. */
export const touchpointsOf = (steps: readonly (readonly string[])[]): readonly string[] =>
  [...new Set(steps.flat())].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

export type FactKind = 'card' | 'evidence' | 'standing' | 'stage' | 'persona' | 'touchpoint'

export const factKey = (kind: FactKind, id: string): string => `${kind}:${id}`

/** A fact as the server wrote it; clients cannot write facts, so its shape is not checked again. */
const factAt = (facts: Y.Map<unknown>, key: string): unknown => {
  const value = facts.get(key)
  return typeof value === 'object' && value !== null ? value : undefined
}

export const cardFact = (roots: Roots, key: string) => factAt(roots.facts, key) as CardFact | undefined
export const evidenceFact = (roots: Roots, id: string) => factAt(roots.facts, factKey('evidence', id)) as Evidence | undefined
export const standingFact = (roots: Roots, card: string) => factAt(roots.facts, factKey('standing', card)) as Standing | undefined
export const stageFact = (roots: Roots, stage: string) => factAt(roots.facts, factKey('stage', stage)) as StageFact | undefined
export const personaFact = (roots: Roots, persona: string) => factAt(roots.facts, factKey('persona', persona)) as Persona | undefined
export const touchpointFact = (roots: Roots, id: string) => factAt(roots.facts, factKey('touchpoint', id)) as TouchpointFact | undefined
export const riverFact = (roots: Roots) => factAt(roots.facts, 'river') as River | undefined
export const emotionFact = (roots: Roots) => factAt(roots.facts, 'emotion') as EmotionCurve | undefined
export const basisFact = (roots: Roots) => factAt(roots.facts, 'basis') as MapBasis | undefined
