import type { LaneKind } from './map.ts'
import type { Template } from './template.ts'

export type TemplateLane = Template['lanes'][number]

/** What every kind of lane is called, and what belongs in it, unless a template says it better. */
export const standardLanes: Readonly<Record<LaneKind, Omit<TemplateLane, 'kind'>>> = {
  actions: { name: 'Actions', hint: 'What does the customer do here, in their own verbs? Watch or ask a few before you write it down.' },
  touchpoints: { name: 'Touchpoints', hint: 'Where customer and company meet. Import the records of this stage to fill it.' },
  channels: { name: 'Channels', hint: 'Which ways people come through: web, mail, phone, shop. Filled from imported events.' },
  thoughts: { name: 'Thoughts', hint: 'What do people ask themselves here? Quote an interview rather than guess.' },
  emotions: { name: 'Emotions', hint: 'How people feel, from scores they gave. Import a survey with a score to fill it.' },
  needs: { name: 'Needs', hint: 'What must be true for the customer to move on? One need a card, with who said so.' },
  'pain-points': {
    name: 'Pain points',
    hint: 'Where people leave, come back or wait more than elsewhere. None found is good news or too little data.',
  },
  delights: {
    name: 'Delights',
    hint: 'What goes with better scores than elsewhere, and is worth keeping. None found may be too little feedback.',
  },
  opportunities: { name: 'Opportunities', hint: 'What could be better here, and for how many? Link the pain point it answers.' },
  kpis: { name: 'KPIs', hint: 'The numbers this stage is judged by: who goes on, and how long it takes.' },
  verbatims: { name: 'In their words', hint: "Customers' own sentences, the worst and the best. Import feedback with text to fill it." },
  owners: { name: 'Owners', hint: 'Who answers for this stage, by name. A stage without an owner stays as it is.' },
  backstage: { name: 'Behind the scenes', hint: 'What staff and systems do that the customer does not see.' },
  images: { name: 'Images', hint: 'Screenshots, photos and sketches of what the customer sees here.' },
  custom: { name: 'Notes', hint: 'Anything that does not fit another lane.' },
}

/** The lane of a kind, in a template's own words where it has some. */
export function lane(kind: LaneKind, own: Partial<Omit<TemplateLane, 'kind'>> = {}): TemplateLane {
  return { kind, ...standardLanes[kind], ...own }
}

/** The kinds that a computed map fills, in the order in which they are added when a template leaves them out. */
export const computedLanes: readonly LaneKind[] = ['touchpoints', 'channels', 'kpis', 'emotions', 'pain-points', 'delights', 'verbatims']

/** The lanes of a map without a template. */
export const generalLanes: readonly TemplateLane[] = (
  [
    'actions',
    'touchpoints',
    'channels',
    'thoughts',
    'emotions',
    'verbatims',
    'needs',
    'pain-points',
    'delights',
    'kpis',
    'opportunities',
  ] as const
).map((kind) => lane(kind))
