import { z } from 'zod'
import type { AnyMethodAnswer, MethodName, MethodQuestion } from '../journey/method.ts'
import { accountSchemas } from './methods/account.ts'
import { accountsSchemas } from './methods/accounts.ts'
import { channelsSchemas } from './methods/channels.ts'
import { archetypesSchemas } from './methods/archetypes.ts'
import { emotionSchemas } from './methods/emotion.ts'
import { changesSchemas } from './methods/changes.ts'
import { compareSchemas } from './methods/compare.ts'
import { fitSchemas } from './methods/fit.ts'
import { insightsSchemas } from './methods/insights.ts'
import type { MethodSchemas } from './methods/method-asked.ts'
import { nextSchemas } from './methods/next.ts'
import { outlookSchemas } from './methods/outlook.ts'
import { themesSchemas, themeTextsSchemas } from './methods/themes.ts'

/** Every method on the wire: a new one is a file and a line here, and a line in each union below. */
export const methodSchemas = {
  account: accountSchemas,
  accounts: accountsSchemas,
  archetypes: archetypesSchemas,
  channels: channelsSchemas,
  emotion: emotionSchemas,
  changes: changesSchemas,
  compare: compareSchemas,
  fit: fitSchemas,
  insights: insightsSchemas,
  next: nextSchemas,
  outlook: outlookSchemas,
  'theme-texts': themeTextsSchemas,
  themes: themesSchemas,
} as const satisfies Record<MethodName, MethodSchemas>

/** Every method's question. */
export const methodQuestions = [
  methodSchemas.account.question,
  methodSchemas.accounts.question,
  methodSchemas.channels.question,
  methodSchemas.archetypes.question,
  methodSchemas.emotion.question,
  methodSchemas.changes.question,
  methodSchemas.compare.question,
  methodSchemas.fit.question,
  methodSchemas.insights.question,
  methodSchemas.next.question,
  methodSchemas.outlook.question,
  methodSchemas['theme-texts'].question,
  methodSchemas.themes.question,
] as const
export const methodQuestionSchema = z.discriminatedUnion('question', methodQuestions) as unknown as z.ZodType<MethodQuestion>

const answerBy = <Name extends MethodName>(name: Name) =>
  z.object({
    question: z.literal(name),
    unit: z.enum(['customers', 'accounts', 'journeys', 'occurrences']),
    journeys: z.int(),
    events: z.int(),
    total: z.int(),
    rows: z.array(methodSchemas[name].row),
    summary: methodSchemas[name].summary,
    notes: z.array(z.string()).describe('For people: what is too little to tell, how it was found, what to be careful about'),
  })

export const methodAnswerSchema = z
  .discriminatedUnion('question', [
    answerBy('account'),
    answerBy('accounts'),
    answerBy('channels'),
    answerBy('archetypes'),
    answerBy('emotion'),
    answerBy('changes'),
    answerBy('compare'),
    answerBy('fit'),
    answerBy('insights'),
    answerBy('next'),
    answerBy('outlook'),
    answerBy('theme-texts'),
    answerBy('themes'),
  ])
  .meta({ id: 'MethodAnswer' }) as unknown as z.ZodType<AnyMethodAnswer>
