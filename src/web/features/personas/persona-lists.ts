/** The lists that describe a persona, in the order in which they are read. */
export const personaLists = [
  { field: 'goals', label: 'Goals', hint: 'What they want to get done.' },
  { field: 'needs', label: 'Needs', hint: 'What they need from us on the way.' },
  { field: 'pains', label: 'Pains', hint: 'What annoys, worries or stops them.' },
  { field: 'motivations', label: 'Motivations', hint: 'Why they want it at all.' },
  { field: 'behaviours', label: 'Behaviours', hint: 'What they do, and how they decide.' },
  { field: 'channels', label: 'Channels', hint: 'Where they are met.' },
] as const
