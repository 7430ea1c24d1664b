import type { Task } from './task.ts'

/** Everything that can run aside; a new task is a file and a line here. Each is loaded only in the thread that runs it. */
export const tasks = {
  archetypes: async () => (await import('./archetypes.ts')).archetypesTask,
  themes: async () => (await import('./themes.ts')).themesTask,
  'score-texts': async () => (await import('./score-texts.ts')).scoreTextsTask,
  changes: async () => (await import('./changes.ts')).changesTask,
  fit: async () => (await import('./fit.ts')).fitTask,
  deviating: async () => (await import('./fit.ts')).deviatingTask,
  next: async () => (await import('./prediction.ts')).nextTask,
  outlook: async () => (await import('./prediction.ts')).outlookTask,
} satisfies Record<string, () => Promise<Task<never, unknown>>>

type Tasks = typeof tasks
export type AsideName = keyof Tasks
type TaskOf<Name extends AsideName> = Awaited<ReturnType<Tasks[Name]>>
export type AsideInput<Name extends AsideName> = TaskOf<Name> extends Task<infer Input, unknown> ? Input : never
export type AsideResult<Name extends AsideName> = TaskOf<Name> extends Task<never, infer Result> ? Result : never
