import { CircleHelp } from 'lucide-react'
import type { PreviewQuestion } from '../../../contract/imports.ts'
import { Button } from '../../ui/button.tsx'
import { readRecipeForm, setAt, setDates, setRuleField, setTimezone } from './recipe-form.ts'
import { zoneNames } from './zone-names.ts'
import { SelectField } from '../../ui/field.tsx'

export interface OpenQuestionsProps {
  readonly questions: readonly PreviewQuestion[]
  readonly recipe: string
  /** The recipe with the question answered in it. */
  readonly onAnswer: (question: PreviewQuestion, recipe: string) => void
}

/** What only a person can say about the files. */
export function OpenQuestions({ questions, recipe, onAnswer }: OpenQuestionsProps) {
  if (questions.length === 0) return null
  return (
    <section className="panel panel-body stack questions" aria-label="Only you can say">
      <h2>Only you can say</h2>
      {questions.map((question, index) => (
        <div key={index} className="question">
          <CircleHelp size={17} aria-hidden />
          <div className="stack question-text">
            <p>{question.text}</p>
            <Choices question={question} recipe={recipe} onAnswer={onAnswer} />
          </div>
        </div>
      ))}
    </section>
  )
}

function Choices({ question, recipe, onAnswer }: { readonly question: PreviewQuestion } & Omit<OpenQuestionsProps, 'questions'>) {
  if (question.about === 'timezone') {
    const zone = readRecipeForm(recipe)?.timezone ?? 'UTC'
    return (
      <SelectField
        label="Time zone"
        hideLabel
        className="question-zone"
        value={zone}
        choices={zoneNames(zone).map((name) => ({ value: name, label: name }))}
        onChange={(value) => onAnswer(question, setTimezone(recipe, value))}
      />
    )
  }
  return (
    <div className="row">
      {question.choices.map((choice) => (
        <Button key={choice.value} small onPress={() => onAnswer(question, answered(question, choice.value, recipe))}>
          {choice.label}
        </Button>
      ))}
    </div>
  )
}

function answered(question: PreviewQuestion, value: string, recipe: string): string {
  if (question.about === 'dates') return value === 'day-first' || value === 'month-first' ? setDates(recipe, value) : recipe
  if (question.about === 'columns' && question.field.startsWith('events['))
    return setAt(recipe, question.field, question.field.endsWith('.customer') ? `{${value}}` : value)
  const rules = readRecipeForm(recipe)?.rules ?? []
  if (question.about === 'scale') {
    const rule = rules.findIndex((one) => one.score.includes(question.field) && one.score !== '')
    return rule < 0 ? recipe : setRuleField(recipe, rule, { field: 'scale', value })
  }
  return recipe
}
