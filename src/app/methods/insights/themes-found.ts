import type { Gatherer } from '../insights.ts'
import { themeInsightsOf } from '../themes/theme-insights-of.ts'

/** Themes that score clearly worse or better than the other words at their touchpoint. */
export const themesFound: Gatherer = async (context, question) => ({ insights: await themeInsightsOf(context, question), notes: [] })
