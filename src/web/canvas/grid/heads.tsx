import { useNavigate } from '@tanstack/react-router'
import { ChevronRight, Map as MapIcon, Plus } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { hasGoal, stageFigures } from '../../../exports/map-words.ts'
import type { JourneyMap, Lane, LaneId, LaneKind, Stage, Step } from '../../../journey/map.ts'
import { standardLanes } from '../../../journey/standard-lanes.ts'
import type { MapColumns } from '../../features/map/map-columns.ts'
import { addLane, addStage, addStep, moveLane, moveStage, moveStep, splitStage, splitStep } from '../actions/structure-actions.ts'
import { useEditor, useView, useViewState } from '../editor-context.tsx'
import { StepMapDialog } from '../../features/map/step-map-dialog.tsx'
import { HeadMenu } from './head-menu.tsx'
import { NameField } from './name-field.tsx'

export interface StageHeadsProps {
  readonly map: Pick<JourneyMap, 'basis'>
  readonly stages: readonly Stage[]
  readonly columns: MapColumns
  readonly onOpen: (stage: Stage) => void
}

export function StageHeads({ map, stages, columns, onOpen }: StageHeadsProps) {
  const editor = useEditor()
  const folded = useViewState().collapsedStages
  return (
    <div className="stage-heads">
      <div className="lane-head corner" />
      {stages.map((stage, index) => (
        <StageHead
          key={stage.id}
          stage={stage}
          next={stages[index + 1]}
          width={columns.stages[index]?.width ?? 0}
          goal={hasGoal(map)}
          folded={folded.includes(stage.id)}
          onOpen={onOpen}
        />
      ))}
      {editor.canEdit ? (
        <button type="button" className="add-head" aria-label="Add a stage" title="Add a stage" onClick={() => addStage(editor, null)}>
          <Plus size={15} aria-hidden />
        </button>
      ) : null}
    </div>
  )
}

interface StageHeadProps {
  readonly stage: Stage
  readonly next: Stage | undefined
  readonly width: number
  readonly goal: boolean
  readonly folded: boolean
  readonly onOpen: (stage: Stage) => void
}
function StageHead({ stage, next, width, goal, folded, onOpen }: StageHeadProps) {
  const editor = useEditor()
  const view = useView()
  const rename = (): void => editor.edit({ kind: 'head', of: 'stage', id: stage.id })
  if (folded)
    return (
      <div className="stage-head stage-folded" style={{ width }}>
        <button
          type="button"
          className="unfold"
          title={`Open ${stage.name}`}
          aria-label={`Open ${stage.name}`}
          onClick={() => view.toggle('collapsedStages', stage.id)}
        >
          <ChevronRight size={13} aria-hidden />
          <span>{stage.name}</span>
        </button>
      </div>
    )
  return (
    <div className="stage-head" style={{ width }} data-stage={stage.id} data-drag="stage">
      <NameField
        of="stage"
        id={stage.id}
        name={stage.name}
        label="Name of the stage"
        onSave={(name) => editor.apply('Rename a stage', [{ kind: 'rename-stage', stage: stage.id, name }])}
      >
        <div className="head-line">
          <button
            type="button"
            className="stage-name"
            title={`${stage.purpose}\n${stage.rule}`.trim()}
            onClick={() => (stage.numbers ? onOpen(stage) : rename())}
            onDoubleClick={rename}
            onKeyDown={headKeys(rename, (side) => moveStage(editor, stage.id, side))}
          >
            {stage.name}
          </button>
          {editor.canEdit ? <StageMenu stage={stage} next={next} onRename={rename} /> : null}
        </div>
      </NameField>
      <p className="stage-figures numeric">
        {stageFigures(stage.numbers, goal).map((figure) => (
          <span key={figure.caption} data-bad={figure.bad || undefined} title={figure.said}>
            <b>{figure.value}</b> {figure.caption}
          </span>
        ))}
      </p>
    </div>
  )
}

