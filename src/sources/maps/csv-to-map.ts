import { gridToMap } from './grid-to-map.ts'
import { isList, listToMap } from './list-to-map.ts'
import { type MapImport, Problems } from './map-import.ts'
import { delimiterOf, readCells } from './read-cells.ts'

/**
 * A map from a spreadsheet saved as CSV or TSV. Two layouts are told apart by the first row: a grid (stages across, lanes
 * down) and a list (a row a card, with the columns stage, step, lane, text, channel, owner, score).
 */
export function csvToMap(text: string, delimiter?: string): MapImport {
  const problems = new Problems()
  const plain = text.replace(/^\ufeff/, '')
  const { rows, unclosed } = readCells(plain, delimiter ?? delimiterOf(plain))
  if (unclosed !== undefined)
    problems.leftOut(
      unclosed,
      'A quotation mark opens here and is never closed; everything after it is left out. Close it, or double it if it belongs to the text.',
    )
  const filled = rows
    .map(({ line, cells }) => ({ line, cells: cells.map(unguarded) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  const [head] = filled
  if (!head) {
    problems.leftOut(0, 'The file holds no cells. Its first row should name the stages.')
    return { problems: problems.listed, more: problems.more }
  }
  return isList(head.cells) ? listToMap(filled, problems) : gridToMap(filled, problems)
}

/** A leading apostrophe only keeps a spreadsheet from running the text as a formula. */
const unguarded = (cell: string): string => cell.trim().replace(/^'(?=[\s\u0000\ufeff]*[=+\-@\t\r\n\u0000＝＋－＠])/, '')
