/** Colours that white text can be read on (contrast of at least 4.5 to 1), each told apart from its neighbours in the list. */
const colours = [
  '#0f766e',
  '#b4431f',
  '#6d4bb8',
  '#3f7020',
  '#a8326b',
  '#1d64a8',
  '#8a5a00',
  '#5a5f2a',
  '#8c3fa8',
  '#2a6b58',
  '#9c3434',
  '#4a5a9a',
] as const

/** The colour of a person, `#rrggbb`: the same everywhere and always, whatever they are called. */
export const personColour = (person: number): string => colours[Math.abs(person - 1) % colours.length] ?? colours[0]
