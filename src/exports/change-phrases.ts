import type { MapChange } from '../journey/map-change.ts'
import type { JourneyMap } from '../journey/map.ts'
import { wordDiff, type WordPart } from '../journey/word-diff.ts'
import type { ChangedFigure } from './changed-figures.ts'

/** A change of a map told to a person; all plain text. */
export interface ChangeWords {
  readonly kind: 'added' | 'removed' | 'moved' | 'renamed' | 'changed'
  readonly what: MapChange['what']
  readonly id: string
  /** Id of the stage it belongs to; null for what belongs to the whole map. */
  readonly stage: string | null
  readonly title: string
  readonly sentence: string
  readonly before: string | null
  readonly after: string | null
  /** A changed text, word by word. */
  readonly words?: readonly WordPart[]
  readonly figures?: readonly ChangedFigure[]
  /** Not by a person: the data changed. */
  readonly computed: boolean
}

/** Both states of the map, to name things by. */
export interface BothMaps {
  readonly before: JourneyMap
  readonly after: JourneyMap
}

/** Before and after of a text, with its word-level difference. */
export const textChange = (before: string, after: string): Pick<ChangeWords, 'before' | 'after' | 'words'> => ({
  before: before === '' ? null : before,
  after: after === '' ? null : after,
  ...(before !== '' && after !== '' && { words: wordDiff(before, after) }),
})

/** "“Sign up”": a name in a sentence. */
export const quoted = (text: string): string => `“${text === '' ? 'without a name' : text}”`
export const arrow = (before: string | null, after: string | null): string => `${before ?? 'none'} → ${after ?? 'none'}`
/** "median time 3 days → 6 days, exit rate 12 % → 18 %" */
export const figuresSaid = (figures: readonly ChangedFigure[]): string =>
  figures.map((figure) => `${figure.name} ${arrow(figure.before, figure.after)}`).join(', ')
export const stageNamed = (id: string, map: JourneyMap): string => map.stages.find((stage) => stage.id === id)?.name ?? 'Removed stage'
