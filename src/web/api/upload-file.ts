import type { Upload } from '../../contract/uploads.ts'
import { offlineProblem, toProblem } from './problem-error.ts'
import { apiRoot } from './request.ts'

/** Sends a file as it is, telling how many bytes have gone; rejects with a `ProblemError` or an abort. */
export function uploadFile(file: File, onBytes: (sent: number) => void, signal: AbortSignal): Promise<Upload> {
  // fetch cannot tell how far an upload is, so this is the one place that uses XMLHttpRequest.
  const { promise, resolve, reject } = Promise.withResolvers<Upload>()
  const xhr = new XMLHttpRequest()
  xhr.open('POST', `${apiRoot}/uploads?name=${encodeURIComponent(file.name)}`)
  xhr.setRequestHeader('content-type', 'application/octet-stream')
  xhr.upload.onprogress = (event) => onBytes(event.loaded)
  xhr.onload = () => (xhr.status < 300 ? resolve(JSON.parse(xhr.responseText) as Upload) : reject(toProblem(xhr.status, xhr.responseText)))
  xhr.onerror = () => reject(offlineProblem())
  xhr.onabort = () => reject(new DOMException('The upload was cancelled.', 'AbortError'))
  signal.addEventListener('abort', () => xhr.abort(), { once: true })
  xhr.send(file)
  return promise
}