function StageMenu({ stage, next, onRename }: { readonly stage: Stage; readonly next: Stage | undefined; readonly onRename: () => void }) {
  const editor = useEditor()
  const view = useView()
  const navigate = useNavigate({ from: '/maps/$map' })
  return (
    <HeadMenu
      label={`Stage ${stage.name}`}
      commands={[
        { name: 'Rename', run: onRename },
        {
          name: 'Comments',
          run: () =>
            void navigate({
              to: '.',
              search: ({ card: _card, ...old }) => ({ ...old, panel: 'comments' as const, stage: stage.id }),
              resetScroll: false,
            }),
        },
        { name: 'Add a step', run: () => addStep(editor, stage, null) },
        { name: 'Add a stage after', run: () => addStage(editor, next?.id ?? null) },
        { name: 'Move left', run: () => moveStage(editor, stage.id, -1) },
        { name: 'Move right', run: () => moveStage(editor, stage.id, 1) },
        { name: 'Split at the middle', run: () => splitStage(editor, stage) },
        {
          name: next ? `Merge into ${next.name}` : 'Merge into the next',
          disabled: !next,
          run: () => next && editor.apply('Merge stages', [{ kind: 'merge-stage', stage: stage.id, into: next.id }]),
        },
        { name: 'Fold', run: () => view.toggle('collapsedStages', stage.id) },
        {
          name: 'Remove',
          run: () =>
            editor.apply('Remove a stage', [{ kind: 'remove-stage', stage: stage.id }]) &&
            editor.say(`${stage.name} removed. Ctrl+Z brings it back.`),
        },
      ]}
    />
  )
}

export function StepHeads({ stages, columns }: { readonly stages: readonly Stage[]; readonly columns: MapColumns }) {
  const folded = useViewState().collapsedStages
  return (
    <div className="step-heads">
      <div className="lane-head corner" />
      {stages.map((stage, index) => (
        <div key={stage.id} className="step-heads-stage" style={{ width: columns.stages[index]?.width }}>
          {folded.includes(stage.id)
            ? null
            : stage.steps.map((step, place) => (
                <StepHead key={step.id} stage={stage} step={step} width={columns.stages[index]?.steps[place]?.width} />
              ))}
        </div>
      ))}
    </div>
  )
}

function StepHead({ stage, step, width }: { readonly stage: Stage; readonly step: Step; readonly width: number | undefined }) {
  const editor = useEditor()
  const navigate = useNavigate()
  const [choosing, setChoosing] = useState(false)
  const rename = (): void => editor.edit({ kind: 'head', of: 'step', id: step.id })
  const at = stage.steps.findIndex((one) => one.id === step.id)
  const next = stage.steps[at + 1]
  const open =
    step.map === undefined
      ? []
      : [{ name: 'Open the detailed map', run: () => void navigate({ to: '/maps/$map', params: { map: step.map ?? '' } }) }]
  return (
    <span className="step-head" style={{ width }} title={step.touchpoints.join(', ')} data-step={step.id} data-drag="step">
      <NameField
        of="step"
        id={step.id}
        name={step.name}
        label="Name of the step"
        onSave={(name) => editor.apply('Rename a step', [{ kind: 'rename-step', step: step.id, name }])}
      >
        <button
          type="button"
          className="step-name"
          onDoubleClick={rename}
          onClick={(event) => event.detail === 0 && rename()}
          onKeyDown={headKeys(rename, (side) => moveStep(editor, step.id, side))}
        >
          {step.name}
          {step.map === undefined ? null : <MapIcon size={11} aria-label="opens a map" />}
        </button>
        {editor.canEdit ? (
          <HeadMenu
            label={`Step ${step.name}`}
            commands={[
              ...open,
              { name: step.map === undefined ? 'Choose a detailed map' : 'Change the detailed map', run: () => setChoosing(true) },
              { name: 'Rename', run: rename },
              { name: 'Add a step after', run: () => addStep(editor, stage, next?.id ?? null) },
              { name: 'Move left', run: () => moveStep(editor, step.id, -1) },
              { name: 'Move right', run: () => moveStep(editor, step.id, 1) },
              { name: 'Split', run: () => splitStep(editor, step) },
              {
                name: next ? `Merge into ${next.name}` : 'Merge into the next',
                disabled: !next,
                run: () => next && editor.apply('Merge steps', [{ kind: 'merge-step', step: step.id, into: next.id }]),
              },
              {
                name: 'Remove',
                run: () =>
                  editor.apply('Remove a step', [{ kind: 'remove-step', step: step.id }]) &&
                  editor.say(`${step.name} removed; its cards speak for the stage. Ctrl+Z brings it back.`),
              },
            ]}
          />
        ) : null}
      </NameField>
      {choosing ? <StepMapDialog step={step} onClose={() => setChoosing(false)} /> : null}
    </span>
  )
}

