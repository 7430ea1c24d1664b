import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commentParts, commentWords, mentionedPeople } from './comment-text.ts'

const links = (text: string) => commentParts(text).flatMap((part) => (part.kind === 'link' ? [part.href] : []))

describe('the text of a comment', () => {
  test('names people by number, each once', () => {
    expect(mentionedPeople('@[7] and @[12], and again @[7]; not @[0], @[x] or @ [7]')).toEqual([7, 12])
  })

  test('is said with the names of today', () => {
    expect(commentWords('Ask @[7] about https://a.example/x.', (person) => `Person ${person}`)).toBe(
      'Ask @Person 7 about https://a.example/x.',
    )
  })

  test('links to the web only', () => {
    expect(links('https://a.example/b?c=d#e and HTTP://B.example')).toEqual(['https://a.example/b?c=d#e', 'HTTP://B.example'])
    expect(links('javascript:alert(1) data:text/html,x ftp://a.example mailto:a@b.example //a.example https://')).toEqual([])
  })

  test('leaves the signs of the sentence out of an address', () => {
    expect(links('See https://a.example/b. Or (https://a.example/c), or https://a.example/d_(e)!')).toEqual([
      'https://a.example/b',
      'https://a.example/c',
      'https://a.example/d_(e)',
    ])
    expect(links('<https://a.example/b> "https://a.example/c"')).toEqual(['https://a.example/b', 'https://a.example/c'])
  })

  test('says in its parts exactly what it says whole', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('@[7]', '@[', 'https://', 'http://a.example/', ')', '.', '\n', '<b>'))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const again = commentParts(text).map((part) =>
          part.kind === 'text' ? part.text : part.kind === 'link' ? part.href : `@[${part.person}]`,
        )
        expect(again.join('')).toBe(text)
      }),
    )
  })
})
