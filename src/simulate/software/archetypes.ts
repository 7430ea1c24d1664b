import type { Archetype, Company } from '../company.ts'

/** Five kinds of buying teams. Everybody in an account belongs to the account's archetype. */
export const archetypes: readonly Archetype[] = [
  {
    name: 'Self-serve team',
    share: 0.27,
    entry: { 'Search ad': 45, 'Home page': 40, 'Social post': 15 },
    tilt: {
      'Start trial': 3,
      'Create team space': 3.5,
      'Book a demo': 0.15,
      'Security page': 0.3,
      'Upgrade plan': 2.2,
      'Chat with support': 2,
    },
    pause: 0.06,
    pauseDays: 1,
    patience: 0.75,
    mood: 0.45,
    segments: { plan: { Starter: 75, Business: 25 }, company_size: { '1-10': 62, '11-50': 33, '51-250': 5 } },
  },
  {
    name: 'Committee buyer',
    share: 0.22,
    entry: { 'Search ad': 30, Webinar: 35, 'Home page': 35 },
    tilt: {
      'Security page': 3,
      'Book a demo': 3,
      'Start trial': 0.25,
      'Lead qualified': 2.5,
      'Single sign-on setup': 1.8,
      'Call to support': 2,
    },
    pause: 0.35,
    pauseDays: 6,
    patience: 0.6,
    mood: 0.3,
    segments: { plan: { Business: 45, Enterprise: 55 }, company_size: { '51-250': 45, '251+': 55 } },
  },
  {
    name: 'Careful evaluator',
    share: 0.2,
    entry: { 'Search ad': 55, 'Blog article': 30, 'Home page': 15 },
    tilt: { 'Pricing page': 1.8, 'Product tour': 2, 'Security page': 1.5, 'Help centre': 1.6, 'Build report': 1.4 },
    pause: 0.28,
    pauseDays: 3.5,
    patience: 0.8,
    mood: 0.25,
    segments: { company_size: { '11-50': 55, '51-250': 45 } },
  },
  {
    name: 'Urgent switcher',
    share: 0.14,
    entry: { 'Search ad': 60, 'Home page': 40 },
    tilt: {
      'Book a demo': 2.5,
      'Pricing page': 1.6,
      'Blog article': 0.1,
      Webinar: 0.1,
      'Deal won': 1.8,
      'Help centre': 1.8,
      'Chat with support': 1.8,
    },
    pause: 0.03,
    pauseDays: 1,
    patience: 0.6,
    mood: 0.35,
    segments: { campaign: { 'switch-and-save': 60, none: 40 }, company_size: { '11-50': 60, '51-250': 40 } },
  },
  {
    name: 'Curious reader',
    share: 0.17,
    entry: { 'Social post': 65, 'Blog article': 35 },
    tilt: { 'Blog article': 3, Webinar: 2.2, 'Start trial': 0.5, 'Book a demo': 0.4 },
    pause: 0.15,
    pauseDays: 4,
    patience: 2.6,
    mood: 0.3,
    segments: { campaign: { none: 60, 'data-week': 40 } },
  },
]

export const segments: Company['segments'] = {
  country: { US: 34, GB: 18, DE: 16, NL: 9, SE: 8, CA: 8, AU: 7 },
  device: { desktop: 82, phone: 14, tablet: 4 },
  campaign: { none: 58, 'data-week': 20, 'switch-and-save': 12, 'partner-day': 10 },
  plan: { Starter: 40, Business: 48, Enterprise: 12 },
  company_size: { '1-10': 28, '11-50': 38, '51-250': 24, '251+': 10 },
  industry: { Retail: 22, Manufacturing: 20, Health: 15, Education: 13, Logistics: 16, Media: 14 },
}

export const personas: Company['personas'] = [
  {
    name: 'Champion in a small team',
    description: 'Found the product, wants to try it today and convince the others with a report.',
    rule: { role: 'champion', company_size: '1-10' },
  },
  {
    name: 'Economic buyer of a large company',
    description: 'Signs the contract, asks about security and price, seldom signs in.',
    rule: { role: 'economic buyer', company_size: '251+' },
  },
  { name: 'Admin', description: 'Connects data, invites people, sets up single sign-on, and wants no surprises.', rule: { role: 'admin' } },
  { name: 'Everyday user', description: 'Got an invitation, needs the weekly report without learning a tool.', rule: { role: 'end user' } },
]
