import type { Company, Planted } from '../company.ts'
import { rhythm } from '../rhythm.ts'
import { minutes, workDays, workHours } from '../waits.ts'
import { archetypes, personas, segments } from './archetypes.ts'
import { stages } from './stages.ts'
import { leave, next, waits } from './transitions.ts'
import { things, words } from './words.ts'

const planted: readonly Planted[] = [
  { kind: 'exit', touchpoint: 'Connect data', base: 0.09, planted: 0.33, theme: 'connecting data', shift: -0.6 },
  { kind: 'loop', from: 'Single sign-on setup', to: 'Help centre', base: 0.08, planted: 0.5, theme: 'single sign-on', shift: -0.6 },
  {
    kind: 'delay',
    from: 'Lead qualified',
    to: 'Demo held',
    base: workDays(3, 0.5),
    planted: workDays(12, 0.5),
    theme: 'waiting for the demo',
    shift: -0.7,
  },
  { kind: 'hand-off', from: 'Deal won', to: 'Email to support', base: 0.03, planted: 0.38, theme: 'nobody called', shift: -1.1 },
  { kind: 'delight', touchpoint: 'First report', theme: 'first report', shift: 0.5 },
  { kind: 'delight', touchpoint: 'Share report', theme: 'sharing', shift: 0.35 },
  {
    kind: 'change',
    what: 'Support answers chats within the hour',
    transitions: [
      { from: 'Chat with support', to: 'Support replied', before: workHours(7, 0.7), after: minutes(12, 0.8) },
      { from: 'Support replied', to: 'Problem solved', before: workHours(14, 0.9), after: workHours(2, 0.9) },
    ],
    before: { theme: 'slow support', shift: -0.3 },
    after: { theme: 'fast support', shift: 0.3 },
  },
]

/** A B2B company that sells reporting software to teams; accounts with several people. */
export const software: Company = {
  preset: 'software',
  name: 'Tallyroom',
  unit: 'account',
  goal: 'Deal won',
  stages,
  next,
  leave,
  usualLeave: 0.09,
  waits,
  rhythm: {
    customer: rhythm(
      [0, 1.1, 1.2, 1.2, 1.1, 0.9, 0],
      [0.3, 0.2, 0.2, 0.2, 0.4, 1, 3, 8, 15, 19, 20, 17, 12, 16, 19, 18, 15, 10, 6, 4, 3, 2, 1, 0.6],
    ),
    company: rhythm([0, 1, 1, 1, 1, 1, 0], [0, 0, 0, 0, 0, 0, 1, 6, 15, 20, 20, 17, 10, 17, 20, 18, 14, 6, 1, 0, 0, 0, 0, 0]),
  },
  archetypes,
  segments,
  personas,
  planted,
  words,
  things,
  subjects: [
    'How do I change the date range?',
    'Question about our invoice',
    'Please add a user',
    'A small bug',
    'Numbers look odd',
    'Export does not open',
    'Need a second workspace',
    'Where do I find the settings?',
  ],
  crm: {
    before: ['deal_id', 'type', 'account_id', 'account', 'contact_id', 'role', 'owner'],
    after: ['amount', 'currency', 'plan', 'company_size', 'industry', 'country', 'campaign'],
  },
}
