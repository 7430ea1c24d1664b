import { applyDecisions, type DecidedThemes } from '../../../analysis/themes/apply-decisions.ts'
import type { FoundTheme } from '../../../analysis/themes/find-themes.ts'
import type { MethodContext } from '../method.ts'

/** Decisions that are looked at, the newest; older ones are very likely undone or repeated. */
export const mostDecisions = 5000

/** Themes with what people decided about them. */
export async function decideThemes(
  { state, workspace }: Pick<MethodContext, 'state' | 'workspace'>,
  found: readonly FoundTheme[],
): Promise<DecidedThemes> {
  const decisions = state ? (await state.themes.list(workspace, { limit: mostDecisions, offset: 0 })).rows : []
  return applyDecisions(found, decisions)
}
