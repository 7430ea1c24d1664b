import type { LaneChange, StageChange, StepChange } from '../journey/map-change.ts'
import { figuresSaid, quoted, stageNamed, textChange, type BothMaps, type ChangeWords } from './change-phrases.ts'
import { changedFigures, stageFigures } from './changed-figures.ts'

/** Undefined where the numbers differ by too little to be read differently. */
export function stageWords(change: StageChange): ChangeWords | undefined {
  const { name, id } = change.stage
  const about = { what: change.what, id, stage: id, title: `Stage ${quoted(name)}`, before: null, after: null, computed: false } as const
  switch (change.kind) {
    case 'added':
      return { ...about, kind: 'added', sentence: `Stage ${quoted(name)} added`, after: name }
    case 'removed':
      return { ...about, kind: 'removed', sentence: `Stage ${quoted(name)} removed`, before: name }
    case 'renamed':
      return {
        ...about,
        kind: 'renamed',
        sentence: `Stage ${quoted(change.before)} renamed to ${quoted(name)}`,
        before: change.before,
        after: name,
      }
    case 'purpose':
      return {
        ...about,
        kind: 'changed',
        title: 'Purpose',
        sentence: `${name}: purpose changed`,
        ...textChange(change.before, change.after),
      }
    case 'rule':
      return {
        ...about,
        kind: 'changed',
        title: 'Rule',
        sentence: `${name}: rule changed`,
        ...textChange(change.before, change.after),
        computed: true,
      }
    case 'moved':
      return { ...about, kind: 'moved', sentence: `Stage ${quoted(name)} moved`, before: nth(change.before), after: nth(change.after) }
    case 'numbers': {
      const figures = changedFigures(stageFigures(change.before), stageFigures(change.after))
      if (figures.length === 0) return undefined
      return {
        ...about,
        kind: 'changed',
        title: 'Numbers of the stage',
        sentence: `${name}: ${figuresSaid(figures)}`,
        figures,
        computed: true,
      }
    }
  }
}

export function stepWords(change: StepChange, maps: BothMaps): ChangeWords {
  const { name, id } = change.step
  const about = {
    what: change.what,
    id,
    stage: change.stage,
    title: `Step ${quoted(name)}`,
    before: null,
    after: null,
    computed: false,
  } as const
  switch (change.kind) {
    case 'added':
      return { ...about, kind: 'added', sentence: `Step ${quoted(name)} added`, after: name }
    case 'removed':
      return { ...about, kind: 'removed', sentence: `Step ${quoted(name)} removed`, before: name }
    case 'renamed':
      return {
        ...about,
        kind: 'renamed',
        sentence: `Step ${quoted(change.before)} renamed to ${quoted(name)}`,
        before: change.before,
        after: name,
      }
    case 'moved': {
      const before = `${stageNamed(change.before.stage, maps.before)}, ${nth(change.before.place)}`
      const after = `${stageNamed(change.after.stage, maps.after)}, ${nth(change.after.place)}`
      return { ...about, kind: 'moved', sentence: `Step ${quoted(name)} moved to ${after}`, before, after }
    }
    case 'touchpoints':
      return {
        ...about,
        kind: 'changed',
        title: `Touchpoints of ${quoted(name)}`,
        sentence: `${name}: touchpoints changed`,
        before: change.before.join(', ') || null,
        after: change.after.join(', ') || null,
      }
    case 'map':
      return {
        ...about,
        kind: 'changed',
        title: `More detailed map of ${quoted(name)}`,
        sentence: change.after === undefined ? `${name} opens no other map any more` : `${name} opens another map`,
        before: change.before ?? null,
        after: change.after ?? null,
      }
  }
}

export function laneWords(change: LaneChange): ChangeWords {
  const { name, id } = change.lane
  const about = { what: change.what, id, stage: null, title: `Lane ${quoted(name)}`, before: null, after: null, computed: false } as const
  switch (change.kind) {
    case 'added':
      return { ...about, kind: 'added', sentence: `Lane ${quoted(name)} added`, after: name }
    case 'removed':
      return { ...about, kind: 'removed', sentence: `Lane ${quoted(name)} removed`, before: name }
    case 'renamed':
      return {
        ...about,
        kind: 'renamed',
        sentence: `Lane ${quoted(change.before)} renamed to ${quoted(name)}`,
        before: change.before,
        after: name,
      }
    case 'hint':
    case 'lane kind':
      return {
        ...about,
        kind: 'changed',
        sentence: `Lane ${quoted(name)}: ${change.kind} changed`,
        before: change.before,
        after: change.after,
      }
    case 'moved':
      return { ...about, kind: 'moved', sentence: `Lane ${quoted(name)} moved`, before: nth(change.before), after: nth(change.after) }
  }
}

/** "place 3": people count from 1. */
const nth = (place: number): string => `place ${place + 1}`
