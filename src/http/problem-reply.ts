import type { FastifyError, FastifyReply } from 'fastify'
import { problemOf } from '../app/problem-of.ts'
import { Refusal } from '../app/refusal.ts'
import type { Log } from '../app/wend.ts'
import { errors, type ErrorCode } from '../contract/errors.ts'

/** Errors that the server framework raises itself, by its code. */
const frameworkCodes: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'bad_json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'bad_json',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'wrong_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad_request',
  FST_ERR_BAD_URL: 'route_not_found',
  FST_ERR_MAX_PARAM_LENGTH: 'route_not_found',
}

/** Any error as application/problem+json. What nobody expected is logged and told without its cause. */
export function sendProblem(error: unknown, reply: FastifyReply, log: Log): FastifyReply {
  const { problem, unexpected } = problemOf(fromFramework(error))
  if (unexpected) log(`${reply.request.method} ${reply.request.routeOptions.url ?? 'an unknown address'} failed`, error)
  const { status } = errors[problem.code]
  if (status === 413) void reply.header('connection', 'close')
  if (status === 429 || status === 503) void reply.header('retry-after', '5')
  return reply.code(status).type('application/problem+json').send(JSON.stringify(problem))
}

function fromFramework(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error
  const { code, statusCode } = error as FastifyError
  const known = typeof code === 'string' ? frameworkCodes[code] : undefined
  if (known) return new Refusal(known)
  if (error instanceof SyntaxError && statusCode === 400) return new Refusal('bad_json')
  return error
}
