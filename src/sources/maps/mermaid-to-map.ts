import type { JourneyMap } from '../../journey/map.ts'
import { MapDraft, textBody } from './map-draft.ts'
import { type MapImport, Problems, quote } from './map-import.ts'
import { decodeEntities, withEntities } from './mermaid-entities.ts'
import { mermaidLines } from './mermaid-lines.ts'

type Stage = NonNullable<ReturnType<MapDraft['addStage']>>
type Lane = JourneyMap['lanes'][number]

/**
 * A map from a Mermaid `journey` diagram: sections become stages, tasks become steps with an action card, the score 1 to 5
 * becomes a point of a drawn curve, actors become personas. Comments, directives and front matter are passed over, as Mermaid does.
 */
export function mermaidToMap(text: string): MapImport {
  const problems = new Problems()
  const { lines, title, started } = mermaidLines(withEntities(text), problems)
  if (!started) {
    problems.leftOut(lines[0]?.number ?? 0, 'This is no Mermaid journey: its first line should be the word "journey".')
    return { problems: problems.listed, more: problems.more }
  }
  const reader = new JourneyReader(problems)
  if (title !== '') reader.draft.title = title
  for (const line of lines) reader.read(line.text, line.number)
  const found = reader.draft.finish()
  if (found.map) return { ...found, problems: found.problems.toSorted((a, b) => a.line - b.line) }
  problems.leftOut(0, 'There is no section and no task. Write "section Name" and under it "Task: 3: Actor".')
  return { problems: problems.listed, more: problems.more }
}

class JourneyReader {
  readonly draft: MapDraft
  private readonly problems: Problems
  private stage: Stage | undefined
  private lane: Lane | undefined
  private closed = false
  constructor(problems: Problems) {
    this.problems = problems
    this.draft = new MapDraft(problems)
  }

  read(line: string, number: number): void {
    const title = /^title\s+(.+)$/i.exec(line)
    if (title) return void (this.draft.title = plain(title[1] ?? ''))
    const about = /^acc(title|descr)\s*:\s*(.*)$/i.exec(line)
    if (about) return this.describe(about[1] ?? '', plain(about[2] ?? ''))
    if (line.includes(';'))
      return this.problems.leftOut(number, `A semicolon ends the text in Mermaid: ${quote(decodeEntities(line))}. Write a comma instead.`)
    const section = /^section\s+([^:]+)$/i.exec(line)
    if (section) return this.open(plain(section[1] ?? ''), number)
    if (/^section(\s|$)/i.test(line) && !line.includes(':'))
      return this.problems.leftOut(number, 'A section needs a name: "section Buying".')
    const cut = line.indexOf(':')
    const name = cut < 0 ? '' : plain(line.slice(0, cut))
    if (name === '')
      return this.problems.leftOut(number, `${quote(decodeEntities(line))} is no task. A task is written "Name: 3: Actor, Actor".`)
    this.task(name, line.slice(cut + 1), number)
  }

  private describe(what: string, text: string): void {
    if (what.toLowerCase() === 'descr') this.draft.summary = text
    else if (this.draft.title === '') this.draft.title = text
  }

  private open(name: string, number: number): void {
    this.stage = this.draft.addStage(name, number)
    this.closed = this.stage === undefined
  }

  private task(name: string, data: string, number: number): void {
    if (this.closed) return this.problems.leftOut(number, `The stage of ${quote(name)} was left out, and the task with it.`)
    this.stage ??= this.draft.addStage('Start', number)
    const step = this.stage && this.draft.addStep(this.stage, name, number)
    if (!this.stage || !step) return
    const [score = '', actors = '', ...rest] = data.split(':')
    if (rest.length > 0) this.problems.changed(number, `Mermaid reads nothing after the actors of ${quote(name)}; neither does Wend.`)
    const value = this.score(score.trim(), number)
    if (value !== undefined) this.draft.draw(step.id, value)
    const names = [...new Set(actors.split(',').map(plain))].filter((actor) => actor !== '')
    const personas = names.map((actor) => this.draft.persona(actor))
    this.lane ??= this.draft.addLane('actions', 'Actions', number)
    if (this.lane)
      this.draft.addCard(
        { lane: this.lane.id, stage: this.stage.id, step: step.id, body: textBody(name), ...(personas.length > 0 && { personas }) },
        number,
      )
  }

  /** 1..5 as −1..+1, or nothing. */
  private score(text: string, number: number): number | undefined {
    const score = text === '' ? Number.NaN : Number(text)
    if (Number.isNaN(score)) {
      this.problems.changed(
        number,
        `${text === '' ? 'The task has no score' : `${quote(text)} is no score`}; the curve has no point here. Write a number from 1 to 5.`,
      )
      return undefined
    }
    if (score < 1 || score > 5)
      this.problems.changed(number, `A score lies between 1 and 5; ${quote(text)} was taken as ${score < 1 ? 1 : 5}.`)
    return (Math.min(5, Math.max(1, score)) - 3) / 2
  }
}

const plain = (text: string): string =>
  decodeEntities(text.replaceAll(/<br\s*\/?>/gi, ' '))
    .replaceAll(/\s+/g, ' ')
    .trim()
