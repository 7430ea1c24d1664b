import type { EmotionRow, EmotionSummary } from '../../journey/methods/emotion.ts'
import { fewest } from './emotion-rows.ts'

/** What people must know to read the answer. */
export function emotionNotes(rows: readonly EmotionRow[], { words, moments }: EmotionSummary): readonly string[] {
  if (rows.length === 0) return ['Nobody gave a score or wrote anything in these journeys.']
  const scored = rows.some(({ series }) => series === 'scores')
  const few = rows.filter(({ tooFew, n }) => tooFew && n > 0).length
  const left = words.texts - words.scored
  const otherwise = words.languages
    .filter(({ language }) => language !== 'en' && language !== 'zxx')
    .reduce((all, { texts }) => all + texts, 0)
  const unread = words.languages.reduce((all, { language, texts, scored: done }) => all + (language === 'en' ? texts - done : 0), 0)
  const peaks = moments.filter(({ kind }) => kind === 'best')
  return [
    ...(scored ? [] : ['Nobody gave a score in these journeys: there are only words.']),
    ...(words.texts === 0 ? ['Nobody wrote anything in these journeys: there are only scores.'] : []),
    ...(left > 0 && otherwise > 0
      ? [
          `${otherwise} of ${words.texts} texts are not scored: they are not English, or too short to tell. Only English and emoji can be scored.`,
        ]
      : []),
    ...(unread > 0
      ? [`${unread} English texts are left out: the model reads a sample of 20,000 distinct texts, always the same ones.`]
      : []),
    ...(few > 0 ? [`${few} of ${rows.length} means are withheld: fewer than ${fewest} answers say too little.`] : []),
    ...peaks
      .filter(({ apart }) => !apart)
      .map(({ series }) => `By ${series}, the intervals of the best and the worst touchpoint meet: they may not differ.`),
    ...(words.scored > 0 ? ['Words are scored by a machine that is often wrong about a single text; read the mean, then the texts.'] : []),
  ]
}
