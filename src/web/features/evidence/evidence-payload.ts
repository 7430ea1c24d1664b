import type { PutEvidence } from '../../../contract/evidence.ts'

/** What a dragged piece of evidence carries, for drop targets on a map. `mapId` is '' where it was picked up beside no map. */
export interface DraggedEvidence extends Record<string | symbol, unknown> {
  readonly type: 'wend/evidence'
  readonly mapId: string
  readonly payload: PutEvidence
}

const mark = 'wend-evidence:'

/** Evidence as text for the clipboard: `wend-evidence:` and the JSON that POST …/cards/:card/evidence takes. */
export const evidenceToClipboard = (payload: PutEvidence): string => mark + JSON.stringify(payload)

/** The evidence in a pasted text, or undefined when it is another text. The server checks what is in it. */
export function evidenceFromClipboard(text: string): PutEvidence | undefined {
  if (!text.startsWith(mark)) return undefined
  try {
    const value: unknown = JSON.parse(text.slice(mark.length))
    return typeof value === 'object' && value !== null && 'kind' in value ? (value as PutEvidence) : undefined
  } catch {
    return undefined
  }
}
