import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildServer } from './http/build-server.ts'
import { serve, type Serving } from './serve.ts'

let directory: string
let serving: Serving
const options = () => ({
  dataDirectory: join(directory, 'data'),
  port: 0,
  demo: false,
  webDirectory: join(directory, 'web'),
  engineMemory: 1_000_000_000,
})

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wend-serve-'))
  serving = await serve(options())
})
afterAll(async () => {
  await serving.close()
  await rm(directory, { recursive: true })
})

describe('wend serving', () => {
  test('listens on loopback only and answers there', async () => {
    expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    const response = await fetch(`${serving.url}/api/v1/workspace`)
    expect([response.status, ((await response.json()) as { readonly empty: boolean }).empty]).toEqual([200, true])
  })

  test('says that a port is taken', async () => {
    const port = Number(new URL(serving.url).port)
    const second = serve({ ...options(), dataDirectory: join(directory, 'other'), port })
    await expect(second).rejects.toMatchObject({ code: 'port_in_use', message: expect.stringContaining(String(port)) as string })
  })

  test('refuses a data directory that another process uses, and leaves that one alone', async () => {
    await expect(serve(options())).rejects.toMatchObject({ code: 'data_directory_in_use' })
    expect((await fetch(`${serving.url}/api/v1/workspace`)).status).toBe(200)
  })

  test('takes a streamed upload whose size nobody announced', async () => {
    const body = new ReadableStream({
      start(controller) {
        for (let i = 0; i < 50; i++) controller.enqueue(new Uint8Array(10_000))
        controller.close()
      },
    })
    const init = { method: 'POST', body, duplex: 'half', headers: { 'content-type': 'application/octet-stream' } }
    const response = await fetch(`${serving.url}/api/v1/uploads?name=zeros.csv`, init as RequestInit)
    expect([response.status, await response.json()]).toMatchObject([201, { name: 'zeros.csv', bytes: 500_000 }])
  })

  test('leaves nothing of an upload that breaks off', async () => {
    const before = await serving.wend.uploads.list()
    const upload = request(`${serving.url}/api/v1/uploads?name=half.csv`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'content-length': '1000000' },
    })
    upload.on('error', () => undefined)
    upload.write(Buffer.alloc(100_000))
    while ((await serving.wend.uploads.list()).length === before.length) await new Promise((resolve) => setImmediate(resolve))
    upload.destroy()
    while ((await serving.wend.uploads.list()).length > before.length) await new Promise((resolve) => setImmediate(resolve))
    expect(await serving.wend.uploads.list()).toEqual(before)
  })

  test('stops the question when the caller goes away, and ends streams when it closes', async () => {
    const asked = Promise.withResolvers<AbortSignal>()
    const ask = (_workspace: unknown, _definition: unknown, _question: unknown, signal: AbortSignal) => {
      asked.resolve(signal)
      return new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)))
    }
    const server = await buildServer(
      { ...serving.wend, events: { ...serving.wend.events, ask } as typeof serving.wend.events },
      { webDirectory: '/nowhere' },
    )
    const url = await server.listen({ host: '127.0.0.1', port: 0 })
    const caller = request(`${url}/api/v1/ask`, { method: 'POST', headers: { 'content-type': 'application/json' } })
    caller.on('error', () => undefined)
    caller.end('{"question":{"question":"overview"}}')
    const signal = await asked.promise
    expect(signal.aborted).toBe(false)
    caller.destroy()
    if (!signal.aborted) await once(signal, 'abort')
    expect(signal.aborted).toBe(true)

    const held = Promise.withResolvers<void>()
    const job = await serving.wend.jobs.start(
      { workspace: 1, person: { id: 1, name: 'Owner' }, role: 'owner' },
      { kind: 'import', title: 'Held', run: () => held.promise.then(() => ({ import: 1 })) },
    )
    const stream = await fetch(`${url}/api/v1/jobs/${job.id}/events`)
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    const whole = stream.text()
    await server.close()
    expect(await whole).toContain('event: job\ndata: {')
    held.resolve()
  })

  test('opens again after closing, with what was stored', async () => {
    const { url } = serving
    const body = JSON.stringify({ name: 'Kept', unit: 'customer', filter: {}, start: [], goal: [], repeats: false, segments: [] })
    expect(
      (await fetch(`${url}/api/v1/definitions`, { method: 'POST', body, headers: { 'content-type': 'application/json' } })).status,
    ).toBe(201)
    await serving.close()
    serving = await serve(options())
    const list = (await (await fetch(`${serving.url}/api/v1/definitions`)).json()) as {
      readonly rows: readonly { readonly definition: { readonly name: string } }[]
    }
    expect(list.rows.map((row) => row.definition.name)).toEqual(['All events of a customer', 'Kept'])
  })
})
