/** Characters of a text that themes read; the rest of a longer one is left alone. */
export const charactersRead = 1000

/** Words as they were written, in lower case, sentence by sentence. Numbers are no words; neither are emoji. */
export function sentencesOf(text: string): readonly (readonly string[])[] {
  const read = text.length > charactersRead ? text.slice(0, charactersRead) : text
  const sentences: (readonly string[])[] = []
  for (const sentence of read.normalize('NFC').toLowerCase().split(sentenceEnd)) {
    const words = withoutSpaces.test(sentence) ? segmented(sentence) : (sentence.match(word) ?? [])
    const kept = words.map(straight).filter((one) => hasLetter.test(one))
    if (kept.length > 0) sentences.push(kept)
  }
  return sentences
}

const sentenceEnd = /[.!?…。！？;:\n\r()[\]{}"“”«»|/\\]+|\s[-–—]\s/u
const word = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’\-‐][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu
const hasLetter = /\p{L}/u
/** Scripts that do not put spaces between words. */
const withoutSpaces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

const straight = (text: string): string => text.replace('’', "'").replace('‐', '-')

let segmenter: Intl.Segmenter | undefined
const segmented = (sentence: string): readonly string[] =>
  [...(segmenter ??= new Intl.Segmenter(undefined, { granularity: 'word' })).segment(sentence)].flatMap((one) =>
    one.isWordLike ? [one.segment] : [],
  )
