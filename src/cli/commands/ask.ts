import type { Command } from 'commander'
import { buildQuestion, questionNames } from '../build-question.ts'
import type { CommandContext } from '../context.ts'
import { addDefinitionOptions } from '../definition-options.ts'
import { addInputOptions } from '../input-options.ts'
import { openInput, type EventsInput } from '../open-input.ts'
import { addQuestionOptions, type QuestionOptions } from '../question-options.ts'
import { answerMethod, buildMethod, methodText } from '../methods/ask-method.ts'
import { isMethodName, methodCommands, methodNames } from '../methods/methods.ts'
import type { MethodOptions } from '../methods/method-command.ts'
import { printJson } from '../present/json.ts'
import type { MethodName } from '../shapes.ts'
import type { CommandEntry } from './entry.ts'

type AskOptions = EventsInput & QuestionOptions & { readonly json?: boolean; readonly csv?: boolean }

export const askCommand: CommandEntry = {
  describe: (program) =>
    addDefinitionOptions(
      addInputOptions(
        addMethodOptions(
          addQuestionOptions(
            program
              .command('ask')
              .argument('<question>', [...questionNames, ...methodNames].join(', '))
              .argument('[file...]', 'files to ask; none: the data directory'),
          ),
        ),
      ),
    )
      .summary('ask one question of files or of a data directory')
      .description(
        'Asks one question of files, without any server, or of a data directory. Every number states what it counts; the line under a table reconciles it.',
      )
      .option('--data <dir>', 'the data directory, where no file is named')
      .option('--json', 'print one JSON object {question, unit, journeys, events, total, rows, other}; times in milliseconds')
      .option('--csv', 'print the rows as CSV; times in milliseconds')
      .addHelpText('after', help),
  run: (command, context) => ask(command, context),
}

async function ask(command: Command, context: CommandContext): Promise<void> {
  const options = command.opts<AskOptions>()
  const [name = '', ...paths] = command.args
  const machine = options.json === true || options.csv === true
  const building = { usualLimit: machine ? 1000 : 25, allRows: 1_000_000_000 }
  if (isMethodName(name)) return askMethod(name, command, context)
  // What is mistyped is told before a long file is read.
  await buildQuestion(name, options, { ...building, stagesFor: () => Promise.resolve([]) })
  const input = await openInput(context, paths, options)
  try {
    const { askEvents, stageGroupsFor } = await import('../../app/files-ask.ts')
    const question = await buildQuestion(name, options, {
      ...building,
      stagesFor: (template) => stageGroupsFor(input, template),
    })
    const answer = await askEvents(input, question)
    if (options.json === true) return await printJson(context, answer)
    if (options.csv === true) return await context.out((await import('../present/answer-csv.ts')).answerCsv(answer))
    await context.out((await import('../present/answer-text.ts')).answerText(answer, question, context.look))
  } finally {
    await input.close()
  }
}

const addMethodOptions = (command: Command): Command =>
  methodNames.reduce((all, name) => methodCommands[name].options?.(all) ?? all, command)

async function askMethod(name: MethodName, command: Command, context: CommandContext): Promise<void> {
  const options = command.opts<AskOptions & MethodOptions>()
  const [, ...paths] = command.args
  const machine = options.json === true || options.csv === true
  const question = await buildMethod(name, options, { usualLimit: machine ? 1000 : 25, allRows: 1_000_000_000 })
  const input = await openInput(context, paths, options)
  try {
    const answer = await answerMethod(context, input, question)
    if (options.json === true) return await printJson(context, answer)
    if (options.csv === true) return await context.out((await import('../present/answer-csv.ts')).answerCsv(answer))
    await context.out(methodText(answer, context.look))
  } finally {
    await input.close()
  }
}

const help = `
Questions
  overview      customers, journeys, events, outcomes, durations
  touchpoints   who reaches each, where journeys start, end and are lost, time to what comes next
  transitions   which touchpoint directly follows which, how often, after how long
  variants      the exact sequences that several journeys share
  funnel        how many get from step to step, within a window
  flow, stages  between and within stages
  paths         what comes before or after a touchpoint
  timeline      everything one customer did
  trend         a number over time
  scores        how customers feel, by touchpoint
  verbatims     what they say in their own words
  members       the journeys behind any number, exactly that many

Questions that look deeper
${methodNames.map((name) => `  ${name.padEnd(13)} ${methodCommands[name].describe}`).join('\n')}

Tests for --where (again for more: different fields must all hold, the same field with = means "any of these")
  of events:    touchpoint=Buy  touchpoint!=Buy  channel=web  source=CRM  role=Buyer
                time>=2025-01-01  time<2025-02-01T12:00  property.plan=pro  property.amount>=100
  of journeys:  reached=Buy  not-reached=Buy  outcome=goal (or lost, open)  duration<7d  start>=2025-01-01
                customer=c-17  journey.plan=pro

Examples
  wend ask transitions orders.csv
  wend ask variants log.xes --limit 10
  wend ask touchpoints log.csv --columns customer=case_id,touchpoint=activity,time=timestamp --json
  wend ask funnel web.jsonl --steps "Product page,Cart,Order" --window 7d
  wend ask touchpoints orders.csv --where "reached=Cart" --where "duration<7d"
  wend ask members orders.csv --of transitions --from Cart --to Order
  wend ask trend --measure conversion --goal Order --bucket month --data ~/.wend
`
