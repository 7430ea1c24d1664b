import type { previewPaths } from '../../app/files-preview.ts'
import { plural } from './numbers.ts'
import type { Look } from '../context.ts'
import { momentText } from './answer-columns.ts'
import { plain } from './plain.ts'
import { drawTable, strong, type Column } from './table.ts'

type Preview = Awaited<ReturnType<typeof previewPaths>>
type PreviewEvent = Preview['events'][number]

/** The recipe, the first events it makes, and what is open. */
export function previewText(preview: Preview, look: Look): string {
  const { files, notes, questions, events, recipe } = preview
  const several = files.length > 1
  const columns: readonly Column<PreviewEvent>[] = [
    ...(several ? [{ title: 'file', value: (row: PreviewEvent) => row.file }] : []),
    { title: 'line', right: true, value: (row) => String(row.line) },
    { title: 'customer', value: (row) => row.customer },
    { title: 'touchpoint', value: (row) => row.touchpoint },
    { title: 'time (UTC)', value: (row) => (row.time === null ? '–' : momentText(row.time)) },
    { title: 'channel', value: (row) => row.channel },
    { title: 'account', value: (row) => row.account },
    { title: 'score', right: true, value: (row) => (row.score === null ? '' : String(row.score)) },
    { title: 'text', value: (row) => row.text },
    { title: 'refused because', value: (row) => row.problem },
  ]
  const shown = columns.filter(({ title, value }) => !optional.has(title) || events.some((row) => value(row) !== ''))
  return [
    ...files.map((file) =>
      plain(
        `${file.name}: ${file.format}, ${plural(file.columns.length, 'column')}${file.notes.length > 0 ? `; ${file.notes.join('; ')}` : ''}`,
      ),
    ),
    ...notes.map((note) => plain(`  ${note}`)),
    ...questions.map((question) => plain(`? ${question}`)),
    '',
    strong('The first events', look),
    drawTable(shown, events, look),
    strong(preview.inferred ? 'The recipe, worked out' : 'The recipe', look),
    recipe.trimEnd(),
    '',
    'Nothing was stored.',
    '',
  ].join('\n')
}

const optional: ReadonlySet<string> = new Set(['channel', 'account', 'score', 'text', 'refused because'])