/** F2 renames; Alt and an arrow moves. */
const headKeys =
  (rename: () => void, move: (side: 1 | -1) => void) =>
  (event: React.KeyboardEvent): void => {
    const side = event.altKey
      ? { ArrowLeft: -1 as const, ArrowRight: 1 as const, ArrowUp: -1 as const, ArrowDown: 1 as const }[event.key]
      : undefined
    if (event.key !== 'F2' && side === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (side === undefined) rename()
    else move(side)
  }

export function LaneHead({ lane, children }: { readonly lane: Lane; readonly children?: ReactNode }) {
  const editor = useEditor()
  const view = useView()
  const rename = (): void => editor.edit({ kind: 'head', of: 'lane', id: lane.id })
  const { lanes } = editor.store.layout()
  const after = lanes[lanes.findIndex((one) => one.id === lane.id) + 1]?.id ?? null
  return (
    <header className="lane-head" data-lane-head={lane.id} data-drag="lane">
      <NameField
        of="lane"
        id={lane.id}
        name={lane.name}
        label="Name of the lane"
        onSave={(name) => editor.apply('Rename a lane', [{ kind: 'rename-lane', lane: lane.id, name }])}
      >
        <div className="head-line">
          <h2 title={lane.hint}>
            <button
              type="button"
              className="lane-name"
              onDoubleClick={rename}
              onClick={(event) => event.detail === 0 && rename()}
              onKeyDown={headKeys(rename, (side) => moveLane(editor, lane.id, side))}
            >
              {lane.name}
            </button>
          </h2>
          {editor.canEdit ? (
            <HeadMenu
              label={`Lane ${lane.name}`}
              commands={[
                { name: 'Rename', run: rename },
                { name: 'Fold or open', run: () => view.toggle('collapsedLanes', lane.id) },
                { name: 'Move up', run: () => moveLane(editor, lane.id, -1) },
                { name: 'Move down', run: () => moveLane(editor, lane.id, 1) },
                { name: 'Add a notes lane below', run: () => addLane(editor, 'custom', after) },
                {
                  name: 'Remove',
                  run: () =>
                    editor.apply('Remove a lane', [{ kind: 'remove-lane', lane: lane.id }]) &&
                    editor.say(`${lane.name} removed. Ctrl+Z brings it back.`),
                },
              ]}
            />
          ) : null}
        </div>
      </NameField>
      {children}
    </header>
  )
}

/** Under the last lane: a lane of any kind. */
export function AddLane({ before = null }: { readonly before?: LaneId | null }) {
  const editor = useEditor()
  if (!editor.canEdit) return null
  return (
    <div className="add-lane">
      <span className="small faint">Add a lane</span>
      {(Object.keys(standardLanes) as LaneKind[]).map((kind) => (
        <button key={kind} type="button" className="chip" onClick={() => addLane(editor, kind, before)}>
          <Plus size={11} aria-hidden /> {standardLanes[kind].name}
        </button>
      ))}
    </div>
  )
}
