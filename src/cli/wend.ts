#!/usr/bin/env node
import { CommanderError } from 'commander'
import { existsSync, readFileSync } from 'node:fs'
import { env, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import type { CommandContext, StartOptions, Started, Surroundings } from './context.ts'
import { demandDirectory } from './demand-directory.ts'
import { exitCodes, Refused } from './failure.ts'
import { createProgress } from './progress.ts'
import { buildProgram, exitCodeOf } from './run.ts'
import { tellError } from './tell-error.ts'

// The heavy parts (engine client, state, server, drawing) are imported only by the command that needs them.

const cancelling = new AbortController()
const progress = createProgress(stderr, () => performance.now())
let refusedSomething = false
let readerGone = false

const say = (line: string): void => {
  progress.stop()
  stderr.write(`${line}\n`)
}

const context: CommandContext = {
  out: (text) =>
    new Promise((resolve, reject) => {
      progress.stop()
      stdout.write(text, (error) => (error ? reject(error) : resolve()))
    }),
  say,
  refuse: (line) => {
    refusedSomething = true
    say(line)
  },
  look: { columns: stdout.isTTY ? stdout.columns : null, colour: stdout.isTTY && !env['NO_COLOR'] && env['TERM'] !== 'dumb' },
  signal: cancelling.signal,
  progress,
  environment: surroundings,
  openData,
  serve,
}

process.on('SIGINT', () => cancel())
process.on('SIGTERM', () => cancel())
process.on('SIGHUP', () => cancel())
// `wend ask … | head`: the reader has enough, which is no error.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  readerGone = true
  cancelling.abort(error)
})
stderr.on('error', () => undefined)

process.exitCode = await main(process.argv)

async function main(argv: readonly string[]): Promise<number> {
  const write = { out: (text: string) => void stdout.write(text), err: (text: string) => void stderr.write(text) }
  const program = buildProgram({ version: version(), context, write, columns: Math.min(stdout.columns ?? 100, 110) })
  try {
    if (argv.length <= 2) return (program.outputHelp(), exitCodes.done)
    await program.parseAsync([...argv])
    return refusedSomething ? exitCodes.refused : exitCodes.done
  } catch (error) {
    progress.stop()
    if (readerGone) return exitCodes.done
    if (error instanceof CommanderError) return exitCodeOf(error)
    const recipe = argv.find((_, i) => argv[i - 1] === '--recipe')
    const { exitCode, lines } = await tellError(error, {
      cancelled: cancelling.signal.aborted,
      debug: Boolean(env['WEND_DEBUG']),
      recipe,
      columns: argv.includes('--columns'),
    })
    for (const line of lines) say(line)
    return exitCode
  } finally {
    progress.stop()
  }
}

/** The first Ctrl-C ends the work in order; the second ends it at once. */
function cancel(): void {
  if (cancelling.signal.aborted) process.exit(exitCodes.cancelled)
  cancelling.abort(new DOMException('cancelled', 'AbortError'))
}

function version(): string {
  return (JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }).version
}

async function surroundings(): Promise<Surroundings> {
  const { readEnvironment } = await import('../environment.ts')
  try {
    return readEnvironment(env)
  } catch (error) {
    throw new Refused(error instanceof Error ? error.message : String(error))
  }
}

async function openData(dataDirectory: string, how: { readonly make: boolean }): ReturnType<CommandContext['openData']> {
  demandDirectory(dataDirectory, how)
  const { engineMemory, databaseUrl } = await surroundings()
  const [{ openWend }, { realWorld }, { allRows }] = await Promise.all([
    import('../app/open-wend.ts'),
    import('../app/real-world.ts'),
    import('../app/files-ask.ts'),
  ])
  const log = (message: string, error?: unknown): void => {
    if (env['WEND_DEBUG'])
      say(`${message}${error === undefined ? '' : `: ${error instanceof Error ? error.message : JSON.stringify(error)}`}`)
  }
  return openWend({
    dataDirectory,
    world: realWorld,
    limits: { rows: allRows },
    log,
    ...(engineMemory !== undefined && { engineMemory }),
    ...(databaseUrl !== undefined && { databaseUrl }),
  })
}

async function serve({ dataDirectory, port, demo }: StartOptions): Promise<Started> {
  const { uploadBytes, engineMemory, databaseUrl, assistant } = await surroundings()
  demandDirectory(dataDirectory, { make: true })
  const webDirectory = fileURLToPath(new URL('../../dist/web', import.meta.url))
  if (!existsSync(webDirectory)) say('Note: the web app is not built yet, only the API answers. Build it with `npm run build`.')
  const { serve: start, ServeError } = await import('../serve.ts')
  try {
    const serving = await start({
      dataDirectory,
      port,
      demo,
      uploadBytes,
      webDirectory,
      log: (message, error) => say(`${message}${error instanceof Error ? `: ${env['WEND_DEBUG'] ? error.stack : error.message}` : ''}`),
      ...(engineMemory !== undefined && { engineMemory }),
      ...(databaseUrl !== undefined && { databaseUrl }),
      ...(assistant && { assistant }),
    })
    return { url: serving.url, demo: serving.demo?.id ?? null, wend: serving.wend, close: () => serving.close() }
  } catch (error) {
    throw error instanceof ServeError ? new Refused(error.message) : error
  }
}
