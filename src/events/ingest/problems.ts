/** Why an event is refused. The number is stored; the sentences are for people and name the remedy. */
export const problems = [
  { field: '', reason: '' },
  { field: 'customer', reason: 'The customer is empty. Every event needs one: fill it in, or map another column to the customer.' },
  { field: 'touchpoint', reason: 'The touchpoint is empty. Fill it in, or map another column to the touchpoint.' },
  { field: 'time', reason: 'The time is empty. Every event needs one: fill it in, or map another column to the time.' },
  { field: 'time', reason: 'The time cannot be read. Write it like 2025-01-31 14:05:00, or say in the recipe how times are written.' },
  { field: 'score', reason: 'The score is no number. Write it as digits, or leave it empty.' },
  { field: 'score', reason: 'The score lies outside its scale. Correct the score or name the right scale in the recipe.' },
  { field: 'row', reason: 'The line cannot be read. Each line must hold one JSON object with each name once.' },
  { field: 'sequence', reason: 'The sequence is no whole number. Correct it, or leave the sequence out of the recipe.' },
  {
    field: 'touchpoint',
    reason: 'The touchpoint is longer than 500 bytes. A touchpoint is a short name: map another column, or shorten it.',
  },
] as const

export const problemCode = {
  none: 0,
  customer: 1,
  touchpoint: 2,
  timeMissing: 3,
  time: 4,
  score: 5,
  scale: 6,
  json: 7,
  sequence: 8,
  touchpointTooLong: 9,
} as const
