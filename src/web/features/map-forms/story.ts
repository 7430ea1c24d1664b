import { moodWord } from '../../../exports/card-face.ts'
import { formatCount, formatMedian, formatRate, plural } from '../../../exports/format.ts'
import { hasGoal } from '../../../exports/map-words.ts'
import { stageMoods } from '../../../exports/stage-mood.ts'
import type { Card, JourneyMap, LaneKind, Stage } from '../../../journey/map.ts'

/** One screen of the story: what the customer lives through in a stage. */
export interface StoryPage {
  readonly stage: Stage
  /** How many come, how long they stay, how many leave; empty where nobody has counted. */
  readonly sentences: readonly string[]
  /** −1..+1; null where nothing was measured. */
  readonly mood: number | null
  readonly moodWord: string
  readonly does: readonly Card[]
  readonly says: readonly Card[]
  readonly hurts: readonly Card[]
  readonly rest: readonly { readonly name: string; readonly cards: readonly Card[] }[]
}

const does: ReadonlySet<LaneKind> = new Set(['actions', 'touchpoints', 'channels'])
const says: ReadonlySet<LaneKind> = new Set(['verbatims', 'thoughts'])
const hurts: ReadonlySet<LaneKind> = new Set(['pain-points'])
/** The curve and the sentences say it already. */
const said: ReadonlySet<LaneKind> = new Set(['emotions', 'kpis'])
const most = 6

/** The map told stage by stage; hidden cards stay out. */
export function storyOf(map: JourneyMap): readonly StoryPage[] {
  const moods = stageMoods(map)
  return map.stages.map((stage, place) => {
    const here = map.cards.filter((card) => card.stage === stage.id && !card.hidden)
    const of = (kinds: ReadonlySet<LaneKind>): readonly Card[] => {
      const lanes = new Set(map.lanes.filter((lane) => kinds.has(lane.kind)).map((lane) => lane.id))
      return here.filter((card) => lanes.has(card.lane)).slice(0, most)
    }
    const told = new Set<LaneKind>([...does, ...says, ...hurts, ...said])
    const mood = moods[place] ?? null
    return {
      stage,
      sentences: sentencesOf(stage, hasGoal(map)),
      mood,
      moodWord: mood === null ? 'Nobody has said how this feels' : moodWord(mood),
      does: of(does),
      says: of(says),
      hurts: of(hurts),
      rest: map.lanes
        .filter((lane) => !told.has(lane.kind))
        .map((lane) => ({ name: lane.name, cards: here.filter((card) => card.lane === lane.id).slice(0, most) }))
        .filter(({ cards }) => cards.length > 0),
    }
  })
}

function sentencesOf({ numbers }: Stage, goal: boolean): readonly string[] {
  if (!numbers) return []
  if (numbers.journeys === 0) return ['No journey comes here.']
  const time = numbers.p50Time === null ? [] : [timeSentence(numbers.p50Time)]
  const exits =
    numbers.exits === 0
      ? ['Nobody leaves here.']
      : [`${formatCount(numbers.exits)} of them ${goal ? 'leave' : 'end'} here (${formatRate(numbers.exitRate)}).`]
  return [`${plural(numbers.journeys, 'journey')} come here, ${formatRate(numbers.reach)} of all.`, ...time, ...exits]
}

const timeSentence = (p50: number): string =>
  p50 === 0 ? 'At least half are through at once.' : `Half are through within ${formatMedian(p50)}.`
