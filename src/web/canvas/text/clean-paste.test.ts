import { expect, test } from 'vitest'
import { cleanPaste, longestText, type PastedNode } from './clean-paste.ts'

const text = (nodeValue: string): PastedNode => ({ nodeType: 3, nodeName: '#text', nodeValue, childNodes: [] })
const element = (nodeName: string, childNodes: readonly PastedNode[], attributes: Record<string, string> = {}): PastedNode => ({
  nodeType: 1,
  nodeName,
  nodeValue: null,
  childNodes,
  getAttribute: (name) => attributes[name] ?? null,
})

test('of hostile markup only the words remain', () => {
  const pasted = element('BODY', [
    element('P', [text('Pay '), element('B', [text('now')])], { onclick: 'steal()' }),
    element('SCRIPT', [text('steal()')]),
    element('svg', [element('script', [text('steal()')])]),
    element('A', [text('click')], { href: 'javascript:steal()' }),
    element('IMG', [], { src: 'x', onerror: 'steal()' }),
  ])
  expect(cleanPaste(pasted)).toEqual({ text: 'Pay now\nclick', marks: [{ kind: 'bold', from: 4, to: 7 }] })
})

test('bold, italic and safe links stay, in their places', () => {
  const pasted = element('DIV', [
    element('STRONG', [text('a')]),
    text(' '),
    element('EM', [text('b')]),
    text(' '),
    element('A', [text('c')], { href: 'https://example.org/' }),
  ])
  expect(cleanPaste(pasted)).toEqual({
    text: 'a b c',
    marks: [
      { kind: 'bold', from: 0, to: 1 },
      { kind: 'italic', from: 2, to: 3 },
      { kind: 'link', href: 'https://example.org/', from: 4, to: 5 },
    ],
  })
})

test('a very long or very deep paste ends where a card is full', () => {
  expect(cleanPaste(text('x'.repeat(100_000))).text.length).toBe(longestText)
  let deep = text('bottom')
  for (let level = 0; level < 5000; level++) deep = element('DIV', [deep])
  expect(cleanPaste(deep).text).toBe('')
})
