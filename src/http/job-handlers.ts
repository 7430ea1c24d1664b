import { cancelJob, followJob, getJob, listJobs } from '../app/jobs.ts'
import type { Wend } from '../app/wend.ts'
import type { Handlers } from './handler.ts'
import { jobStates, type StreamPlaces } from './job-states.ts'

export const jobHandlers = (wend: Wend, places: StreamPlaces): Handlers<'listJobs' | 'getJob' | 'followJob' | 'cancelJob'> => ({
  listJobs: ({ actor, query }) => listJobs(actor, wend, query),
  getJob: ({ actor, params }) => getJob(actor, wend, params.id),
  followJob: ({ actor, params, signal }) => jobStates((listener) => followJob(actor, wend, { id: params.id, listener }), places, signal),
  cancelJob: ({ actor, params }) => cancelJob(actor, wend, params.id),
})
