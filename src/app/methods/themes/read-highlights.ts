import type { ThemeText } from '../../../analysis/themes/theme-text.ts'
import type { MethodContext } from '../method.ts'

/** Highlights read at the most. */
const most = 5000
const pageSize = 1000

/** Highlights of interviews as texts: without a customer, a touchpoint or a score. */
export async function readHighlights({ workspace, state }: MethodContext): Promise<readonly ThemeText[]> {
  if (!state) return []
  const texts: ThemeText[] = []
  for (let offset = 0; offset < most; offset += pageSize) {
    const { total, rows } = await state.research.highlights.search(workspace, { limit: pageSize, offset })
    for (const { id, note, noteTitle, text, at } of rows)
      texts.push({
        customer: '',
        time: at,
        touchpoint: '',
        channel: '',
        score: null,
        scale: '',
        normal: null,
        text,
        file: noteTitle,
        line: 0,
        note,
        highlight: id,
      })
    if (offset + pageSize >= total) break
  }
  return texts
}
