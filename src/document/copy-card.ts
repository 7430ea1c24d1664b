import type { Entry } from './roots.ts'

/** What a copy of a card takes over besides its text: what it says, what it rests on, for whom; not who owns it. */
export function copiedFields(source: Entry): Readonly<Record<string, unknown>> {
  const kept = [...source.keys()].filter((key) => copied.includes(key) || key.startsWith('evidence:') || key.startsWith('persona:'))
  return Object.fromEntries(kept.map((key) => [key, source.get(key)]))
}

const copied: readonly string[] = ['body', 'fact', 'target', 'assumed']
