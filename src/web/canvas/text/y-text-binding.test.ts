import fc from 'fast-check'
import { EditorState, TextSelection } from 'prosemirror-state'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { readRichText } from '../../../document/rich-text.ts'
import { textSchema } from './text-schema.ts'
import { documentOfText, plainText, resynced, transactionOf, writeSteps } from './y-text-binding.ts'

/** An editor without a screen, bound to one replica's text as the real one is. */
class Bound {
  readonly doc = new Y.Doc()
  readonly text = this.doc.getText('text')
  state = EditorState.create({ doc: documentOfText(this.text) })
  constructor() {
    this.text.observe((event) => {
      if (event.transaction.origin !== this) this.state = this.state.apply(transactionOf(this.state, event.delta))
    })
  }
  edit(make: (state: EditorState) => EditorState['tr']): void {
    const transaction = make(this.state)
    this.state = this.state.apply(transaction)
    if (!writeSteps(this.text, transaction, this)) throw new Error('A step could not be written.')
  }
  get size(): number {
    return this.state.doc.content.size - 2
  }
}

const sync = (a: Bound, b: Bound): void => {
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc, Y.encodeStateVector(a.doc)))
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc, Y.encodeStateVector(b.doc)))
}

const action = fc.record({
  who: fc.nat(1),
  kind: fc.constantFrom('type', 'type', 'delete', 'bold', 'plain', 'link', 'sync'),
  from: fc.nat(1000),
  length: fc.nat(8),
  text: fc.stringMatching(/^[a-zé\n😀]{1,6}$/u),
})

test('the editor always says what the text says, whatever two people type, format and receive', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 40 }), (actions) => {
      const people = [new Bound(), new Bound()] as const
      for (const { who, kind, from, length, text } of actions) {
        const bound = people[who === 0 ? 0 : 1]
        // A browser never puts a cursor into the middle of a sign of two code units.
        const whole = (place: number): number => (/[\udc00-\udfff]/.test(plainText(bound.state.doc)[place - 1] ?? '') ? place + 1 : place)
        const start = whole(1 + (from % (bound.size + 1)))
        const end = whole(Math.min(bound.size + 1, start + length))
        if (kind === 'sync') sync(...people)
        else if (kind === 'type') bound.edit((state) => state.tr.insertText(text, start, end))
        else if (kind === 'delete') bound.edit((state) => state.tr.delete(start, end))
        else if (kind === 'bold') bound.edit((state) => state.tr.addMark(start, end, textSchema.mark('bold')))
        else if (kind === 'plain') bound.edit((state) => state.tr.removeMark(start, end, textSchema.marks['bold']))
        else bound.edit((state) => state.tr.addMark(start, end, textSchema.mark('link', { href: 'https://example.org/' })))
        for (const one of people) expect(plainText(one.state.doc)).toBe(readRichText(one.text).text)
      }
      sync(...people)
      for (const one of people) expect(one.state.doc.toJSON()).toEqual(documentOfText(one.text).toJSON())
      expect(readRichText(people[0].text).text).toBe(readRichText(people[1].text).text)
    }),
    { numRuns: 400 },
  )
})

test('a cursor stays with the words around it when somebody else types before it', () => {
  const [mine, theirs] = [new Bound(), new Bound()]
  mine.edit((state) => state.tr.insertText('buy shoes', 1))
  sync(mine, theirs)
  mine.state = mine.state.apply(mine.state.tr.setSelection(TextSelection.create(mine.state.doc, 5)))
  theirs.edit((state) => state.tr.insertText('Please ', 1))
  sync(mine, theirs)
  expect(mine.state.selection.from).toBe(12)
})

test('formatting is written as the document has it, and a link that could run something is none', () => {
  const bound = new Bound()
  bound.edit((state) => state.tr.insertText('see here', 1))
  bound.edit((state) => state.tr.addMark(5, 9, textSchema.mark('link', { href: 'https://example.org/a' })))
  expect(readRichText(bound.text).marks).toEqual([{ kind: 'link', from: 4, to: 8, href: 'https://example.org/a' }])
  bound.doc.transact(() => bound.text.format(0, 3, { link: 'javascript:alert(1)' }), 'elsewhere')
  expect(bound.state.doc.rangeHasMark(1, 4, textSchema.marks['link'] ?? 'link')).toBe(false)
})

test('an editor that fell behind is brought back to what the text says', () => {
  const bound = new Bound()
  bound.text.insert(0, 'one two')
  const behind = EditorState.create({ doc: documentOfText(new Y.Doc().getText('empty')) })
  expect(plainText(behind.apply(resynced(behind, bound.text)).doc)).toBe('one two')
})
