import { argv, stdin, stdout } from 'node:process'
import { openStateStore } from '../../src/state/open-state-store.ts'
import { dialectOf } from '../fixtures/dialect-of.ts'

/** Opens the state, says so, waits for a word, does one thing and prints "done" or the code of the refusal. */
const [, , where = '', what = '', name = ''] = argv
const store = await openStateStore(dialectOf(where))
stdout.write('open\n')
await new Promise((resolve) => stdin.once('data', resolve))
try {
  if (what === 'step-back') await store.people.put(1, { id: Number(name), name: `Owner ${name}`, role: 'editor' })
  else
    for (let count = 0; count < 25; count++) {
      await store.jobs.add(1, {
        id: `${name}-${count}`,
        kind: 'import',
        title: '',
        by: name,
        state: 'queued',
        createdAt: 1,
        startedAt: null,
        endedAt: null,
        result: null,
        problem: null,
      })
    }
  stdout.write('done\n')
} catch (error) {
  stdout.write(`${error instanceof Error && 'code' in error ? String(error.code) : String(error)}\n`)
}
await store.close()
stdin.destroy()
