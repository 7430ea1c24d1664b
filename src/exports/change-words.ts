import { diffMaps } from '../journey/diff-maps.ts'
import type { MapChange } from '../journey/map-change.ts'
import type { JourneyMap } from '../journey/map.ts'
import { unreachable } from '../journey/unreachable.ts'
import type { BothMaps, ChangeWords } from './change-phrases.ts'
import { aboutWords } from './change-words-about.ts'
import { cardChangeWords } from './change-words-card.ts'
import { flowWords } from './change-words-flow.ts'
import { laneWords, stageWords, stepWords } from './change-words-stage.ts'

/**
 * Everything that differs between two states of a map, in words, in the order of `diffMaps`. A computed number that differs
 * by too little to be read differently is left out.
 */
export function changesInWords(before: JourneyMap, after: JourneyMap): readonly ChangeWords[] {
  const maps = { before, after }
  return diffMaps(before, after).flatMap((change) => changeWords(change, maps) ?? [])
}

function changeWords(change: MapChange, maps: BothMaps): ChangeWords | undefined {
  switch (change.what) {
    case 'map':
    case 'persona':
      return aboutWords(change)
    case 'stage':
      return stageWords(change)
    case 'step':
      return stepWords(change, maps)
    case 'lane':
      return laneWords(change)
    case 'card':
      return cardChangeWords(change, maps)
    case 'curve':
    case 'flow':
      return flowWords(change, maps)
    default:
      return unreachable(change)
  }
}
