import { WrongUsage } from '../failure.ts'

/** "A,B,C" as names; a name with a comma stands in double quotes ("" is a quote inside). */
export function parseNames(text: string, option: string): readonly string[] {
  const names: string[] = []
  const part = /\s*(?:"((?:[^"]|"")*)"|([^,"]*))\s*(,|$)/y
  for (;;) {
    const match = part.exec(text)
    if (!match)
      throw new WrongUsage(`${option}: the quotes in ${text} do not fit. Put a name that holds a comma in double quotes: "Ask, again",Buy.`)
    const name = (match[1]?.replaceAll('""', '"') ?? match[2] ?? '').trim()
    if (name === '') throw new WrongUsage(`${option}: "${text}" has an empty name between its commas.`)
    names.push(name)
    if (match[3] !== ',') return names
  }
}
