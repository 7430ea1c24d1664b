import { askQuestion } from '../app/ask-question.ts'
import { askMethod, askMethodJob } from '../app/methods/ask-method.ts'
import { isMethodQuestion } from '../app/methods/methods.ts'
import { addDefinition, changeDefinition, deleteDefinition, listDefinitions } from '../app/definitions.ts'
import type { Wend } from '../app/wend.ts'
import type { Handlers } from './handler.ts'

type Names = 'listDefinitions' | 'addDefinition' | 'changeDefinition' | 'deleteDefinition' | 'askQuestion' | 'askMethodJob'

export const questionHandlers = (wend: Wend): Handlers<Names> => ({
  listDefinitions: ({ actor, query }) => listDefinitions(actor, wend, query),
  addDefinition: ({ actor, body }) => addDefinition(actor, wend, body),
  changeDefinition: ({ actor, params, body }) => changeDefinition(actor, wend, { id: params.id, definition: body }),
  deleteDefinition: ({ actor, params }) => deleteDefinition(actor, wend, params.id),
  askQuestion: ({ actor, body: { definition, question }, signal }) =>
    (isMethodQuestion(question)
      ? askMethod(actor, wend, { definition, question, signal })
      : askQuestion(actor, wend, { definition, question, signal })) as ReturnType<Handlers['askQuestion']>,
  askMethodJob: async ({ actor, body }) => ({ job: (await askMethodJob(actor, wend, body)).id }),
})
