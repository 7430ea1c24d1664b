/**
 * Markdown as the words that a person reads: marks of headings, emphasis, links, pictures, code and tables away; lists and
 * quotes keep their lines. HTML inside stays as text and is never read as HTML. Never throws.
 */
export function markdownToText(markdown: string): string {
  const lines = withoutFrontMatter(markdown.replace(/\r\n?/g, '\n')).split('\n')
  const kept: string[] = []
  let fence: string | undefined
  for (const line of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark && fence === undefined) fence = mark
    else if (mark && fence !== undefined && mark.startsWith(fence) && /^[\s`~]*$/.test(line)) fence = undefined
    else if (fence !== undefined) kept.push(line)
    else if (!isRule(line)) kept.push(readLine(line))
  }
  return kept
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const withoutFrontMatter = (text: string): string => text.replace(/^---\n(?:[^\n]{0,1000}\n){0,100}?(?:---|\.\.\.)\n/, '')

/** A line of a table's head, an underline of a heading, a reference's address: nothing to read. */
const isRule = (line: string): boolean =>
  /^ {0,3}(?:(?:[-*_] *){3,}|=+ *)$/.test(line) ||
  (line.includes('---') && /^[\s|:-]+$/.test(line)) ||
  /^ {0,3}\[[^\]]{1,200}\]: +\S/.test(line)

function readLine(line: string): string {
  const block = line
    .replace(/^ {0,3}#{1,6} +/, '')
    .replace(/ {1,9}#{1,9} {0,9}$/, '')
    .replace(/^( {0,3}> ?)+/, '')
    .replace(/^(\s*)[*+-] +(?:\[[ xX]\] +)?/, '$1- ')
  return readInline(
    /^\s*\|.*\|\s*$/.test(block)
      ? block
          .trim()
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim())
          .join(' · ')
      : block,
  )
}

function readInline(line: string): string {
  // What is in backticks or escaped is kept from being read as a mark.
  const kept: string[] = []
  const keep = (text: string): string => `\u0000${kept.push(text) - 1}\u0000`
  const read = line
    .replaceAll('\u0000', '')
    .replace(/(?<!`)(`{1,5})([^`]|[^`].{0,300}?[^`])\1(?!`)/g, (_, __: string, code: string) => keep(code.trim()))
    .replace(/\\([\\`*_{}[\]()#+.!~>|-])/g, (_, letter: string) => keep(letter))
    .replace(/!?\[([^[\]]{0,500})\](?:\([^()\s]{0,2000}(?: +"[^"]{0,500}")?\)|\[[^\]]{0,200}\])/g, '$1')
    .replace(/<((?:https?|mailto):[^\s<>]{1,2000})>/g, '$1')
    .replace(/(\*\*\*|___|\*\*|__|~~)(?=\S)(.{0,500}?\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=[^\s*])([^*]{0,500}?[^\s*])\*(?!\*)/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=[^\s_])([^_]{0,500}?[^\s_])_(?![\p{L}\p{N}_])/gu, '$1')
    .trimEnd()
  return read.replace(/\u0000(\d+)\u0000/g, (_, at: string) => kept[Number(at)] ?? '')
}
