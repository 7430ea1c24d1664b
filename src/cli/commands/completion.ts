import type { Command } from 'commander'
import { completionScript, shells, type CommandWords } from '../completion-script.ts'
import type { CommandContext } from '../context.ts'
import { WrongUsage } from '../failure.ts'
import { printJson } from '../present/json.ts'
import type { CommandEntry } from './entry.ts'

export const completionCommand: CommandEntry = {
  describe: (program) =>
    program
      .command('completion')
      .argument('<shell>', shells.join(', '))
      .summary('print a completion script for a shell')
      .description('Prints a script that completes commands, options and file names.')
      .option('--json', 'print {shell, script}')
      .addHelpText('after', help),
  run: (command, context) => completion(command, context),
}

async function completion(command: Command, context: CommandContext): Promise<void> {
  const shell = shells.find((one) => one === command.args[0])
  if (!shell) throw new WrongUsage(`completion: "${command.args[0] ?? ''}" is none of ${shells.join(', ')}.`)
  const words = (command.parent?.commands ?? []).map(wordsOf)
  const script = completionScript(shell, words)
  if (command.opts<{ json?: boolean }>().json === true) return await printJson(context, { shell, script })
  await context.out(script)
}

const wordsOf = (command: Command): CommandWords => ({
  name: command.name(),
  summary: command.summary(),
  options: command.options.map(({ long, description, required }) => ({ name: long ?? '', about: description, takesValue: required })),
})

const help = `
Examples
  source <(wend completion bash)
  wend completion zsh > ~/.zfunc/_wend
  wend completion fish > ~/.config/fish/completions/wend.fish
`
