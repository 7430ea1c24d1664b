import { atCard, type CheckRule, type Finding } from './finding.ts'

/** Assumptions that became to-dos: those still open, and those ticked off without saying what was found. */
export const findingOut: CheckRule = (map) =>
  map.cards.flatMap((card): readonly Finding[] => {
    if (card.findOut === undefined || card.evidence.length > 0) return []
    if (card.findOut === 'open')
      return [
        {
          code: 'to-find-out',
          severity: 'low',
          place: atCard(card),
          message: 'This is an assumption that somebody is to find out about.',
          remedy: 'Ask customers or look at the records, then put what you found on the card as evidence.',
        },
      ]
    return [
      {
        code: 'found-out-unproven',
        severity: 'medium',
        place: atCard(card),
        message: 'This was found out, but the card names no evidence.',
        remedy: 'Put on the card what showed it: an interview highlight, a number, a document.',
      },
    ]
  })

export const unmeasured: CheckRule = (map) =>
  map.cards.flatMap((card) =>
    card.body.kind === 'kpi' && card.body.value === null
      ? [
          {
            code: 'not-measured',
            severity: 'low',
            place: atCard(card),
            message: `"${card.body.name}" has no value yet.`,
            remedy: 'Import the records that would show it, or compute the map again.',
          },
        ]
      : [],
  )

export const undescribedImages: CheckRule = (map) =>
  map.cards.flatMap((card) =>
    card.body.kind === 'image' && card.body.alt.trim() === ''
      ? [
          {
            code: 'no-description',
            severity: 'low',
            place: atCard(card),
            message: 'This image has no description.',
            remedy: 'Say in a sentence what it shows, for people who cannot see it.',
          },
        ]
      : [],
  )
