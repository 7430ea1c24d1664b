import { touchpointWords } from '../../journey/touchpoint-words.ts'

const words = [
  'support',
  'help',
  'helpdesk',
  'ticket',
  'complaint',
  'complain',
  'hotline',
  'call centre',
  'call center',
  'service desk',
  'chatbot',
]
const told = ['solved', 'replied', 'resolved', 'closed', 'reply', 'rating']

/** Do people come here because they need help? Judged by the name; what support itself does ("Ticket solved") does not count. */
export function asksForHelp(touchpoint: string): boolean {
  const text = ` ${touchpointWords(touchpoint)} `
  const has = (word: string) => text.includes(` ${word} `)
  return words.some(has) && !told.some(has)
}
