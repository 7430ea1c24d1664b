import { Slice, Fragment, type Node } from 'prosemirror-model'
import type { EditorState, Transaction } from 'prosemirror-state'
import type * as Y from 'yjs'
import { marksOf, textSchema, type Attributes } from './text-schema.ts'

/** The editor's document of a text. A position in it is the place in the text plus one. */
export function documentOfText(text: Y.Text): Node {
  const runs = (text.toDelta() as readonly { readonly insert: unknown; readonly attributes?: Attributes }[]).flatMap((run) =>
    typeof run.insert === 'string' && run.insert !== '' ? [textSchema.text(run.insert, marksOf(run.attributes))] : [],
  )
  return textSchema.node('doc', null, [textSchema.node('block', null, runs)])
}

/** What the editor's document says, as plain text. */
export const plainText = (doc: Node): string => doc.textContent

/** A step as the editor writes it as JSON; the three kinds that a text of one block can have. */
type TextStep =
  | {
      readonly stepType: 'replace'
      readonly from: number
      readonly to: number
      readonly slice?: { readonly content?: readonly StepNode[] }
    }
  | { readonly stepType: 'addMark' | 'removeMark'; readonly from: number; readonly to: number; readonly mark: StepMark }
interface StepMark {
  readonly type: string
  readonly attrs?: Attributes
}
interface StepNode {
  readonly text?: string
  readonly marks?: readonly StepMark[]
  readonly content?: readonly StepNode[]
}

/** Writes an editor's transaction into the text, step by step. Returns false, with nothing written, when a step is of another kind. */
export function writeSteps(text: Y.Text, transaction: Transaction, origin: unknown): boolean {
  const steps = transaction.steps.map((step) => step.toJSON() as TextStep)
  if (!steps.every((step) => ['replace', 'addMark', 'removeMark'].includes(step.stepType))) return false
  const run = (): void => steps.forEach((step) => writeStep(text, step))
  if (text.doc) text.doc.transact(run, origin)
  else run()
  return true
}

function writeStep(text: Y.Text, step: TextStep): void {
  const from = Math.max(0, step.from - 1)
  const to = Math.min(text.length, step.to - 1)
  if (step.stepType !== 'replace') {
    if (to <= from) return
    const on = step.stepType === 'addMark'
    const name = step.mark.type
    text.format(from, to - from, { [name]: on ? (name === 'link' ? step.mark.attrs?.['href'] : true) : null })
    return
  }
  if (to > from) text.delete(from, to - from)
  let at = from
  for (const run of textRuns(step.slice?.content ?? [])) {
    text.insert(at, run.text, attributesOfStep(run.marks))
    at += run.text.length
  }
}

const textRuns = (nodes: readonly StepNode[]): readonly { readonly text: string; readonly marks: readonly StepMark[] }[] =>
  nodes.flatMap((node) => [...(node.text ? [{ text: node.text, marks: node.marks ?? [] }] : []), ...textRuns(node.content ?? [])])

const attributesOfStep = (marks: readonly StepMark[]): Attributes =>
  Object.fromEntries(marks.map((mark) => [mark.type, mark.type === 'link' ? mark.attrs?.['href'] : true]))

interface DeltaPart {
  readonly insert?: unknown
  readonly delete?: number | undefined
  readonly retain?: number | undefined
  readonly attributes?: Attributes | undefined
}

/** The editor's transaction for a change that came from elsewhere. The cursor stays with the text around it. */
export function transactionOf(state: EditorState, delta: readonly DeltaPart[]): Transaction {
  const transaction = state.tr
  let at = 1
  for (const part of delta) {
    if (part.retain !== undefined) {
      if (part.attributes) formatRange(transaction, { from: at, to: at + part.retain }, part.attributes)
      at += part.retain
    } else if (part.delete !== undefined) transaction.delete(at, at + part.delete)
    else if (typeof part.insert === 'string' && part.insert !== '') {
      const node = textSchema.text(part.insert, marksOf(part.attributes))
      transaction.replace(at, at, new Slice(Fragment.from(node), 0, 0))
      at += part.insert.length
    }
  }
  return transaction.setMeta('remote', true).setMeta('addToHistory', false)
}

function formatRange(transaction: Transaction, range: { readonly from: number; readonly to: number }, attributes: Attributes): void {
  for (const name of ['bold', 'italic', 'link'] as const) {
    if (!(name in attributes)) continue
    transaction.removeMark(range.from, range.to, textSchema.marks[name])
    const [mark] = marksOf({ [name]: attributes[name] })
    if (mark) transaction.addMark(range.from, range.to, mark)
  }
}

/** A transaction that makes the editor's document equal the text; for the case that they ever differ. */
export function resynced(state: EditorState, text: Y.Text): Transaction {
  const wanted = documentOfText(text)
  const transaction = state.tr.replaceWith(1, state.doc.content.size - 1, wanted.firstChild?.content ?? Fragment.empty)
  return transaction.setMeta('remote', true).setMeta('addToHistory', false)
}
