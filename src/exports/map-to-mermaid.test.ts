import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { mapForTests } from './map-for-tests.ts'
import { mapToMermaid } from './map-to-mermaid.ts'

interface Read {
  title: string
  sections: { name: string; tasks: { name: string; score: number; actors: string[] }[] }[]
}

/** A reader by Mermaid's own grammar: keywords in any case, `#` and `%%` begin comments, `;` ends a text, data is split on colons. */
function readJourney(text: string): Read {
  const [first, ...lines] = text.split('\n')
  if (!/^\s*journey\s*$/i.test(first ?? '')) throw new Error('no journey')
  const read: Read = { title: '', sections: [] }
  for (const line of lines.map((candidate) => candidate.trim()).filter((candidate) => candidate !== '')) {
    if (/[#;]|%%/.test(line)) throw new Error(`comment or separator in ${line}`)
    const title = /^title\s+([^#\n;]+)$/i.exec(line)
    const section = /^section\s+([^#:\n;]+)$/i.exec(line)
    const task = /^([^#:\n;]+):([^#\n;]+)$/.exec(line)
    if (title) read.title = title[1] ?? ''
    else if (section) read.sections.push({ name: section[1] ?? '', tasks: [] })
    else if (task && !/^(journey|acctitle|accdescr|title\s|section\s)/i.test(line)) {
      const pieces = (task[2] ?? '').split(':')
      if (pieces.length > 2) throw new Error(`colon in an actor: ${line}`)
      read.sections
        .at(-1)
        ?.tasks.push({ name: task[1] ?? '', score: Number(pieces[0]), actors: (pieces[1] ?? '').split(',').map((actor) => actor.trim()) })
    } else throw new Error(`cannot read: ${line}`)
  }
  return read
}

describe('the Mermaid diagram', () => {
  it('has a section for every stage and a task for every step, with scores 1 to 5 and channels as actors', () => {
    const map = exampleMap()
    const read = readJourney(mapToMermaid(map))
    expect(read.sections.map((section) => section.tasks.length)).toEqual(map.stages.map((stage) => stage.steps.length))
    expect(read.title).toBe(map.title)
    for (const task of read.sections.flatMap((section) => section.tasks)) {
      expect([1, 2, 3, 4, 5]).toContain(task.score)
      expect(task.actors.every((actor) => actor !== '')).toBe(true)
    }
  })
  it('stays inside the grammar whatever people write', () => {
    const awkward = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('Ticket #42; opened: now', 'section one', 'Title', 'journey', '%% note', '%%%{x}%%', 'a,b', '', '<br>', '\u2028'),
      fc.string({ unit: fc.constantFrom('#', ';', ':', '%', ',', '\n', '{', '}', ' ', 's') }),
    )
    fc.assert(
      fc.property(awkward, (text) => {
        const map = mapForTests({ stages: 2, stepsPerStage: 2, cardsPerCell: 1, text })
        const read = readJourney(mapToMermaid({ ...map, personas: map.personas.map((persona) => ({ ...persona, name: text })) }))
        expect(read.sections.map((section) => section.tasks.length)).toEqual([2, 2])
      }),
      { numRuns: 400 },
    )
  })
})
