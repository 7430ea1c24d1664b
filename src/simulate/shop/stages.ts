import type { Ask, Company, Touchpoint } from '../company.ts'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const ces: readonly Ask[] = [{ survey: 'ces', rate: 0.05, afterMs: 0.4 * minuteMs }]

const page = (name: string, path: string, channel = 'Website'): Touchpoint => ({
  name,
  channel,
  record: { file: 'web', event: 'page', page: path },
  ask: ces,
})
const track = (name: string, path: string, channel = 'Website'): Touchpoint => ({
  name,
  channel,
  record: { file: 'web', event: 'track', page: path },
})
const order = (name: string, column: string, channel: string): Touchpoint => ({
  name,
  channel,
  record: { file: 'crm', column, opens: column === 'placed_at' },
})

const afterDelivery: readonly Ask[] = [
  { survey: 'csat', rate: 0.24, afterMs: 20 * hourMs, aboutRecord: true },
  { survey: 'stars', rate: 0.12, afterMs: 70 * hourMs, aboutRecord: true },
]
const nps: readonly Ask[] = [{ survey: 'nps', rate: 0.16, afterMs: 2 * hourMs }]

/** Which touchpoint of the shop belongs to which stage. */
export const stages: Company['stages'] = [
  {
    name: 'Discover',
    purpose: 'People notice the shop and look around.',
    touchpoints: [
      track('Search ad', '/', 'Advertising'),
      track('Social ad', '/', 'Advertising'),
      track('Recommendation link', '/hello', 'Word of mouth'),
      track('Newsletter', '/newsletter', 'Email'),
      page('Home page', '/'),
      page('Style guide', '/style-guide'),
    ],
  },
  {
    name: 'Choose',
    purpose: 'They look for the right thing and compare.',
    touchpoints: [
      page('Category page', '/category'),
      page('Product search', '/search'),
      page('Product page', '/product'),
      page('Customer reviews', '/product/reviews'),
      page('Size guide', '/size-guide'),
      page('Wish list', '/wish-list'),
      page('Member offers', '/member-offers'),
    ],
  },
  {
    name: 'Buy',
    purpose: 'They fill the basket, choose delivery and pay.',
    touchpoints: [
      page('Basket', '/basket'),
      page('Create account', '/account/new'),
      page('Delivery options', '/checkout/delivery'),
      page('Payment page', '/checkout/payment'),
      track('Payment declined', '/checkout/payment'),
      order('Order placed', 'placed_at', 'Shop'),
      order('Payment received', 'paid_at', 'Shop'),
    ],
  },
  {
    name: 'Receive',
    purpose: 'The parcel is packed, sent and arrives.',
    touchpoints: [
      order('Order shipped', 'shipped_at', 'Carrier'),
      page('Track parcel', '/parcel'),
      { ...order('Order delivered', 'delivered_at', 'Carrier'), ask: afterDelivery },
      { name: 'Delivery survey', channel: 'Survey', record: { file: 'surveys', survey: 'csat' } },
    ],
  },
  {
    name: 'Get help',
    purpose: 'Something is unclear, wrong or sent back.',
    touchpoints: [
      page('Help centre', '/help'),
      { name: 'Chat with support', channel: 'Chat', record: { file: 'tickets', part: 'opened', via: 'chat' } },
      { name: 'Email to support', channel: 'Email', record: { file: 'tickets', part: 'opened', via: 'email' } },
      { name: 'Call to support', channel: 'Phone', record: { file: 'tickets', part: 'opened', via: 'phone' } },
      { name: 'Support replied', channel: 'Support', record: { file: 'tickets', part: 'replied', via: '' } },
      { name: 'Problem solved', channel: 'Support', record: { file: 'tickets', part: 'solved', via: '' }, ask: nps },
      { name: 'Support rating', channel: 'Survey', record: { file: 'tickets', part: 'rated' } },
      page('Return form', '/returns'),
      order('Order returned', 'returned_at', 'Carrier'),
    ],
  },
  {
    name: 'Come back',
    purpose: 'They join, buy again and tell others.',
    touchpoints: [
      { ...page('Loyalty club', '/club'), ask: [...ces, ...nps] },
      page('Refer a friend', '/refer'),
      { name: 'Effort survey', channel: 'Survey', record: { file: 'surveys', survey: 'ces' } },
      { name: 'NPS survey', channel: 'Survey', record: { file: 'surveys', survey: 'nps' } },
      { name: 'Product review', channel: 'Survey', record: { file: 'surveys', survey: 'stars' } },
    ],
  },
]
