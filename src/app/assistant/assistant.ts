import { Refusal } from '../refusal.ts'

/** Where an OpenAI-compatible endpoint is, and what it may cost. */
export interface AssistantSettings {
  /** Such as https://models.example/v1; `/chat/completions` is added. */
  readonly url: string
  readonly key?: string
  readonly model: string
  /** Milliseconds one answer may take. Default: 30,000. */
  readonly timeoutMs?: number
  /** Waits between tries; a test does not. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>
}

/** An endpoint that a person may send something to. Nothing is sent by itself. */
export interface Assistant {
  readonly model: string
  /** Host and port, to tell people where a text would go. */
  readonly host: string
  /** The text that the model answers to exactly this body. Refuses with `assistant_failed`, never with the key in the message. */
  send(body: string, signal: AbortSignal): Promise<string>
}

const mostTries = 3
const mostReplyBytes = 262_144
const mostWaitMs = 10_000

export function createAssistant({ url, key, model, timeoutMs = 30_000, wait = waitFor }: AssistantSettings): Assistant {
  const address = new URL(`${url.replace(/\/+$/, '')}/chat/completions`)
  if (address.protocol !== 'https:' && address.protocol !== 'http:') throw new Error('The assistant is reached by http or https only.')
  const headers = { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) }
  const tryOnce = async (body: string, signal: AbortSignal): Promise<Response> => {
    try {
      // A redirect could carry the key elsewhere.
      return await fetch(address, { method: 'POST', headers, body, signal, redirect: 'error' })
    } catch (error) {
      throw failed(
        signal.aborted && isTimeout(error) ? `It did not answer within ${Math.round(timeoutMs / 1000)} s.` : 'It cannot be reached.',
      )
    }
  }
  return {
    model,
    host: address.host,
    async send(body, caller) {
      const signal = AbortSignal.any([caller, AbortSignal.timeout(timeoutMs)])
      for (let tries = 1; ; tries++) {
        const response = await tryOnce(body, signal).catch((error: unknown) => {
          caller.throwIfAborted()
          throw error
        })
        if (response.ok) return contentOf(await readBounded(response, timeoutMs))
        await response.body?.cancel()
        const again = response.status === 429 || response.status >= 500
        if (!again || tries === mostTries) throw failed(`It answered with status ${response.status}.`)
        await wait(waitOf(response, tries), signal).catch(() => {
          caller.throwIfAborted()
          throw failed(`It answered with status ${response.status}.`)
        })
      }
    },
  }
}

const failed = (why: string): Refusal => new Refusal('assistant_failed', `The assistant gave no answer. ${why}`)
const isTimeout = (error: unknown): boolean => error instanceof DOMException && error.name === 'TimeoutError'

function waitOf(response: Response, tries: number): number {
  const asked = Number(response.headers.get('retry-after') ?? Number.NaN) * 1000
  return Math.min(mostWaitMs, Number.isFinite(asked) && asked >= 0 ? asked : 500 * 2 ** tries)
}

const waitFor = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer)
      reject(signal.reason as Error)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal.addEventListener('abort', stop, { once: true })
  })

async function readBounded(response: Response, timeoutMs: number): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength
      if (bytes > mostReplyBytes) throw failed('Its answer is larger than 256 kB.')
      text += decoder.decode(chunk, { stream: true })
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw failed(isTimeout(error) ? `It did not answer within ${Math.round(timeoutMs / 1000)} s.` : 'Its answer broke off.')
  }
  return text
}

/** The text of the first choice of a chat completion. */
function contentOf(text: string): string {
  try {
    const { choices } = JSON.parse(text) as { readonly choices?: readonly { readonly message?: { readonly content?: unknown } }[] }
    const content = choices?.[0]?.message?.content
    if (typeof content === 'string') return content
  } catch {
    // Told below.
  }
  throw failed('Its answer is not a chat completion.')
}
