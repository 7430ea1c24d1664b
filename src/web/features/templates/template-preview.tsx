import type { TemplateSummary } from '../../../contract/templates.ts'

const width = 240
const height = 72

/** Stages across and lanes down, drawn from the template itself; each lane in its colour. */
export function TemplatePreview({ template }: { readonly template: Pick<TemplateSummary, 'stages' | 'lanes'> }) {
  const column = width / Math.max(1, template.stages.length)
  const row = Math.min(10, (height - 14) / Math.max(1, template.lanes.length))
  return (
    <svg className="template-preview" viewBox={`0 0 ${width} ${height}`} aria-hidden>
      {template.stages.map((stage, index) => (
        <path
          key={stage.name}
          className="thumbnail-stage"
          d={`M${index * column + 1},1h${column - 6}l4,4.5l-4,4.5h-${column - 6}l3,-4.5z`}
        />
      ))}
      {template.lanes.flatMap((lane, place) =>
        template.stages.map((stage, index) => (
          <rect
            key={`${lane.name}-${stage.name}`}
            x={index * column + 2}
            y={14 + place * row}
            width={Math.max(2, column - 6)}
            height={Math.max(1.5, row - 2)}
            rx={1}
            fill={`var(--lane-${lane.kind})`}
            opacity={0.35}
          />
        )),
      )}
    </svg>
  )
}
