import '../canvas.css'
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type ClipboardEvent,
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import { hasGoal } from '../../../exports/map-words.ts'
import { stageMoods } from '../../../exports/stage-mood.ts'
import type { CardId, JourneyMap } from '../../../journey/map.ts'
import { EmotionCurve } from '../../charts/emotion-curve.tsx'
import { River } from '../../charts/river.tsx'
import { emotionColumns, pointName } from '../../features/map/emotion-columns.ts'
import { headLines } from '../../features/map/head-lines.ts'
import { stageGap, stepsFit, type MapColumns } from '../../features/map/map-columns.ts'
import type { MapActions } from '../../features/map/map-body.tsx'
import type { MapSearch } from '../../features/map/map-search.ts'
import { useWidth } from '../../ui/use-width.ts'
import { copyChosen, cutChosen, pasteAt } from '../actions/clipboard.ts'
import { clampZoom } from '../actions/zoom.ts'
import { pressOnGrid } from '../actions/grid-keys.ts'
import { useEditor, useSignal, useView, useViewState } from '../editor-context.tsx'
import { FindBar } from '../find-bar.tsx'
import type { Editor } from '../editor.ts'
import { gridRows, type GridRow } from '../grid-rows.ts'
import { extended, nothing, only, toggled } from '../selection.ts'
import { foldedColumns } from './columns.ts'
import { Overview } from './overview.tsx'
import { DrawnCurve } from './drawn-curve.tsx'
import { AddLane, StageHeads, StepHeads } from './heads.tsx'
import { LaneView } from './lane-view.tsx'
import { useGridDrag } from './use-grid-drag.ts'
import { usePictureDrop } from './use-picture-drop.ts'
import { useMarquee } from './use-marquee.ts'

const headWidth = 132
/** For the button that adds a stage; kept free from the start, so that nothing moves when the map can be edited. */
const addRoom = 40
const riverHeight = 190
const emotionHeight = 116

export interface SheetProps {
  readonly mapId: string
  readonly detail: MapSearch['detail']
  readonly actions: MapActions
}

/** The map on a wide screen, to be read and edited: stages across, the river and the curve on top, lanes below, heads that stay. */
export function Sheet({ mapId, detail, actions }: SheetProps) {
  const editor = useEditor()
  useSignal(editor, 'layout')
  useSignal(editor, 'frame')
  useSignal(editor, 'mode')
  const look = useViewState()
  const view = useView()
  const [ref, width] = useWidth<HTMLDivElement>()
  // Cards and lanes, and the heads of stages and steps above them.
  useGridDrag(ref, editor, mapId)
  const layout = editor.store.layout()
  const map = editor.store.frame()
  const room = Math.max(0, width / look.zoom - headWidth - 2 - addRoom)
  const steps = detail === undefined ? stepsFit(layout.stages, room) : detail === 'steps'
  const folded = useMemo(() => new Set(look.collapsedStages), [look.collapsedStages])
  const columns = useMemo(() => foldedColumns(layout.stages, room, { steps, folded }), [layout.stages, room, steps, folded])
  const lines = useMemo(() => headLines(layout.stages, columns, hasGoal(map)), [layout.stages, map, columns])
  const rows = useRows(editor, steps)
  useEffect(() => {
    const narrowest = foldedColumns(layout.stages, 0, { steps, folded }).width + headWidth + addRoom + 2
    editor.serve({ fitWidth: () => view.set({ zoom: clampZoom(Math.min(1, width / narrowest)) }) })
  }, [editor, view, layout.stages, steps, folded, width])
  useEffect(() => {
    const element = ref.current
    const onWheel = (event: WheelEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      view.zoomBy(event.deltaY < 0 ? 1 : -1)
    }
    element?.addEventListener('wheel', onWheel, { passive: false })
    return () => element?.removeEventListener('wheel', onWheel)
  }, [ref, view])
  return (
    <div className="map-room">
      <div className="map-scroll" ref={ref} tabIndex={-1}>
        {width === 0 ? null : (
          <div
            className="map-sheet"
            data-heads={lines >= 3 ? 'stacked' : 'wrapped'}
            data-editable={editor.canEdit || undefined}
            style={
              {
                width: Math.max(width / look.zoom, columns.width + headWidth + addRoom),
                zoom: look.zoom,
                '--figure-lines': lines,
              } as CSSProperties
            }
          >
            <StageHeads map={map} stages={layout.stages} columns={columns} onOpen={actions.openStage} />
            {folded.size === 0 ? <RiverRow map={map} columns={columns} actions={actions} /> : null}
            <EmotionRow map={map} columns={columns} />
            {steps ? <StepHeads stages={layout.stages} columns={columns} /> : null}
            <Lanes mapId={mapId} rows={rows} columns={columns} />
            <AddLane />
          </div>
        )}
      </div>
      <FindBar />
      {width === 0 ? null : <Overview scroller={ref} rows={rows} columns={columns} start={headWidth} />}
    </div>
  )
}

