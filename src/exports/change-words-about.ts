import type { AboutChange, PersonaChange } from '../journey/map-change.ts'
import { quoted, textChange, type ChangeWords } from './change-phrases.ts'

/** Changes of the map itself and of the personas on it. */
export const aboutWords = (change: AboutChange | PersonaChange): ChangeWords =>
  change.what === 'persona' ? personaWords(change) : mapWords(change)

function personaWords(change: PersonaChange): ChangeWords {
  const { name, id } = change.persona
  const about = { what: 'persona', id, stage: null, title: `Persona ${quoted(name)}`, before: null, after: null, computed: false } as const
  switch (change.kind) {
    case 'added':
      return { ...about, kind: 'added', sentence: `Persona ${quoted(name)} put on the map`, after: name }
    case 'removed':
      return { ...about, kind: 'removed', sentence: `Persona ${quoted(name)} taken off the map`, before: name }
    case 'moved':
      return { ...about, kind: 'moved', sentence: `Persona ${quoted(name)} moved among the personas` }
    case 'changed': {
      const old = change.before.name
      if (old === name) return { ...about, kind: 'changed', sentence: `Description of persona ${quoted(name)} changed` }
      return { ...about, kind: 'renamed', sentence: `Persona ${quoted(old)} renamed to ${quoted(name)}`, before: old, after: name }
    }
  }
}

function mapWords(change: AboutChange): ChangeWords {
  const about = { what: 'map', id: 'map', stage: null, computed: false } as const
  const { before, after } = change
  switch (change.kind) {
    case 'title':
      return { ...about, kind: 'renamed', title: 'Title', sentence: `Map renamed to ${quoted(after)}`, ...textChange(before, after) }
    case 'summary':
      return { ...about, kind: 'changed', title: 'Summary', sentence: 'Summary changed', ...textChange(before, after) }
    case 'as-is or to-be':
      return { ...about, kind: 'changed', title: 'Kind of map', sentence: `Map is ${after} instead of ${before}`, before, after }
  }
}
