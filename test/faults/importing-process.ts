// A whole Wend event store in a process of its own, to be killed: imports the batches named by its arguments and prints
// "acknowledged N" once a batch is. usage: importing-process.ts DIRECTORY FOLDER FIRST LAST
import { join } from 'node:path'
import { prepareFile } from '../../src/events/ingest/prepare-file.ts'
import { openEventStore } from '../../src/events/open-event-store.ts'
import { wholeCustomer } from '../../src/journey/definition.ts'
import { batchRecipe } from './batch-recipe.ts'

const [directory = '', folder = '', first = '0', last = '0', firstNumber = '1'] = process.argv.slice(2)
const { signal } = new AbortController()
const store = await openEventStore({ directory })
process.stdout.write('opened\n')
for (let batch = Number(first); batch <= Number(last); batch++) {
  const name = `batch-${batch}.csv`
  const prepared = await prepareFile(join(folder, name), name, { workDir: join(folder, 'work'), signal })
  if (!prepared.ok) throw new Error(prepared.error.message)
  const number = Number(firstNumber) + batch - Number(first)
  const input = { workspace: 1, number, source: 'proof', recipe: batchRecipe, files: { events: prepared.value } }
  const report = await store.importFiles(input, () => undefined, signal)
  process.stdout.write(`acknowledged ${batch} ${report.rows.stored} ${report.rows.duplicates}\n`)
  if (batch % 2 === 0) await store.ask(1, wholeCustomer, { question: 'overview' }, signal)
}
await store.close()
process.stdout.write('done\n')
