import type { CommandContext } from '../context.ts'
import { printJson } from '../present/json.ts'
import { drawTable } from '../present/table.ts'
import type { CommandEntry } from './entry.ts'

export const templatesCommand: CommandEntry = {
  describe: (program) =>
    program
      .command('templates')
      .summary('list the templates of journey maps')
      .description('Lists the templates: stages and lanes to start from, with rules that place touchpoints by their names.')
      .option('--json', 'print one JSON object {total, rows}')
      .addHelpText('after', '\nExamples\n  wend templates\n  wend discover orders.csv --template ecommerce\n'),
  run: (command, context) => templates(command.opts(), context),
}

async function templates(options: { readonly json?: boolean }, context: CommandContext): Promise<void> {
  const [{ localOwner }, { listTemplates }] = await Promise.all([import('../../app/actor.ts'), import('../../app/list-templates.ts')])
  const found = listTemplates(localOwner)
  if (options.json === true) return await printJson(context, found)
  await context.out(
    drawTable(
      [
        { title: 'name', value: (row) => row.name },
        { title: 'for', value: (row) => row.audience },
        { title: 'stages', value: (row) => row.stages.map(({ name }) => name).join(', ') },
      ],
      found.rows,
      context.look,
    ),
  )
}
