/** The files of a run; the order is that of the counters below. */
export const files = ['web-analytics.jsonl', 'crm.csv', 'tickets.csv', 'surveys.csv'] as const
export type FileName = (typeof files)[number]
export const web = 0
export const crm = 1
export const tickets = 2
export const surveys = 3

/** Lines that wait to be handed out, and what has been written so far. */
export interface Output {
  readonly texts: [string, string, string, string]
  readonly rows: [number, number, number, number]
  readonly events: [number, number, number, number]
  readonly customers: [number, number, number, number]
}

export const emptyOutput = (): Output => ({ texts: ['', '', '', ''], rows: [0, 0, 0, 0], events: [0, 0, 0, 0], customers: [0, 0, 0, 0] })
