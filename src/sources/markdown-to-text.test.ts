import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { markdownToText } from './markdown-to-text.ts'
import { plainText } from './plain-text.ts'
import { cuesToText, readCues } from './read-cues.ts'

describe('Markdown as text', () => {
  test('keeps the words and drops the marks', () => {
    const markdown = `---
title: secret
---
# Interview *with* Ana

> I **waited** a [week](https://example.org "title")!

- [x] called \`support\`
* wrote __twice__
1. gave up

| When | What |
|------|:----:|
| May  | left |

![chart](a.png) and <https://example.org> snake_case_word 2 * 3 * 4
***
\`\`\`js
let *a* = 1
\`\`\`
\\*not emphasis\\*

[ref]: https://example.org`
    expect(markdownToText(markdown)).toBe(`Interview with Ana

I waited a week!

- called support
- wrote twice
1. gave up

When · What
May · left

chart and https://example.org snake_case_word 2 * 3 * 4
let *a* = 1
*not emphasis*`)
  })

  test('leaves HTML as the text it is', () => {
    expect(markdownToText('<script>alert(1)</script> <img src=x onerror=alert(1)>')).toBe(
      '<script>alert(1)</script> <img src=x onerror=alert(1)>',
    )
  })

  test('leaves plain sentences alone', () => {
    const sentence = fc.array(fc.stringMatching(/^[a-zäöü]{1,9}$/), { minLength: 1, maxLength: 12 }).map((words) => `${words.join(' ')}.`)
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (lines) => {
        expect(markdownToText(lines.join('\n'))).toBe(lines.join('\n'))
      }),
    )
  })

  test('ends soon on text made to take long', () => {
    for (const piece of ['*', '[', 'x`', '_a', '> ', '**a ', '![a](', '|-', '`a``b', ' ', '-', '~~a __b ']) {
      const text = `a${piece.repeat(Math.floor(1_000_000 / piece.length))}x`
      expect(markdownToText(text).length).toBeLessThanOrEqual(text.length)
      expect(plainText(text).length).toBeLessThanOrEqual(text.length)
      expect(cuesToText(readCues(`00:00:01,000 --> 00:00:02,000\n${text}`)).length).toBeLessThan(text.length + 100)
    }
  })
})
