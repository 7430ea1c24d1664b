import { lane } from '../standard-lanes.ts'
import type { Template } from '../template.ts'

export const b2bSaas: Template = {
  name: 'b2b-saas',
  title: 'B2B software in six stages',
  audience: 'B2B',
  summary: 'A company buys software: from first notice over trial and contract to renewal and expansion.',
  stages: [
    {
      name: 'Awareness',
      purpose: 'Someone in the account learns that the problem can be solved, and by whom.',
      matches: [
        'ad', 'ads', 'ad click', 'campaign', 'blog', 'blog post', 'article', 'webinar', 'trade show', 'event', 'conference', 'social', 'linkedin', 'social post', 'podcast', 'homepage', 'home page', 'home',
        'landing page', 'organic search', 'search', 'newsletter', 'visit', 'white paper', 'whitepaper', 'cold call', 'cold email', 'outbound email', 'lead', 'lead created', 'anzeige', 'messe',
      ],
    },
    {
      name: 'Consideration',
      purpose: 'The buying group compares ways to solve it and asks for proof.',
      matches: [
        'pricing', 'pricing page', 'price', 'features', 'feature page', 'product page', 'product tour', 'case study', 'comparison', 'compare', 'demo', 'demo request', 'demo requested', 'demo held', 'book demo', 'sales call',
        'discovery call', 'meeting', 'meeting booked', 'qualified', 'mql', 'sql', 'opportunity', 'opportunity created', 'proposal', 'proposal sent', 'quote', 'quote sent', 'security review', 'security questionnaire',
        'reference call', 'rfp', 'trial', 'trial started', 'start trial', 'trial sign up', 'proof of concept', 'poc', 'contact form', 'contact sales', 'negotiation', 'contract', 'contract sent', 'contract signed',
        'deal won', 'closed won', 'legal review', 'procurement', 'order form', 'purchase', 'vertrag', 'angebot', 'sign up', 'signup', 'signed up',
      ],
    },
    {
      name: 'Onboarding',
      purpose: 'The first people get in, data gets connected, and the product does something useful once.',
      matches: [
        'onboarding', 'onboarding call', 'kickoff', 'kick off', 'kickoff call', 'kickoff meeting', 'setup', 'set up', 'setup wizard', 'setup checklist', 'workspace created', 'account created', 'first login', 'invite', 'invite sent', 'invite teammate',
        'user invited', 'teammate invited', 'import', 'data import', 'data imported', 'integration', 'integration connected', 'connect', 'connected', 'migration', 'training', 'training session', 'tutorial', 'activated', 'activation', 'go live', 'first report', 'first value',
        'einrichtung', 'schulung',
      ],
    },
    {
      name: 'Adoption',
      purpose: 'Use becomes habit: more people, more often, for work that matters.',
      matches: [
        'login', 'logged in', 'log in', 'feature used', 'feature', 'used', 'usage', 'dashboard', 'dashboard viewed', 'report', 'report created', 'report viewed', 'report shared', 'export', 'api call', 'weekly use', 'daily use', 'session', 'product used',
        'support', 'support ticket', 'ticket', 'ticket opened', 'ticket created', 'ticket escalated', 'ticket reopened', 'ticket solved', 'ticket closed', 'chat', 'support chat', 'help', 'help centre', 'help center', 'help article', 'docs', 'documentation', 'bug', 'outage', 'csat', 'csat survey', 'ces', 'ces survey', 'nps survey', 'nps', 'survey',
      ],
    },
    {
      name: 'Renewal',
      purpose: 'The account decides whether what it got was worth its price.',
      matches: [
        'renewal', 'renewal notice', 'renewal call', 'renewal quote', 'renewed', 'renew', 'contract renewed', 'business review', 'quarterly review', 'qbr', 'invoice', 'invoice paid', 'invoice sent', 'payment', 'payment failed', 'price increase',
        'cancel', 'cancelled', 'canceled', 'cancellation', 'churn', 'churned', 'downgrade', 'downgraded', 'success call', 'health check', 'verlängerung', 'kündigung',
      ],
    },
    {
      name: 'Expansion',
      purpose: 'The account buys more, and tells others.',
      matches: [
        'upgrade', 'upgraded', 'seats added', 'seat added', 'add seats', 'expansion', 'upsell', 'cross sell', 'add on', 'addon', 'new team', 'second team', 'referral', 'referred', 'review', 'review written', 'g2 review', 'testimonial', 'case study interview', 'reference', 'community', 'advisory board', 'recommend',
      ],
    },
  ],
  lanes: [
    lane('actions', { hint: 'What do the people of the account do here, and which role does it: user, champion, buyer, IT?' }),
    lane('touchpoints'),
    lane('channels'),
    lane('thoughts', { hint: 'What does the champion have to answer inside their own company?' }),
    lane('emotions'),
    lane('verbatims'),
    lane('pain-points'),
    lane('kpis'),
    lane('owners', { hint: 'Marketing, sales, onboarding, success: who owns this stage, and who receives the hand-over?' }),
    lane('opportunities'),
  ],
}
