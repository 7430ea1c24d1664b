import type { Company, Planted } from '../company.ts'
import { rhythm } from '../rhythm.ts'
import { days, workDays } from '../waits.ts'
import { archetypes, personas, segments } from './archetypes.ts'
import { stages } from './stages.ts'
import { leave, next, waits } from './transitions.ts'
import { things, words } from './words.ts'

const planted: readonly Planted[] = [
  { kind: 'exit', touchpoint: 'Delivery options', base: 0.09, planted: 0.31, theme: 'delivery cost', shift: -0.55 },
  { kind: 'loop', from: 'Payment page', to: 'Payment declined', base: 0.04, planted: 0.27, theme: 'card declined', shift: -0.7 },
  {
    kind: 'delay',
    from: 'Payment received',
    to: 'Order shipped',
    base: workDays(0.9, 0.4),
    planted: workDays(3.6, 0.5),
    theme: 'slow dispatch',
    shift: -0.8,
  },
  {
    kind: 'hand-off',
    from: 'Chat with support',
    to: 'Call to support',
    base: 0.03,
    planted: 0.36,
    theme: 'sent to the phone',
    shift: -1.1,
  },
  { kind: 'delight', touchpoint: 'Size guide', theme: 'size guide', shift: 0.45 },
  { kind: 'delight', touchpoint: 'Member offers', theme: 'member offers', shift: 0.35 },
  {
    kind: 'change',
    what: 'Parcels go with a new, faster carrier',
    transitions: [
      { from: 'Order shipped', to: 'Order delivered', before: workDays(4.6, 0.35), after: workDays(2.1, 0.3) },
      { from: 'Track parcel', to: 'Order delivered', before: workDays(3.4, 0.4), after: workDays(1.1, 0.35) },
      { from: 'Order shipped', to: 'Track parcel', before: days(1, 0.5), after: days(0.8, 0.5) },
    ],
    before: { theme: 'slow carrier', shift: -0.3 },
    after: { theme: 'fast carrier', shift: 0.3 },
  },
]

/** A B2C online shop for clothes and things for the home. */
export const shop: Company = {
  preset: 'shop',
  name: 'Fernlight Living',
  unit: 'customer',
  goal: 'Order delivered',
  stages,
  next,
  leave,
  usualLeave: 0.09,
  waits,
  rhythm: {
    customer: rhythm(
      [1.25, 1.1, 0.95, 0.9, 0.95, 0.85, 1.05],
      [4, 2, 1, 1, 1, 2, 5, 10, 14, 16, 18, 19, 22, 20, 18, 18, 20, 24, 30, 38, 42, 38, 24, 11],
    ),
    company: rhythm([0, 1, 1, 1, 1, 1, 0], [0, 0, 0, 0, 0, 0, 2, 10, 18, 20, 20, 18, 12, 18, 20, 18, 14, 8, 3, 1, 0, 0, 0, 0]),
  },
  archetypes,
  segments,
  personas,
  planted,
  words,
  things,
  subjects: [
    'Question about my order',
    'Help please',
    'Something is not right',
    'A short question',
    'About my account',
    'Change my address',
    'Invoice needed',
    'Wrong item in the box',
  ],
  crm: { before: ['order_id', 'customer_id'], after: ['amount', 'currency', 'items', 'country', 'plan', 'campaign'] },
}