function useRows(editor: Editor, steps: boolean): readonly GridRow[] {
  const look = useViewState()
  const layout = editor.store.layout()
  const rows = useMemo(() => {
    const isShown = (id: CardId): boolean => {
      const card = editor.store.card(id)
      if (!card || (card.hidden && !look.showHidden)) return false
      return look.persona === null || card.personas === undefined || card.personas.includes(look.persona)
    }
    return gridRows(layout, { steps, isShown, isCollapsed: (stage) => look.collapsedStages.includes(stage) }, editor.rows)
  }, [editor, layout, steps, look.persona, look.showHidden, look.collapsedStages])
  useLayoutEffect(() => {
    editor.setRows(rows)
    const stops = editor.stops()
    const here = editor.focus
    const there =
      here &&
      stops.some((stop) =>
        here.kind === 'card'
          ? stop.focus.kind === 'card' && stop.focus.id === here.id
          : stop.focus.kind === 'cell' && stop.focus.key === here.key,
      )
    if (!there) editor.moveTo((stops.find((stop) => stop.focus.kind === 'card') ?? stops[0])?.focus)
  }, [editor, rows])
  return rows
}

/** One stop of the Tab key for all cards and cells; clicks, keys and the clipboard are heard here once for all. */
function Lanes({ mapId, rows, columns }: { readonly mapId: string; readonly rows: readonly GridRow[]; readonly columns: MapColumns }) {
  const editor = useEditor()
  const ref = useRef<HTMLDivElement>(null)
  const folded = useViewState().collapsedLanes
  useMarquee(ref, editor)
  usePictureDrop(ref, editor)
  useEffect(() => {
    const showFocus = (): void => {
      const { focus } = editor
      const name = focus?.kind === 'card' ? `[data-card="${CSS.escape(focus.id)}"]` : `[data-empty="${CSS.escape(focus?.key ?? '')}"]`
      const element = ref.current?.querySelector<HTMLElement>(name)
      element?.focus({ preventScroll: true })
      element?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    editor.serve({ showFocus })
  }, [editor])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (editor.editing || isField(event.target)) return
    if (pressOnGrid(editor, event)) {
      event.preventDefault()
      requestAnimationFrame(() => {
        const held = document.activeElement
        // A panel that opened meanwhile keeps the focus.
        if (!editor.editing && (held === document.body || ref.current?.contains(held))) editor.showFocus()
      })
    }
  }
  const onClipboard = (event: ClipboardEvent, act: (data: DataTransfer) => boolean): void => {
    if (editor.editing || isField(event.target)) return
    if (act(event.clipboardData)) event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the cards inside take the focus; their clicks and keys are heard here once for all
    <div
      ref={ref}
      className="lanes"
      role="group"
      aria-label="Cards. Arrow keys move between them, Enter opens one."
      onKeyDown={onKeyDown}
      onClick={(event) => onClick(editor, event)}
      onDoubleClick={(event) => onDoubleClick(editor, event)}
      onCopy={(event) => onClipboard(event, (data) => copyChosen(editor, data))}
      onCut={(event) => onClipboard(event, (data) => editor.canEdit && cutChosen(editor, data))}
      onPaste={(event) => onClipboard(event, (data) => pasteAt(editor, data, mapId))}
    >
      {rows.map((row) => (
        <LaneView key={row.lane.id} row={row} columns={columns} folded={folded.includes(row.lane.id)} canEdit={editor.canEdit} />
      ))}
    </div>
  )
}

