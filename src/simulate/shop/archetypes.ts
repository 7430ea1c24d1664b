import type { Archetype, Company } from '../company.ts'

/** Five ways of shopping. Passers-by leave early, deal hunters wait for an offer. */
export const archetypes: readonly Archetype[] = [
  {
    name: 'Decided buyer',
    share: 0.25,
    entry: { 'Search ad': 40, 'Home page': 35, 'Recommendation link': 25 },
    tilt: { 'Product search': 2, Basket: 2, 'Size guide': 0.5, 'Customer reviews': 0.4, 'Wish list': 0.1 },
    pause: 0.03,
    pauseDays: 1,
    patience: 0.6,
    mood: 0.5,
    segments: { device: { desktop: 45, phone: 45, tablet: 10 } },
  },
  {
    name: 'Careful comparer',
    share: 0.27,
    entry: { 'Search ad': 60, 'Home page': 25, 'Social ad': 15 },
    tilt: { 'Customer reviews': 2.4, 'Size guide': 2.2, 'Product page': 1.5, 'Wish list': 1.8, Basket: 0.55, 'Email to support': 2 },
    pause: 0.22,
    pauseDays: 2.5,
    patience: 0.8,
    mood: 0.35,
    segments: { device: { desktop: 62, phone: 26, tablet: 12 } },
  },
  {
    name: 'Deal hunter',
    share: 0.22,
    entry: { Newsletter: 45, 'Social ad': 40, 'Home page': 15 },
    tilt: { 'Member offers': 4, 'Loyalty club': 2.5, 'Wish list': 2.2, Newsletter: 2, 'Return form': 1.6, 'Chat with support': 1.8 },
    pause: 0.2,
    pauseDays: 5,
    patience: 0.9,
    mood: 0.2,
    segments: {
      campaign: { 'summer-sale': 40, 'spring-sale': 35, none: 25 },
      device: { phone: 70, desktop: 25, tablet: 5 },
      plan: { guest: 45, member: 40, plus: 15 },
    },
  },
  {
    name: 'Gift shopper',
    share: 0.12,
    entry: { 'Recommendation link': 45, 'Social ad': 35, 'Home page': 20 },
    tilt: { 'Style guide': 5, 'Size guide': 0.3, 'Track parcel': 1.6, 'Refer a friend': 2, 'Call to support': 2.5 },
    pause: 0.1,
    pauseDays: 1.5,
    patience: 0.7,
    mood: 0.45,
    segments: { plan: { guest: 82, member: 18 }, campaign: { 'gift-finder': 55, none: 45 } },
  },
  {
    name: 'Passer-by',
    share: 0.14,
    entry: { 'Social ad': 62, 'Search ad': 28, 'Recommendation link': 10 },
    tilt: { Basket: 0.4, 'Style guide': 1.8 },
    pause: 0.05,
    pauseDays: 3,
    patience: 4.5,
    mood: 0.25,
    segments: { device: { phone: 84, desktop: 12, tablet: 4 }, plan: { guest: 100 } },
  },
]

export const segments: Company['segments'] = {
  country: { DE: 34, FR: 18, NL: 14, AT: 12, BE: 9, IT: 8, ES: 5 },
  device: { phone: 56, desktop: 36, tablet: 8 },
  campaign: { none: 55, 'spring-sale': 18, 'summer-sale': 16, 'gift-finder': 11 },
  plan: { guest: 62, member: 30, plus: 8 },
}

export const personas: Company['personas'] = [
  {
    name: 'Phone bargain hunter',
    description: 'Shops on the phone, comes for the summer sale, waits for the right price.',
    rule: { device: 'phone', campaign: 'summer-sale' },
  },
  {
    name: 'Desk comparer',
    description: 'Sits at a desk, reads every review and the size guide before buying.',
    rule: { device: 'desktop', plan: 'guest' },
  },
  { name: 'Loyal plus member', description: 'Pays for the club, expects the best offers and quick help.', rule: { plan: 'plus' } },
  { name: 'Gift giver', description: 'Looks for something nice for somebody else, often in a hurry.', rule: { campaign: 'gift-finder' } },
]
