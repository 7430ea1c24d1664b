import type { Ask, Company, Touchpoint } from '../company.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const ces: readonly Ask[] = [{ survey: 'ces', rate: 0.05, afterMs: 0.4 * minuteMs }]
const nps = (rate: number): readonly Ask[] => [{ survey: 'nps', rate, afterMs: hourMs }]

const page = (name: string, path: string, channel = 'Website'): Touchpoint => ({
  name,
  channel,
  record: { file: 'web', event: 'page', page: path },
  ask: ces,
})
const screen = (name: string, path: string, ask = ces): Touchpoint => ({
  name,
  channel: 'Product',
  record: { file: 'web', event: 'screen', page: path },
  ask,
})
const track = (name: string, path: string, channel: string): Touchpoint => ({
  name,
  channel,
  record: { file: 'web', event: 'track', page: path },
})
const deal = (name: string, column: string, channel: string): Touchpoint => ({
  name,
  channel,
  record: { file: 'crm', column, opens: column === 'created_at' || column === 'renewal_offered_at' },
})

/** Which touchpoint of the software company belongs to which stage. */
export const stages: Company['stages'] = [
  {
    name: 'Discover',
    purpose: 'Somebody in a company looks for a better way.',
    touchpoints: [
      track('Search ad', '/', 'Advertising'),
      track('Social post', '/', 'Social'),
      page('Blog article', '/blog'),
      track('Webinar', '/webinar', 'Events'),
      page('Home page', '/'),
    ],
  },
  {
    name: 'Evaluate',
    purpose: 'They find out whether it fits, and what it costs.',
    touchpoints: [
      page('Product tour', '/tour'),
      page('Pricing page', '/pricing'),
      page('Security page', '/security'),
      page('Start trial', '/trial'),
      page('Book a demo', '/demo'),
    ],
  },
  {
    name: 'Decide',
    purpose: 'Sales and the buying group come to an agreement.',
    touchpoints: [
      deal('Lead created', 'created_at', 'Sales'),
      deal('Lead qualified', 'qualified_at', 'Sales'),
      { ...deal('Demo held', 'demo_at', 'Sales'), ask: nps(0.08) },
      deal('Proposal sent', 'proposal_at', 'Sales'),
      deal('Deal won', 'won_at', 'Sales'),
      deal('Deal lost', 'lost_at', 'Sales'),
    ],
  },
  {
    name: 'Set up',
    purpose: 'The team is made, data connected and people invited.',
    touchpoints: [
      {
        ...deal('Kick-off call', 'kickoff_at', 'Customer success'),
        ask: [{ survey: 'csat', rate: 0.4, afterMs: 5 * hourMs, aboutRecord: true }],
      },
      { name: 'Onboarding survey', channel: 'Survey', record: { file: 'surveys', survey: 'csat' } },
      screen('Create team space', '/app/new'),
      screen('Connect data', '/app/data'),
      screen('Invite teammates', '/app/invite'),
      screen('Single sign-on setup', '/app/sso'),
      screen('Accept invitation', '/app/join'),
    ],
  },
  {
    name: 'Use',
    purpose: 'Work gets done with it, day by day.',
    touchpoints: [
      screen('First report', '/app/reports/first', [...ces, ...nps(0.03)]),
      screen('Dashboard', '/app', [...ces, ...nps(0.02)]),
      screen('Build report', '/app/reports/new'),
      screen('Share report', '/app/reports/share'),
    ],
  },
  {
    name: 'Get help',
    purpose: 'Something does not work or is not understood.',
    touchpoints: [
      page('Help centre', '/help'),
      { name: 'Chat with support', channel: 'Chat', record: { file: 'tickets', part: 'opened', via: 'chat' } },
      { name: 'Email to support', channel: 'Email', record: { file: 'tickets', part: 'opened', via: 'email' } },
      { name: 'Call to support', channel: 'Phone', record: { file: 'tickets', part: 'opened', via: 'phone' } },
      { name: 'Support replied', channel: 'Support', record: { file: 'tickets', part: 'replied', via: '' } },
      { name: 'Problem solved', channel: 'Support', record: { file: 'tickets', part: 'solved', via: '' }, ask: nps(0.08) },
      { name: 'Support rating', channel: 'Survey', record: { file: 'tickets', part: 'rated' } },
    ],
  },
  {
    name: 'Renew and grow',
    purpose: 'They stay, buy more and tell others.',
    touchpoints: [
      screen('Upgrade plan', '/app/plan'),
      deal('Renewal offered', 'renewal_offered_at', 'Customer success'),
      {
        ...deal('Contract renewed', 'renewed_at', 'Customer success'),
        ask: [{ survey: 'stars', rate: 0.25, afterMs: 60 * hourMs, aboutRecord: true }, ...nps(0.3)],
      },
      { ...deal('Contract cancelled', 'cancelled_at', 'Customer success'), ask: [...nps(0.2)] },
      page('Refer a colleague', '/refer'),
      { name: 'Effort survey', channel: 'Survey', record: { file: 'surveys', survey: 'ces' } },
      { name: 'NPS survey', channel: 'Survey', record: { file: 'surveys', survey: 'nps' } },
      { name: 'Public review', channel: 'Survey', record: { file: 'surveys', survey: 'stars' } },
    ],
  },
]
