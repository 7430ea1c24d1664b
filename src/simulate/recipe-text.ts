import type { Company, SurveyKind, Touchpoint } from './company.ts'
import { touchpointsOf } from './compile-chain.ts'

/** The recipe (YAML) that makes events of the company's files. */
export function recipeText(company: Company): string {
  const touchpoints = touchpointsOf(company)
  const surveys: readonly SurveyKind[] = ['nps', 'csat', 'ces', 'stars']
  const blocks = [
    head(company),
    webRule(company),
    crmRule(company, touchpoints),
    ticketRule(company, touchpoints),
    ratingRule(company, touchpoints),
    ...surveys.map((kind) => surveyRule(company, touchpoints, kind)),
  ]
  return `${blocks.join('\n')}`
}

const head = (company: Company): string => `wend: recipe/1
name: ${company.name}
timezone: UTC
files:
  web: web-analytics*.jsonl
  crm: crm*.csv
  tickets: tickets*.csv
  surveys: surveys*.csv
events:
`

function webRule(company: Company): string {
  const properties = Object.keys(company.segments).map(
    (name) => `      ${name}: "{${name === 'device' || name === 'campaign' ? name : `properties.${name}`}}"\n`,
  )
  return `  - from: web
    customer: "{user_id}"
${whose(company)}    channel: "{channel}"
    touchpoint: "{name}"
    time: "{timestamp}"
    properties:
${properties.join('')}      page: "{page}"
`
}

function crmRule(company: Company, touchpoints: readonly Touchpoint[]): string {
  const each = touchpoints.flatMap(({ name, channel, record }) =>
    record.file === 'crm' ? [`      - touchpoint: ${name}\n        time: "{${record.column}}"\n        channel: ${channel}\n`] : [],
  )
  const b2b = company.unit === 'account'
  const properties = company.crm.after.filter((name) => name !== 'currency').map((name) => `      ${name}: "{${name}}"\n`)
  return `  - from: crm
    customer: "{${b2b ? 'contact_id' : 'customer_id'}}"
${whose(company)}    link: "{${b2b ? 'deal_id' : 'order_id'}}"
    each:
${each.join('')}    properties:
${properties.join('')}`
}

function ticketRule(company: Company, touchpoints: readonly Touchpoint[]): string {
  const opened = touchpoints.flatMap(({ name, record }) =>
    record.file === 'tickets' && record.part === 'opened' ? [{ name, via: record.via }] : [],
  )
  const named = (part: string) => touchpoints.find(({ record }) => record.file === 'tickets' && record.part === part)
  const channels = touchpoints.flatMap(({ channel, record }) =>
    record.file === 'tickets' && record.part === 'opened' ? [`            ${record.via}: ${channel}\n`] : [],
  )
  return `  - from: tickets
    customer: "{requester_id}"
${whose(company)}    link: "{ticket_id}"
    each:
      - touchpoint:
          value: "{channel}"
          map:
${opened.map(({ name, via }) => `            ${via}: ${name}\n`).join('')}        channel:
          value: "{channel}"
          map:
${channels.join('')}        time: "{opened_at}"
      - touchpoint: ${named('replied')?.name ?? ''}
        channel: ${named('replied')?.channel ?? ''}
        time: "{first_reply_at}"
      - touchpoint: ${named('solved')?.name ?? ''}
        channel: ${named('solved')?.channel ?? ''}
        time: "{solved_at}"
    properties:
      subject: "{subject}"
`
}

function ratingRule(company: Company, touchpoints: readonly Touchpoint[]): string {
  const rating = touchpoints.find(({ record }) => record.file === 'tickets' && record.part === 'rated')
  return `  - from: tickets
    when:
      - { value: "{rated_at}", operator: present }
    customer: "{requester_id}"
${whose(company)}    channel: ${rating?.channel ?? ''}
    touchpoint: ${rating?.name ?? ''}
    time: "{rated_at}"
    score: { value: "{satisfaction}", scale: csat }
    text: "{comment}"
    survey: true
    link: "{ticket_id}"
`
}

function surveyRule(company: Company, touchpoints: readonly Touchpoint[], kind: SurveyKind): string {
  const survey = touchpoints.find(({ record }) => record.file === 'surveys' && record.survey === kind)
  return `  - from: surveys
    when:
      - { value: "{kind}", operator: "=", than: ${kind} }
    customer: "{respondent}"
${whose(company)}    channel: ${survey?.channel ?? ''}
    touchpoint: ${survey?.name ?? ''}
    time: "{answered_at}"
    score: { value: "{score}", scale: ${kind} }
    text: "{comment}"
    survey: true
    link: "{${company.unit === 'account' ? 'deal_id' : 'order_id'}}"
    id: "{response_id}"
`
}

const whose = (company: Company): string => (company.unit === 'account' ? '    account: "{account}"\n    role: "{role}"\n' : '')
