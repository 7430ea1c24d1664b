import { offlineProblem, toProblem } from '../../api/problem-error.ts'
import { apiRoot } from '../../api/request.ts'

/** Sends the text of a map file; rejects with a `ProblemError`. */
export async function sendMapText<T>(
  path: string,
  { text, name, format }: { readonly text: string; readonly name: string; readonly format: string },
  signal?: AbortSignal,
): Promise<T> {
  const query = new URLSearchParams({ ...(name === '' ? {} : { name }), ...(format === '' ? {} : { format }) })
  const response = await fetch(`${apiRoot}${path}?${query}`, {
    method: 'POST',
    body: new Blob([text]),
    headers: { 'content-type': 'application/octet-stream' },
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    throw signal?.aborted ? error : offlineProblem()
  })
  const answer = await response.text()
  if (!response.ok) throw toProblem(response.status, answer)
  return JSON.parse(answer) as T
}
