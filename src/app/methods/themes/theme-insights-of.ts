import { themeInsights } from '../../../analysis/themes/theme-insights.ts'
import type { Insight } from '../../../journey/insight.ts'
import type { MethodAsked } from '../../../journey/methods/method-asked.ts'
import type { MethodContext } from '../method.ts'
import { countedTexts } from '../themes.ts'
import { decideThemes } from './decide-themes.ts'
import { keepThemes } from './keep-themes.ts'

/** Themes that score clearly worse or better than the other words at their touchpoint, under the filters asked with. */
export async function themeInsightsOf(context: MethodContext, asked: MethodAsked): Promise<readonly Insight[]> {
  const kept = await keepThemes(context, asked)
  const { themes } = await decideThemes(context, kept.read.themes)
  return themeInsights({ themes, texts: kept.texts, read: kept.read, counted: countedTexts(kept, undefined) })
}
