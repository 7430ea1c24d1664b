import { expect, test } from 'vitest'
import { placeTouchpoint } from '../place-touchpoint.ts'
import type { Template } from '../template.ts'
import { touchpointWords } from '../touchpoint-words.ts'
import { findTemplate, templates } from './index.ts'

test('there are at least twenty templates for consumers and companies, each with its own name', () => {
  expect(templates.length).toBeGreaterThanOrEqual(20)
  expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length)
  expect(new Set(templates.map(({ audience }) => audience))).toEqual(new Set(['any', 'B2C', 'B2B']))
})

test.each(templates)('$name has four to eight stages with a purpose, and lanes with hints', ({ stages, lanes }) => {
  expect(stages.length).toBeGreaterThanOrEqual(4)
  expect(stages.length).toBeLessThanOrEqual(8)
  expect(new Set(stages.map(({ name }) => name)).size).toBe(stages.length)
  for (const { purpose } of stages) expect(purpose).toMatch(/^[A-Z].{15,}\.$/)
  expect(lanes.length).toBeGreaterThanOrEqual(6)
  for (const { hint } of lanes) expect(hint.length).toBeGreaterThan(25)
})

test.each(templates)('every rule of $name is written as touchpoint names are compared, and stands once', ({ stages }) => {
  const rules = stages.flatMap(({ matches }) => matches)
  expect(rules.filter((rule) => touchpointWords(rule) !== rule)).toEqual([])
  expect(rules.filter((rule, index) => rules.indexOf(rule) !== index)).toEqual([])
  for (const { matches } of stages) expect(matches.length).toBeGreaterThanOrEqual(5)
})

function stagesOf(template: string, touchpoints: readonly string[]) {
  const found = findTemplate(template) as Template
  return touchpoints.map((name) => found.stages[placeTouchpoint(found, name)?.stage ?? -1]?.name)
}

test('the shop template places the touchpoints of a marketplace export', () => {
  const touchpoints = [
    'Order placed',
    'Payment approved',
    'Handed to carrier',
    'Delivered',
    'Delivery estimate',
    'Review',
    'Order cancelled',
  ]
  expect(stagesOf('ecommerce', touchpoints)).toEqual([
    'Purchase',
    'Purchase',
    'Receive',
    'Receive',
    'Receive',
    'Advocate',
    'Return or repurchase',
  ])
})

test('the shop template knows Portuguese, German and Spanish words of trade', () => {
  expect(stagesOf('ecommerce', ['Pedido', 'Pagamento aprovado', 'Entregue', 'Avaliação', 'Warenkorb', 'Geliefert', 'Devolución'])).toEqual([
    'Purchase',
    'Purchase',
    'Receive',
    'Advocate',
    'Purchase',
    'Receive',
    'Return or repurchase',
  ])
})

test('the software template places what product analytics, a help desk and a CRM call their events', () => {
  expect(
    stagesOf('b2b-saas', [
      'adClick',
      'pricing_page',
      'Demo requested',
      'contract-signed',
      'TeammateInvited',
      'ticket.opened',
      'Renewal quote',
      'Seats added',
    ]),
  ).toEqual(['Awareness', 'Consideration', 'Consideration', 'Consideration', 'Onboarding', 'Adoption', 'Renewal', 'Expansion'])
})

test('the patient and government templates place the activities of real process logs', () => {
  expect(
    stagesOf('patient', [
      'ER Registration',
      'ER Triage',
      'Leucocytes',
      'LacticAcid',
      'IV Antibiotics',
      'Admission NC',
      'Release A',
      'Return ER',
    ]),
  ).toEqual(['Access', 'Access', 'Visit', 'Visit', 'Treatment', 'Access', 'Follow-up', 'Follow-up'])
  expect(
    stagesOf('government-service', [
      'Create Fine',
      'Send Fine',
      'Payment',
      'Insert Date Appeal to Prefecture',
      'Send for Credit Collection',
    ]),
  ).toEqual(['Awareness', 'Awareness', 'Resolution', 'Application', 'Ongoing'])
})

test('the app, airline, car and desk templates place what their systems call things', () => {
  expect(stagesOf('mobile-app', ['Install', 'onboarding_completed', 'First purchase', 'Push opened', 'Subscribed', 'Uninstalled'])).toEqual(
    ['Find and install', 'First session', 'First value', 'First week', 'Habit', 'Leave or recommend'],
  )
  expect(stagesOf('airline-trip', ['Flight search', 'Online check-in', 'Security check', 'Boarded', 'Baggage claim', 'Refund'])).toEqual([
    'Book',
    'Prepare',
    'Airport',
    'Flight',
    'Arrive',
    'Afterwards',
  ])
  expect(stagesOf('car-purchase', ['Car configured', 'Test drive', 'Contract signed', 'Handover', 'Recall', 'Referral'])).toEqual([
    'Before the showroom',
    'Showroom',
    'Deal',
    'Waiting and handover',
    'Driving and service',
    'Next car and referral',
  ])
  expect(
    stagesOf('support-triage', ['Ticket created', 'Priority set', 'Reassigned', 'Agent reply', 'Escalated', 'Resolved', 'Reopened']),
  ).toEqual(['Intake', 'Sort', 'Route', 'Investigate', 'Escalate', 'Resolve', 'Close and learn'])
})
