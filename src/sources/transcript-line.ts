/** "[00:12:03] Speaker: words": how a spoken piece stands in a note, so that its place in time stays with the text. */
export function transcriptLine({ at, speaker, words }: { readonly at: number; readonly speaker: string; readonly words: string }): string {
  return `[${clock(at)}] ${speaker === '' ? '' : `${speaker}: `}${words}`
}

/** Milliseconds as hours, minutes and seconds, cut off to the second. */
function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

const lineStart = /^\[(\d{1,4}):([0-5]\d):([0-5]\d)\] /

/**
 * When the words at an offset were said, in milliseconds from the start of the recording: the time of their own line or
 * of the nearest line before. Undefined in a text without such lines.
 */
export function timeAt(text: string, offset: number): number | undefined {
  let end = Math.max(0, Math.min(offset, text.length))
  for (;;) {
    const start = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1
    const found = lineStart.exec(text.slice(start, start + 16))
    if (found) return (Number(found[1]) * 3600 + Number(found[2]) * 60 + Number(found[3])) * 1000
    if (start === 0) return undefined
    end = start - 1
  }
}
