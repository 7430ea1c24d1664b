import './map-forms.css'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { cardFace } from '../../../exports/card-face.ts'
import { formatScore } from '../../../exports/format.ts'
import { emotionColour } from '../../../exports/look/colour.ts'
import type { Card, JourneyMap } from '../../../journey/map.ts'
import { IconButton } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { usePalette } from '../../ui/theme.ts'
import type { MapActions } from '../map/map-body.tsx'
import { storyOf, type StoryPage } from './story.ts'

/** The map walked as the customer: one stage a screen. Arrow keys go on and back; on paper each stage is a page. */
export function StoryForm({ map, actions }: { readonly map: JourneyMap; readonly actions: MapActions }) {
  const pages = useMemo(() => storyOf(map), [map])
  const [asked, setAsked] = useState(0)
  const at = Math.min(asked, pages.length - 1)
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  const go = (to: number): void => {
    moved.current = true
    setAsked(Math.max(0, Math.min(pages.length - 1, to)))
  }
  useEffect(() => {
    if (moved.current) heading.current?.focus()
  }, [at])
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      const to = { ArrowRight: at + 1, PageDown: at + 1, ArrowLeft: at - 1, PageUp: at - 1, Home: 0, End: pages.length - 1 }[event.key]
      if (to === undefined) return
      event.preventDefault()
      go(to)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  if (pages.length === 0) return <Empty title="No stages yet">Add stages on the map; each becomes a page of the story.</Empty>
  return (
    <div className="story">
      <nav className="story-steps" aria-label="Stages of the story">
        <IconButton label="Back" isDisabled={at === 0} onPress={() => go(at - 1)}>
          <ChevronLeft size={18} aria-hidden />
        </IconButton>
        <ol>
          {pages.map(({ stage }, place) => (
            <li key={stage.id}>
              <button type="button" className="chip" aria-current={place === at ? 'step' : undefined} onClick={() => go(place)}>
                {stage.name}
              </button>
            </li>
          ))}
        </ol>
        <IconButton label="On" isDisabled={at === pages.length - 1} onPress={() => go(at + 1)}>
          <ChevronRight size={18} aria-hidden />
        </IconButton>
      </nav>
      {pages.map((page, place) => (
        <Page
          key={page.stage.id}
          page={page}
          count={`${place + 1} of ${pages.length}`}
          shown={place === at}
          actions={actions}
          heading={place === at ? heading : undefined}
        />
      ))}
    </div>
  )
}

interface PageProps {
  readonly page: StoryPage
  readonly count: string
  readonly shown: boolean
  readonly actions: MapActions
  readonly heading: React.RefObject<HTMLHeadingElement | null> | undefined
}
function Page({ page, count, shown, actions, heading }: PageProps) {
  const palette = usePalette()
  const { stage, sentences, mood } = page
  return (
    <article className="story-page" data-shown={shown || undefined} aria-label={`${stage.name}, ${count}`}>
      <header className="story-head">
        <p className="small faint numeric">{count}</p>
        <h2 ref={heading} tabIndex={-1}>
          {stage.name}
        </h2>
        {stage.purpose === '' ? null : <p className="story-purpose">{stage.purpose}</p>}
        <p className="story-numbers numeric">{sentences.join(' ')}</p>
        <p className="story-mood">
          <span className="story-mood-bar" aria-hidden>
            {mood === null ? null : (
              <span style={{ insetInlineStart: `${((mood + 1) / 2) * 100}%`, background: emotionColour(mood, palette) }} />
            )}
          </span>
          {page.moodWord}
          {mood === null ? '' : ` (${formatScore(mood)})`}
        </p>
      </header>
      {page.says.length > 0 ? (
        <section className="story-says" aria-label="What the customer thinks and says">
          {page.says.map((card) => (
            <Told key={card.id} card={card} actions={actions} />
          ))}
        </section>
      ) : null}
      <div className="story-parts">
        <Part title="What the customer does" cards={page.does} actions={actions} />
        <Part title="Where it hurts" cards={page.hurts} actions={actions} />
        {page.rest.map(({ name, cards }) => (
          <Part key={name} title={name} cards={cards} actions={actions} />
        ))}
      </div>
    </article>
  )
}

function Part({ title, cards, actions }: { readonly title: string; readonly cards: readonly Card[]; readonly actions: MapActions }) {
  if (cards.length === 0) return null
  return (
    <section className="story-part">
      <h3>{title}</h3>
      {cards.map((card) => (
        <Told key={card.id} card={card} actions={actions} />
      ))}
    </section>
  )
}

function Told({ card, actions }: { readonly card: Card; readonly actions: MapActions }) {
  const face = cardFace(card)
  return (
    <button type="button" className="story-card" data-standing={card.standing.kind} onClick={() => actions.openCard(card.id)}>
      {face.figure === undefined ? null : <b className="numeric">{face.figure}</b>}
      <span>{face.quoted ? `“${face.title}”` : face.title}</span>
      <small>{[face.detail, card.standing.kind].filter(Boolean).join(' · ')}</small>
    </button>
  )
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
