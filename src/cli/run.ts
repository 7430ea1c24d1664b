import { Command, type CommanderError } from 'commander'
import { commands } from './commands/index.ts'
import type { CommandContext } from './context.ts'
import { exitCodes } from './failure.ts'

export interface Program {
  readonly version: string
  readonly context: CommandContext
  /** Standard output and error for help and usage. */
  readonly write: { readonly out: (text: string) => void; readonly err: (text: string) => void }
  readonly columns: number
}

/** The program with all its commands; the one that is named runs. */
export function buildProgram({ version, context, write, columns }: Program): Command {
  const program = new Command('wend')
  const output = {
    writeOut: write.out,
    writeErr: write.err,
    getOutHelpWidth: () => columns,
    getErrHelpWidth: () => columns,
    outputError: (text: string) => write.err(sentence(text)),
  }
  program
    .description('Draws the journey your customers really take, from the files you already have.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .showSuggestionAfterError(true)
    .configureOutput(output)
    .exitOverride()
    .addHelpText('after', help)
  for (const { describe, run } of commands) {
    const command = describe(program)
    command.helpOption('-h, --help', 'show help').allowExcessArguments(false)
    command.action(() => run(command, context))
  }
  return program
}

/** The exit code that the commander's own end stands for. */
export const exitCodeOf = (error: CommanderError): number => (error.exitCode === 0 ? exitCodes.done : exitCodes.usage)

function sentence(text: string): string {
  const plain = text.replace(/^error: /, '').trim()
  const [first = '', ...rest] = plain.split('\n')
  return `wend: ${first.charAt(0).toUpperCase()}${first.slice(1)}${/[.?!]$/.test(first) ? '' : '.'}${rest.length > 0 ? ` ${rest.join(' ').replace(/^\((.*)\)$/, '$1')}` : ''} See wend --help.\n`
}

const help = `
First steps
  wend start --demo                 a demo company in the browser
  wend discover orders.csv          a journey map of your own file, without any server
  wend ask transitions orders.csv   one question about it

Exit codes: 0 done, 1 refused with a reason, 2 wrong usage, 130 cancelled.
Settings: WEND_DATA (data directory), WEND_PORT, WEND_ENGINE_MEMORY (bytes), DATABASE_URL (PostgreSQL for the state), NO_COLOR, WEND_DEBUG=1 (show the cause of errors).
`
