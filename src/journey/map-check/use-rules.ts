import type { JourneyMap, Stage } from '../map.ts'
import { atCard, atMap, atStage, cardsIn, type CheckRule, laneKind } from './finding.ts'

const owned = (map: JourneyMap, stage: Stage) =>
  cardsIn(map, stage).some((card) => card.owner !== undefined || laneKind(map, card) === 'owners')

export const noOwner: CheckRule = (map) => {
  const orphans = map.stages.filter((stage) => !owned(map, stage))
  const remedy = 'Name who answers for it: a card in the owners lane, or an owner on a card.'
  if (orphans.length === map.stages.length && orphans.length > 0) {
    return [{ code: 'no-owner', severity: 'medium', place: atMap, message: 'Nobody owns any stage of this map.', remedy }]
  }
  return orphans.map((stage) => ({
    code: 'no-owner',
    severity: 'low',
    place: atStage(stage),
    message: `Nobody owns "${stage.name}".`,
    remedy,
  }))
}

export const noFeedback: CheckRule = (map) => {
  const voiced = map.cards.some(({ standing }) => standing.kind === 'reported')
  if (voiced || map.cards.length === 0) return []
  return [
    {
      code: 'no-feedback',
      severity: 'medium',
      place: atMap,
      message: 'No card holds what customers said or how they felt.',
      remedy: 'Import a survey, reviews or ticket texts with a score or words in them.',
    },
  ]
}

export const fewAnswers: CheckRule = (map) =>
  map.cards.flatMap((card) => {
    if (card.body.kind !== 'emotion' || card.body.n >= 30) return []
    const message = `This emotion rests on ${card.body.n} answers.`
    return [
      {
        code: 'few-answers',
        severity: 'low',
        place: atCard(card),
        message,
        remedy: 'Read it as a hint until there are 30 answers or more.',
      },
    ]
  })

export const noGoal: CheckRule = ({ basis }) =>
  basis && basis.definition.goal.length === 0
    ? [
        {
          code: 'no-goal',
          severity: 'low',
          place: atMap,
          message: 'The journey names no goal, so an end may be a success or a loss.',
          remedy: 'Name the touchpoint that means success in the journey definition; exits then mean something.',
        },
      ]
    : []
