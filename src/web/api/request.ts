import { offlineProblem, toProblem } from './problem-error.ts'

export const apiRoot = '/api/v1'

export interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/** The answer's JSON (undefined for 204); rejects with a `ProblemError`. */
export async function request<T>(path: string, { method = 'GET', body, signal }: RequestOptions = {}): Promise<T> {
  const response = await send(path, {
    method,
    ...(signal ? { signal } : {}),
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const text = await response.text()
  if (!response.ok) throw toProblem(response.status, text)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

async function send(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(apiRoot + path, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw offlineProblem()
  }
}