const isField = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input, textarea, select, button, [contenteditable="true"], [role="menu"]') !== null
const cardAt = (target: EventTarget): CardId | undefined =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-card]')?.dataset['card'] as CardId | undefined) : undefined

function onClick(editor: Editor, event: MouseEvent): void {
  const id = cardAt(event.target)
  if (event.target instanceof Element && event.target.closest('a, button, .card-editor')) return
  if (id === undefined) {
    const empty = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-empty]')?.dataset['empty'] : undefined
    if (empty !== undefined) editor.moveTo({ kind: 'cell', key: empty })
    if (!event.shiftKey && !document.querySelector('.marquee') && window.getSelection()?.isCollapsed !== false)
      editor.select(empty === undefined ? editor.selection : nothing)
    return
  }
  editor.moveTo({ kind: 'card', id })
  if (event.shiftKey) editor.select(extended(editor.selection, id, editor.stops()))
  else if (event.ctrlKey || event.metaKey) editor.select(toggled(editor.selection, id))
  else {
    editor.select(only(id))
    // A card that people wrote is clicked to be moved or typed in; a computed one to see what it rests on.
    if (!editor.canEdit || editor.store.card(id)?.body.kind !== 'text') editor.onOpenCard(id)
  }
}

function onDoubleClick(editor: Editor, event: MouseEvent): void {
  const id = cardAt(event.target)
  if (id !== undefined && editor.store.card(id)?.body.kind === 'text') editor.edit({ kind: 'card', id })
}

function RiverRow({ map, columns, actions }: { readonly map: JourneyMap; readonly columns: MapColumns; readonly actions: MapActions }) {
  const moods = useMemo(() => stageMoods(map), [map])
  const box = useMemo(
    () => ({
      width: columns.width,
      height: riverHeight,
      goal: hasGoal(map),
      columns: columns.stages.map((stage) => ({ x: stage.x, width: stage.width - stageGap })),
    }),
    [columns, map],
  )
  if (!map.river || map.river.ribbons.length === 0) return null
  return (
    <section className="drawn-row" aria-label="River">
      <header className="lane-head">
        <h2>River</h2>
        <p>Width: journeys. Colour: how they feel.</p>
      </header>
      <River
        river={map.river}
        stages={map.stages}
        box={box}
        feelings={moods}
        onOpenStream={actions.openStream}
        onOpenStage={actions.openStage}
      />
    </section>
  )
}

function EmotionRow({ map, columns }: { readonly map: JourneyMap; readonly columns: MapColumns }) {
  const editor = useEditor()
  const { persona } = useViewState()
  const box = useMemo(() => ({ width: columns.width, height: emotionHeight, columns: emotionColumns(map, columns) }), [map, columns])
  const measured = map.emotion?.points.some((point) => point.n > 0) ?? false
  const curve = map.drawnCurves?.find((one) => one.persona === persona)
  if (!measured && !curve && !editor.canEdit) return null
  const who = persona === null ? '' : ` For ${map.personas.find((one) => one.id === persona)?.name ?? 'one persona'}.`
  return (
    <section className="drawn-row emotion-row" aria-label="Emotion">
      <header className="lane-head">
        <h2>Emotion</h2>
        <p>
          {measured ? 'Line: mean score, 95 % band. Dashed: drawn by hand.' : 'Drag the points: how do people feel here?'}
          {who}
        </p>
      </header>
      <div className="emotion-both">
        {measured && map.emotion ? (
          <EmotionCurve curve={map.emotion} box={box} nameOf={(point) => pointName(map, point)} />
        ) : (
          <div style={{ width: columns.width, height: emotionHeight }} />
        )}
        <DrawnCurve curve={curve} persona={persona} stages={map.stages} columns={columns} height={emotionHeight} />
      </div>
    </section>
  )
}
