import type { Card, JourneyMap, TextMark } from './map.ts'
import type { MapProblem } from './validate-map.ts'

/** Addresses that a text may link to: the web and mail, nothing that runs. */
export const linkable = (href: string): boolean => href.length <= 2000 && /^(?:https?:\/\/|mailto:)[^\s\p{Cc}]+$/iu.test(href)

/** The id of an asset of the workspace, or a picture that runs nothing, inside the file. */
export const isPicture = (value: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/.test(value) || /^data:image\/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/]+={0,2}$/.test(value)

/** A card or a drawn curve that speaks for a persona who is not on the map. */
export function unknownPersonas({ cards, personas, drawnCurves = [] }: JourneyMap): readonly MapProblem[] {
  const known = new Set(personas.map(({ id }) => id))
  const problem = (persona: string, path: string): readonly MapProblem[] =>
    known.has(persona)
      ? []
      : [
          {
            code: 'unknown-persona',
            path,
            message: `Persona "${persona}" is not on the map; put it under "personas" or take it away here.`,
          },
        ]
  return [
    ...cards.flatMap((card, c) => (card.personas ?? []).flatMap((persona, p) => problem(persona, `cards[${c}].personas[${p}]`))),
    ...drawnCurves.flatMap(({ persona }, d) => (persona === null ? [] : problem(persona, `drawnCurves[${d}].persona`))),
  ]
}

/** Formatting beyond the end of its text, or links to what is neither web nor mail. */
export function badMarks({ cards }: JourneyMap): readonly MapProblem[] {
  return cards.flatMap((card, c) =>
    formatted(card).flatMap(({ text, marks, at }) => marks.flatMap((mark, m) => badMark(mark, text, `cards[${c}].${at}[${m}]`))),
  )
}

function formatted({
  body,
  note,
  noteMarks,
}: Card): readonly { readonly text: string; readonly marks: readonly TextMark[]; readonly at: string }[] {
  return [
    ...(body.kind === 'text' && body.marks ? [{ text: body.text, marks: body.marks, at: 'body.marks' }] : []),
    ...(noteMarks ? [{ text: note ?? '', marks: noteMarks, at: 'noteMarks' }] : []),
  ]
}

function badMark(mark: TextMark, text: string, path: string): readonly MapProblem[] {
  if (mark.from >= mark.to || mark.to > text.length)
    return [
      {
        code: 'bad-mark',
        path,
        message: `The formatting from ${mark.from} to ${mark.to} lies outside its text of ${text.length} characters.`,
      },
    ]
  if (mark.kind !== 'link' || linkable(mark.href)) return []
  return [{ code: 'bad-link', path: `${path}.href`, message: 'A link begins with http://, https:// or mailto: and holds no spaces.' }]
}

/** Pictures that are neither an asset nor a harmless image. */
export function badPictures({ cards, personas }: JourneyMap): readonly MapProblem[] {
  const problem = (picture: string | undefined, path: string): readonly MapProblem[] =>
    picture === undefined || isPicture(picture)
      ? []
      : [{ code: 'bad-picture', path, message: 'A picture is the id of an asset, or a data: URL of PNG, JPEG, WebP or GIF in base64.' }]
  return [
    ...cards.flatMap(({ body }, c) => (body.kind === 'image' ? problem(body.image, `cards[${c}].body.image`) : [])),
    ...personas.flatMap(({ picture }, p) => problem(picture, `personas[${p}].picture`)),
  ]
}

/** Drawn curves through steps that are not there, twice through one step, or two of one persona. */
export function badCurves({ stages, drawnCurves = [] }: JourneyMap): readonly MapProblem[] {
  const steps = new Set(stages.flatMap((stage) => stage.steps.map(({ id }) => id)))
  return drawnCurves.flatMap(({ persona, points }, d): readonly MapProblem[] => {
    const again = drawnCurves.findIndex((curve) => curve.persona === persona) < d
    return [
      ...(again
        ? [
            {
              code: 'repeated-id' as const,
              path: `drawnCurves[${d}].persona`,
              message: 'This persona has a drawn curve already; put the points into one.',
            },
          ]
        : []),
      ...points.flatMap(({ step, value }, p): readonly MapProblem[] => {
        const path = `drawnCurves[${d}].points[${p}]`
        if (!steps.has(step))
          return [
            {
              code: 'unknown-step',
              path: `${path}.step`,
              message: `The drawn curve has a point at step "${step}", which is not on the map.`,
            },
          ]
        if (points.findIndex((point) => point.step === step) < p)
          return [{ code: 'repeated-id', path: `${path}.step`, message: `The drawn curve has two points at step "${step}"; leave one.` }]
        return value >= -1 && value <= 1 ? [] : [{ code: 'bad-number', path: `${path}.value`, message: `${value} lies outside -1 to 1.` }]
      }),
    ]
  })
}
