import { expect, test } from 'vitest'
import { completeColumns, guessColumns } from './choose-columns.ts'

test('names are guessed from, and no column serves twice', () => {
  expect(guessColumns(['user_id', 'page', 'visited_at', 'device', 'stars', 'comment'])).toEqual({
    customer: 'user_id',
    touchpoint: 'page',
    time: 'visited_at',
    channel: 'device',
    account: '',
    role: '',
    score: 'stars',
    text: 'comment',
    link: '',
    id: '',
    sequence: '',
  })
  expect(guessColumns(['message_id', 'order_id', 'customer', 'event', 'time'])).toMatchObject({ id: 'message_id', link: 'order_id' })
  expect(guessColumns(['event time', 'event'])).toMatchObject({ time: 'event time', touchpoint: 'event' })
})

test('who, when and what are needed; what is not chosen is left out', () => {
  expect(completeColumns({ ...guessColumns(['user', 'page', 'time']) })).toEqual({ customer: 'user', touchpoint: 'page', time: 'time' })
  expect(completeColumns(guessColumns(['page', 'time']))).toBeUndefined()
})
