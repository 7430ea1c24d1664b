import { expect, test } from 'vitest'
import { evidenceFromClipboard, evidenceToClipboard } from './evidence-payload.ts'

test('evidence goes over the clipboard as text and other texts are left alone', () => {
  const payload = { kind: 'highlight', note: 'a', highlight: 'b' } as const
  expect(evidenceFromClipboard(evidenceToClipboard(payload))).toEqual(payload)
  for (const text of ['', 'hello', 'wend-evidence:', 'wend-evidence:{', 'wend-evidence:null', 'wend-evidence:[1]'])
    expect([text, evidenceFromClipboard(text)]).toEqual([text, undefined])
})
