import { transcriptLine } from './transcript-line.ts'

/** One piece of a transcript: when it was said, in milliseconds, by whom, and the words. */
export interface Cue {
  readonly at: number
  readonly speaker: string
  readonly words: string
}

const timing = /^\s*((?:\d{1,4}:)?[0-5]?\d:[0-5]?\d[.,]\d{1,3})\s*-->\s*(?:\d{1,4}:)?[0-5]?\d:[0-5]?\d[.,]\d{1,3}/

/** Whether a text is a WebVTT or SubRip transcript, by content. */
export const isTranscript = (text: string): boolean => /^WEBVTT(?:[ \t\n]|$)/.test(text) || timing.test(firstLines(text))

function firstLines(text: string): string {
  const lines = text.trimStart().slice(0, 400).split('\n')
  return /^\d+$/.test(lines[0]?.trim() ?? '') ? (lines[1] ?? '') : (lines[0] ?? '')
}

/**
 * The cues of a WebVTT or SubRip transcript, in the order of the file. Markup becomes plain text, notes, styles and
 * regions are left out. A speaker is taken from `<v Name>`, or from "Name:" at the start of a cue. Never throws.
 */
export function readCues(text: string): readonly Cue[] {
  const blocks = text.replace(/\r\n?/g, '\n').split(/\n[ \t]*\n/)
  return blocks.flatMap((block): readonly Cue[] => {
    const lines = block.split('\n')
    const at = lines.findIndex((line) => timing.test(line))
    if (at < 0) return []
    const start = timing.exec(lines[at] ?? '')?.[1] ?? ''
    return spoken(lines.slice(at + 1).join('\n')).map((said) => ({ at: milliseconds(start), ...said }))
  })
}

/** A transcript as the text of a note, one line a cue; the same cue repeated by a rolling caption is told once. */
export function cuesToText(cues: readonly Cue[]): string {
  const told = cues.filter((cue, index) => {
    const before = cues[index - 1]
    return !before || before.words !== cue.words || before.speaker !== cue.speaker
  })
  return told.map(transcriptLine).join('\n')
}

function milliseconds(clock: string): number {
  const [seconds = '0', minutes = '0', hours = '0'] = clock.split(':').reverse()
  return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.'))) * 1000)
}

/** One cue can hold several voices. */
function spoken(text: string): readonly { readonly speaker: string; readonly words: string }[] {
  const parts = text.split(/<v(?:\.[^\s>]{0,100})?[ \t]{1,4}([^>]{0,100})>/)
  if (parts.length === 1) return clean('', text)
  const said = clean('', parts[0] ?? '')
  return [...said, ...parts.flatMap((part, index) => (index % 2 === 1 ? clean(plain(part), parts[index + 1] ?? '') : []))]
}

function clean(voice: string, text: string): readonly { readonly speaker: string; readonly words: string }[] {
  const words = plain(text)
  if (words === '') return []
  if (voice !== '') return [{ speaker: voice, words }]
  const named = /^(?:>>\s*)?([\p{L}\p{M}][\p{L}\p{M}\p{N} .'’-]{0,39}):\s+(\S.*)$/u.exec(words)
  return [{ speaker: named?.[1]?.trim() ?? '', words: named?.[2] ?? words }]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', nbsp: ' ', lrm: '', rlm: '', quot: '"', apos: "'" }

/** Tags of both formats away, entities read once, spaces and line ends joined. */
function plain(text: string): string {
  return text
    .replace(/<\/?(?:[cibuv]|ruby|rt|lang|font|\d[\d:.]*)(?:[.\s][^>]{0,200})?>/gi, '')
    .replace(/\{\\an?\d+\}/g, '')
    .replace(/&(amp|lt|gt|nbsp|lrm|rlm|quot|apos);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}
