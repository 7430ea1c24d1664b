/** Characters that Mermaid writes as `#59;` or `#quot;`, because the grammar gives them a meaning. */
const named: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  semi: ';',
  colon: ':',
  num: '#',
  comma: ',',
  nbsp: ' ',
  apos: "'",
}
const first = 0xf0000

/** The text with entity codes replaced by private characters, so that what they stand for is not read as grammar. */
export function withEntities(text: string): string {
  return text.replaceAll(/[\u{f0000}-\u{ffffd}]/gu, '\ufffd').replaceAll(/#(\d{1,5}|[a-z]{2,6});/gi, (whole, code: string) => {
    const number = /^\d/.test(code) ? Number(code) : named[code.toLowerCase()]?.codePointAt(0)
    return number === undefined || number >= 0xfffd || number < 32 || (number >= 0xd800 && number <= 0xdfff)
      ? whole
      : String.fromCodePoint(first + number)
  })
}

/** The characters that the entity codes stand for. */
export const decodeEntities = (text: string): string =>
  text.replaceAll(/[\u{f0000}-\u{ffffd}]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? first) - first))
