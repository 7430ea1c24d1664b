import { expect, test } from 'vitest'
import { mapForTests } from '../../../exports/map-for-tests.ts'
import { storyOf } from './story.ts'

test('the story has a page a stage with the stage’s own numbers', () => {
  const map = mapForTests({ stages: 5, stepsPerStage: 3, cardsPerCell: 1 })
  const story = storyOf(map)
  expect(story.map(({ stage }) => stage.name)).toEqual(map.stages.map(({ name }) => name))
  for (const { stage, sentences } of story)
    if (stage.numbers && stage.numbers.journeys > 0) expect(sentences[0]).toContain(stage.numbers.journeys.toLocaleString('en'))
})

test('hidden cards and cards of other stages stay out', () => {
  const map = mapForTests({ stages: 5, stepsPerStage: 3, cardsPerCell: 1 })
  const [first] = map.cards
  const hidden = { ...map, cards: map.cards.map((card) => (card.id === first?.id ? { ...card, hidden: true as const } : card)) }
  for (const { stage, does, says, hurts, rest } of storyOf(hidden)) {
    const told = [...does, ...says, ...hurts, ...rest.flatMap(({ cards }) => cards)]
    expect(told.every((card) => card.stage === stage.id)).toBe(true)
    expect(told.some((card) => card.id === first?.id)).toBe(false)
  }
})

test('a stage that nobody counted has no numbers to tell', () => {
  const map = mapForTests({ stages: 5, stepsPerStage: 3, cardsPerCell: 1 })
  const bare = { ...map, stages: map.stages.map(({ numbers: _numbers, ...stage }) => stage), emotion: { points: [] } }
  for (const page of storyOf(bare)) {
    expect(page.sentences).toEqual([])
    expect(page.mood).toBeNull()
  }
})
