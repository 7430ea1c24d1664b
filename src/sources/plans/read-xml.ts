import { SaxesParser } from 'saxes'
import { err, ok, type Result } from '../../journey/result.ts'

/** An element without its namespace prefix. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text, trimmed. */
  readonly text: string
  readonly line: number
}

/** Why a plan's file cannot be used, and what to do. */
export interface PlanFileProblem {
  readonly line: number
  readonly message: string
}

const maxElements = 200_000
const maxDepth = 200

/** A whole XML text as a tree. Document types are refused: nothing is expanded or fetched. */
export function readXml(text: string): Result<XmlElement, PlanFileProblem> {
  type Open = { name: string; attributes: Record<string, string>; children: XmlElement[]; text: string; line: number }
  const parser = new SaxesParser({ xmlns: false, position: true })
  const open: Open[] = []
  let root: XmlElement | undefined
  let elements = 0
  let problem: PlanFileProblem | undefined
  const fail = (message: string): void => {
    problem ??= { line: parser.line, message }
  }
  parser.on('error', (error) => fail(`This is no well-formed XML: ${error.message.replace(/^\d+:\d+: /, '')}`))
  parser.on('doctype', () => fail('The file has a document type (<!DOCTYPE …>), which can hide outside references: remove it.'))
  parser.on('opentag', ({ name, attributes }) => {
    elements++
    if (elements > maxElements || open.length >= maxDepth)
      fail(`A plan has at most ${maxElements} elements, nested ${maxDepth} deep; this file has more.`)
    if (!problem) open.push({ name: localName(name), attributes: plain(attributes), children: [], text: '', line: parser.line })
  })
  parser.on('text', (piece) => {
    const here = open.at(-1)
    if (here && !problem) here.text += piece
  })
  parser.on('closetag', () => {
    const done = open.pop()
    if (!done || problem) return
    const element = { ...done, text: done.text.trim() }
    const parent = open.at(-1)
    if (parent) parent.children.push(element)
    else root = element
  })
  // In pieces, so that a text that fails early is not read to its end.
  for (let at = 0; at < text.length && !problem; at += 65_536) parser.write(text.slice(at, at + 65_536))
  if (!problem) parser.close()
  if (problem) return err(problem)
  return root ? ok(root) : err({ line: 1, message: 'The file is empty.' })
}

/** All elements of these names under an element, in the order of the file. */
export function within(element: XmlElement, ...names: readonly string[]): readonly XmlElement[] {
  const found: XmlElement[] = []
  const look = (one: XmlElement): void => {
    for (const child of one.children) {
      if (names.includes(child.name)) found.push(child)
      look(child)
    }
  }
  look(element)
  return found
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
const plain = (attributes: Readonly<Record<string, string | { readonly value: string }>>): Record<string, string> =>
  Object.fromEntries(Object.entries(attributes).map(([key, value]) => [localName(key), typeof value === 'string' ? value : value.value]))
