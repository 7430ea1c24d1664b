import { useEffect, useState } from 'react'
import { Button } from '../../ui/button.tsx'

/** The recipe itself, for whoever wants to say more than the form can. */
export function RecipeEditor({
  recipe,
  onRecipe,
  open = false,
}: {
  readonly recipe: string
  readonly onRecipe: (recipe: string) => void
  readonly open?: boolean
}) {
  const [text, setText] = useState(recipe)
  useEffect(() => setText(recipe), [recipe])
  return (
    <details className="panel recipe-editor" open={open}>
      <summary>
        <strong>Recipe</strong> <span className="faint small">joins, fixed texts, tables of names, several events a row</span>
      </summary>
      <div className="stack recipe-body">
        <label className="visually-hidden" htmlFor="recipe-text">
          Recipe as YAML
        </label>
        <textarea
          id="recipe-text"
          className="control"
          spellCheck={false}
          rows={Math.min(30, text.split('\n').length + 2)}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className="row">
          <Button small isDisabled={text === recipe} onPress={() => onRecipe(text)}>
            Use this recipe
          </Button>
          <Button small look="quiet" isDisabled={text === recipe} onPress={() => setText(recipe)}>
            Undo my changes
          </Button>
        </div>
      </div>
    </details>
  )
}
