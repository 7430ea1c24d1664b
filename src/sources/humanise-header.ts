import { plainWords } from './column-profile.ts'

const timeWords = new Set(['date', 'time', 'timestamp', 'datetime', 'at', 'on', 'utc', 'ts', 'tstamp'])

/** "order_delivered_carrier_date" → "Order delivered carrier": the words of a header without those that only say "time". */
export function humaniseHeader(name: string): string {
  const words = plainWords(name)
    .replace(/^(?:property|properties|hs v2) /, '')
    .replace(/\bdate entered\b/, 'entered')
    .split(' ')
  while (words.length > 1 && timeWords.has(words.at(-1) ?? '')) words.pop()
  return capital(
    words
      .join(' ')
      .replace(/createdate|create$/, 'created')
      .replace(/closedate$/, 'closed'),
  )
}

const noise = new Set([
  'data',
  'dataset',
  'export',
  'exports',
  'table',
  'log',
  'logs',
  'file',
  'history',
  'sf',
  'raw',
  'all',
  'csv',
  'jsonl',
  'tsv',
  'json',
  'xes',
  'gz',
  'parquet',
  'txt',
  'ndjson',
  'zendesk',
  'hubspot',
  'salesforce',
  'qualtrics',
  'surveymonkey',
  'typeform',
  'intercom',
  'report',
])

/** What a file's rows are, from its name: "olist_order_reviews_dataset.csv" among other olist files → "Order review"; '' when the name says nothing. */
export function entityOf(fileName: string, allNames: readonly string[]): string {
  const common = commonWords(allNames)
  const words = nameWords(fileName).filter((word) => !noise.has(word) && !common.includes(word) && !/^\d+$/.test(word))
  return capital([...words.slice(0, -1), singular(words.at(-1) ?? '')].join(' '))
}

/** Words that most of several files' names share, such as a brand or "dataset": they tell nothing apart. */
export function commonWords(allNames: readonly string[]): readonly string[] {
  if (allNames.length < 2) return []
  const all = allNames.map(nameWords)
  return [...new Set(all.flat())].filter((word) => all.filter((words) => words.includes(word)).length >= all.length * 0.75)
}

export function nameWords(fileName: string): readonly string[] {
  return plainWords(fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)).split(' ')
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export function singular(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  return word.endsWith('s') && !/(?:ss|us|is|sales)$/.test(word) ? word.slice(0, -1) : word
}
