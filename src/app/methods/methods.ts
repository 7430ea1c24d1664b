import type { AnyQuestion, MethodName, MethodQuestion } from '../../journey/method.ts'
import type { StateStore } from '../../state/state-store.ts'
import { accountMethod } from './account.ts'
import { accountsMethod } from './accounts.ts'
import { channelsMethod } from './channels.ts'
import { archetypesMethod } from './archetypes.ts'
import { emotionMethod } from './emotion.ts'
import { changesMethod } from './changes.ts'
import { compareMethod } from './compare.ts'
import { fitMethod } from './fit.ts'
import { insightsMethod } from './insights.ts'
import type { Method } from './method.ts'
import { nextMethod } from './next.ts'
import { outlookMethod } from './outlook.ts'
import { themeTextsMethod } from './theme-texts.ts'
import { themesMethod } from './themes.ts'

/** Every method and who answers it: a new one is a file and a line here. */
export const methods: { readonly [Name in MethodName]: Method<Name> } = {
  account: accountMethod,
  accounts: accountsMethod,
  archetypes: archetypesMethod,
  channels: channelsMethod,
  emotion: emotionMethod,
  changes: changesMethod,
  compare: compareMethod,
  fit: fitMethod,
  insights: insightsMethod,
  next: nextMethod,
  outlook: outlookMethod,
  'theme-texts': themeTextsMethod,
  themes: themesMethod,
}

/** Methods whose answers also depend on what people decide: they are never kept. */
export const neverKept: ReadonlySet<MethodName> = new Set<MethodName>(['themes', 'theme-texts'])

/** What people decided that a kept answer depends on, beside events and definition. */
export const decidedFor: { readonly [Name in MethodName]?: (state: StateStore, workspace: number) => Promise<unknown> } = {
  insights: (state, workspace) => state.themes.list(workspace, { limit: 10_000, offset: 0 }),
}

export const isMethodQuestion = (question: AnyQuestion): question is MethodQuestion => Object.hasOwn(methods, question.question)
