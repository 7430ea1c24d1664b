import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'

export interface Point {
  readonly x: number
  readonly y: number
}
export interface GraphLayout {
  readonly nodes: ReadonlyMap<string, Point>
  readonly edges: ReadonlyMap<string, { readonly path: string; readonly label: Point }>
}

/** Whether every part of every way runs straight across or straight down. */
export function isSquare(root: ElkNode): boolean {
  return (root.edges ?? []).every((edge) => {
    const points = pointsOf(edge)
    return points.every((point, index) => {
      const before = points[index - 1] ?? point
      return Math.min(Math.abs(point.x - before.x), Math.abs(point.y - before.y)) < 2
    })
  })
}

const pointsOf = (edge: ElkExtendedEdge): Point[] =>
  (edge.sections ?? []).flatMap((section) => [section.startPoint, ...(section.bendPoints ?? []), section.endPoint])

/** Reads what the layout engine placed: corners of nodes, paths of edges with rounded corners, middles of labels. */
export function readLayout(root: ElkNode): GraphLayout {
  const nodes = new Map((root.children ?? []).map((node): [string, Point] => [node.id, { x: node.x ?? 0, y: node.y ?? 0 }]))
  const edges = new Map(
    (root.edges ?? []).map((edge) => {
      const points = pointsOf(edge)
      const label = edge.labels?.[0]
      const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 }
      const place =
        label?.x === undefined || label.y === undefined
          ? middle
          : { x: label.x + (label.width ?? 0) / 2, y: label.y + (label.height ?? 0) / 2 }
      return [edge.id, { path: roundedPath(points, 7), label: place }] as const
    }),
  )
  return { nodes, edges }
}

/** A path through points whose corners are rounded by at most `radius`, never beyond the middle of a side. */
export function roundedPath(points: readonly Point[], radius: number): string {
  const [first] = points
  if (!first) return ''
  const parts = [`M${first.x},${first.y}`]
  for (let index = 1; index < points.length; index += 1) {
    const [before, here, after] = [points[index - 1], points[index], points[index + 1]]
    if (!before || !here) continue
    if (!after) parts.push(`L${here.x},${here.y}`)
    else {
      const start = toward(here, before, radius)
      const end = toward(here, after, radius)
      parts.push(`L${start.x},${start.y}Q${here.x},${here.y} ${end.x},${end.y}`)
    }
  }
  return parts.join('')
}

function toward(from: Point, to: Point, radius: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const share = length === 0 ? 0 : Math.min(radius, length / 2) / length
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}
