import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cuesToText, isTranscript, readCues } from './read-cues.ts'
import { timeAt, transcriptLine } from './transcript-line.ts'

const vtt = `WEBVTT - Interview 4

NOTE recorded in Graz

STYLE
::cue { color: red }

intro
00:01.000 --> 00:04.000 align:start
<v.loud Ana M.>I <b>waited</b> a week &amp; then some.</v>

00:12:03.250 --> 00:12:09.000
<v Ben>Why?<v Ana M.>Nobody &lt;knew&gt;.

00:12:10.000 --> 00:12:11.000
Ben: I see.
`
const srt = `1\r
00:00:01,000 --> 00:00:04,000\r
<i>ANA: It was</i>\r
slow.\r
\r
2\r
01:00:00,500 --> 01:00:02,000\r
{\\an8}At 10:30: nothing.\r
`

describe('transcripts', () => {
  test('of WebVTT keep speakers and times as lines', () => {
    expect(isTranscript(vtt)).toBe(true)
    expect(cuesToText(readCues(vtt))).toBe(
      [
        '[00:00:01] Ana M.: I waited a week & then some.',
        '[00:12:03] Ben: Why?',
        '[00:12:03] Ana M.: Nobody <knew>.',
        '[00:12:10] Ben: I see.',
      ].join('\n'),
    )
  })

  test('of SubRip do, too', () => {
    expect(isTranscript(srt)).toBe(true)
    expect(readCues(srt)).toEqual([
      { at: 1000, speaker: 'ANA', words: 'It was slow.' },
      { at: 3_600_500, speaker: '', words: 'At 10:30: nothing.' },
    ])
  })

  test('are told apart from text that only speaks of times', () => {
    for (const text of ['WEBVTTish', 'At 10:30 we met', '1\nfirst', '', '00:01 --> 00:02'])
      expect([text, isTranscript(text)]).toEqual([text, false])
  })

  test('tell when the words at an offset were said', () => {
    const text = cuesToText(readCues(vtt))
    expect(timeAt(text, text.indexOf('Why'))).toBe(723_000)
    expect(timeAt(text, 0)).toBe(1000)
    expect(timeAt(text, text.length)).toBe(730_000)
    expect(timeAt('no times here\nat all', 8)).toBeUndefined()
    expect(timeAt('[00:00:05] first\n\nsecond paragraph', 25)).toBe(5000)
  })

  test('written as a file and read again say the same', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '))
    const cue = fc.record({ at: fc.nat(9_000_000).map((s) => s * 1000), speaker: fc.stringMatching(/^[A-Z][a-z]{1,8}$/), words })
    const clock = (at: number, mark: string) => {
      const s = at / 1000
      return `${[Math.floor(s / 3600), Math.floor(s / 60) % 60, s % 60].map((n) => String(n).padStart(2, '0')).join(':')}${mark}000`
    }
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 20 }), fc.boolean(), (cues, web) => {
        const mark = web ? '.' : ','
        const blocks = cues.map((one, index) => {
          const time = `${clock(one.at, mark)} --> ${clock(one.at + 1000, mark)}`
          return web ? `${time}\n<v ${one.speaker}>${one.words}` : `${index + 1}\n${time}\n${one.speaker}: ${one.words}`
        })
        const text = (web ? 'WEBVTT\n\n' : '') + blocks.join('\n\n')
        expect(readCues(text)).toEqual(cues)
        for (const one of cues) expect(timeAt(transcriptLine(one), 3)).toBe(one.at)
      }),
      { numRuns: 300 },
    )
  })

  test('never fail, whatever the text', () => {
    const bits = fc.constantFrom('WEBVTT', '\n\n', '00:01.000 --> 00:02.000', '<v ', '>', '<', '&amp;', 'a: b', '\r\n', '{\\an8}')
    fc.assert(fc.property(fc.array(fc.oneof(bits, fc.string())), (parts) => typeof cuesToText(readCues(parts.join(''))) === 'string'))
  })
})
