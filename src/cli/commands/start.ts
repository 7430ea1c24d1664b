import type { Command } from 'commander'
import type { CommandContext, Started } from '../context.ts'
import { parseWhole } from '../parse/whole-number.ts'
import { waitForJob } from '../wait-for-job.ts'
import type { CommandEntry } from './entry.ts'

interface StartOptions {
  readonly data?: string
  readonly port?: string
  readonly demo?: boolean
  readonly json?: boolean
}

export const startCommand: CommandEntry = {
  describe: (program) =>
    program
      .command('start')
      .summary('serve Wend in the browser')
      .description('Serves the web app and the HTTP API on a data directory, to this machine only. Ctrl-C stops it.')
      .option('--data <dir>', 'the data directory; made if absent')
      .option('--port <number>', 'port, 0 for any free one (default: 4470)')
      .option('--demo', 'put a simulated company into an empty data directory')
      .option('--json', 'print {url, data, pid} once it answers')
      .addHelpText('after', '\nExamples\n  wend start\n  wend start --demo --data ./demo --port 0\n'),
  run: (command, context) => start(command, context),
}

async function start(command: Command, context: CommandContext): Promise<void> {
  const options = command.opts<StartOptions>()
  const environment = await context.environment()
  const dataDirectory = options.data ?? environment.dataDirectory
  const port = options.port === undefined ? environment.port : parseWhole(options.port, '--port', { least: 0, most: 65_535 })
  const started = await context.serve({ dataDirectory, port, demo: options.demo === true })
  try {
    if (options.json === true) await context.out(`${JSON.stringify({ url: started.url, data: dataDirectory, pid: process.pid })}\n`)
    else {
      const elsewhere = environment.databaseUrl === undefined ? '' : `, and maps, people and comments in PostgreSQL (DATABASE_URL)`
      await context.out(
        `Wend is at ${started.url}\n  The data is in ${dataDirectory}${elsewhere}. Only this machine can open it; there is no sign-in yet. Ctrl-C stops it.\n`,
      )
    }
    if (started.demo !== null) await showDemo(context, started, started.demo)
    await stopped(context.signal)
  } finally {
    await started.close()
  }
}

/** The demo is made while the server already answers; when it fails Wend goes on without. */
async function showDemo(context: CommandContext, { url, wend }: Started, job: string): Promise<void> {
  context.say('Making the demo company …')
  try {
    const result = await waitForJob(context, wend, job)
    context.progress.stop()
    context.say(`The demo company is ready: ${url}/maps/${result.map ?? ''}`)
  } catch (error) {
    if (!context.signal.aborted)
      context.say(`The demo company could not be made: ${error instanceof Error ? error.message : 'unknown reason'}`)
  }
}

/** Ctrl-C is how a server is meant to end: no error. */
function stopped(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve()
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
}
