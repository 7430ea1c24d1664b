import { questionNames } from './build-question.ts'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** A command as a shell completes it. */
export interface CommandWords {
  readonly name: string
  readonly summary: string
  readonly options: readonly { readonly name: string; readonly about: string; readonly takesValue: boolean }[]
}

/** Words that may follow a command besides files. */
const firstWords: Readonly<Record<string, readonly string[]>> = {
  ask: questionNames,
  map: ['list', 'show', 'export', 'check'],
  simulate: ['shop', 'software'],
  completion: shells,
}

/** A script for the shell; it asks Wend nothing while completing, so it is instant. */
export function completionScript(shell: Shell, commands: readonly CommandWords[]): string {
  switch (shell) {
    case 'bash':
      return bash(commands)
    case 'zsh':
      return zsh(commands)
    case 'fish':
      return fish(commands)
  }
}

function bash(commands: readonly CommandWords[]): string {
  const cases = commands.map(
    ({ name, options }) =>
      `    ${name}) options="${options.map((option) => option.name).join(' ')}" words="${(firstWords[name] ?? []).join(' ')}" ;;`,
  )
  return `# Wend's completion for bash: source <(wend completion bash)
_wend() {
  local word="\${COMP_WORDS[COMP_CWORD]}" options="" words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${commands.map(({ name }) => name).join(' ')} help --help --version" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
  esac
  if [[ "$word" == -* ]]; then COMPREPLY=($(compgen -W "$options --help" -- "$word"))
  elif [ "$COMP_CWORD" -eq 2 ] && [ -n "$words" ]; then COMPREPLY=($(compgen -W "$words" -- "$word"))
  else COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -o filenames -F _wend wend
`
}

function zsh(commands: readonly CommandWords[]): string {
  const list = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`)
  const cases = commands.map(({ name, options }) => {
    const specs = options.map((option) =>
      quoted(
        `*${option.name}${option.takesValue ? '=' : ''}[${option.about.replaceAll(/[[\]:]/g, ' ')}]${option.takesValue ? ':value:_files' : ''}`,
      ),
    )
    const words = firstWords[name]
    return `    ${name}) _arguments ${specs.join(' ')} ${words ? quoted(`1:word:(${words.join(' ')})`) : ''} '*:file:_files' ;;`
  })
  return `#compdef wend
_wend() {
  local -a commands
  commands=(
${list.join('\n')}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local command="\${words[2]}"
  shift words; (( CURRENT-- ))
  case "$command" in
${cases.join('\n')}
  esac
}
if [ "$funcstack[1]" = "_wend" ]; then _wend "$@"; else compdef _wend wend; fi
`
}

function fish(commands: readonly CommandWords[]): string {
  const names = commands.map(({ name, summary }) => `complete -c wend -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`)
  const rest = commands.flatMap(({ name, options }) => [
    ...(firstWords[name]
      ? [`complete -c wend -n '__fish_seen_subcommand_from ${name}' -a ${quoted((firstWords[name] ?? []).join(' '))}`]
      : []),
    ...options.map(
      (option) =>
        `complete -c wend -n '__fish_seen_subcommand_from ${name}' -l ${option.name.replace(/^--/, '')}${option.takesValue ? ' -r' : ''} -d ${quoted(option.about)}`,
    ),
  ])
  return `# Wend's completion for fish\n${[...names, ...rest].join('\n')}\n`
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
