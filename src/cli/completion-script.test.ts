import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { completionScript } from './completion-script.ts'

const words = [
  {
    name: 'ask',
    summary: "ask one question: who's lost?",
    options: [{ name: '--limit', about: 'rows [or all]: at the most', takesValue: true }],
  },
  { name: 'map', summary: 'maps', options: [{ name: '--json', about: 'JSON', takesValue: false }] },
]

function complete(line: string): readonly string[] {
  const typed = line.split(' ')
  const script = `${completionScript('bash', words)}
COMP_WORDS=(${typed.map((word) => `"${word}"`).join(' ')}); COMP_CWORD=${typed.length - 1}; _wend; printf '%s\\n' "\${COMPREPLY[@]}"`
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trim().split('\n')
}

test('bash completes commands, questions and options', () => {
  expect(complete('wend a')).toEqual(['ask'])
  expect(complete('wend ask tr')).toEqual(['transitions', 'trend'])
  expect(complete('wend ask funnel --l')).toEqual(['--limit'])
  expect(complete('wend map ex')).toEqual(['export'])
})

test('zsh and fish name every command and option with its quotes intact', () => {
  for (const shell of ['zsh', 'fish'] as const) expect(completionScript(shell, words)).toContain(`who'\\''s lost?`)
  expect(completionScript('fish', words)).toContain('-l limit -r')
  expect(completionScript('zsh', words)).toContain('--limit=')
})
