// The engine's own process: speaks ClickHouse's HTTP protocol on a unix socket and runs each request in a chDB session
// of its own, so that settings never leak and requests run side by side. A native crash ends this process only.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { rmSync } from 'node:fs'
import { Session } from 'chdb'

const [directory, socket, configFile] = process.argv.slice(2)
if (!directory || !socket || !configFile) throw new Error('usage: engine-process DIRECTORY SOCKET CONFIG')

// Values travel as SET statements, and a megabyte of text must fit into one.
const open = (): Session => new Session(directory, { connectionArgs: [`--config-file=${configFile}`, '--max_query_size=268435456'] })
const keeper = open()
let nextQuery = 0

const server = createServer({ maxHeaderSize: 64 << 20 }, (request, response) => {
  answer(request, response).catch((error: unknown) => fail(response, error))
})
server.keepAliveTimeout = 30_000
rmSync(socket, { force: true })
server.listen(socket, () => process.send?.('ready'))
// The parent is gone, and whoever starts next must not find the directory taken. What was acknowledged is on disk.
process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
process.on('SIGTERM', () => stop())
// Ctrl-C reaches the whole process group; the parent decides when the engine ends.
process.on('SIGINT', () => undefined)

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://engine')
  if (url.pathname === '/ping') {
    response.end('Ok.\n')
    return
  }
  const body = await read(request)
  const query = url.searchParams.get('query')
  const tag = `wend-${process.pid}-${nextQuery++}`
  const statement = `/*${tag}*/ ${query === null ? body : body === '' ? query : `${query}\n${body}`}`
  let running = true
  response.on('close', () => {
    if (running) kill(tag)
  })
  const session = open()
  try {
    const settings = settingsOf(url.searchParams)
    if (settings) await session.queryAsync(settings)
    const result = await session.queryAsync(statement, { format: url.searchParams.get('default_format') ?? 'TabSeparated' })
    running = false
    response.setHeader('x-clickhouse-query-id', tag)
    response.end(result.bytes())
  } finally {
    running = false
    session.close()
  }
}

/** Each setting and query parameter as one SET for the request's own session. */
function settingsOf(params: URLSearchParams): string {
  const ignored = new Set(['query', 'query_id', 'database', 'default_format', 'session_id', 'wait_end_of_query'])
  const list: string[] = []
  for (const [name, value] of params) {
    if (ignored.has(name) || !/^[a-z0-9_]+$/i.test(name)) continue
    list.push(`${name}='${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`)
  }
  return list.length > 0 ? `SET ${list.join(', ')}` : ''
}

function kill(tag: string): void {
  const session = open()
  const like = `/*${tag}*/%`
  void session
    .queryAsync(`KILL QUERY WHERE query LIKE '${like}' ASYNC`)
    .catch(() => undefined)
    .finally(() => session.close())
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString('utf8')
}

function fail(response: ServerResponse, error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  const code = /Code: (\d+)/.exec(message)?.[1] ?? '1'
  if (response.headersSent || response.destroyed) return
  response.statusCode = 500
  response.setHeader('x-clickhouse-exception-code', code)
  response.end(message.replace(/^Query failed: /, ''))
}

function stop(): void {
  server.close()
  keeper.close()
  process.exit(0)
}
