import type { LaneKind } from '../../journey/map.ts'
import { standardLanes } from '../../journey/standard-lanes.ts'

/** What people call their rows, besides the names that Wend gives them. Lower case. */
const words: Readonly<Partial<Record<LaneKind, readonly string[]>>> = {
  actions: ['action', 'actions', 'activities', 'customer actions', 'doing', 'tasks', 'steps taken', 'user actions'],
  touchpoints: ['touchpoint', 'touch points', 'contact points', 'interactions'],
  channels: ['channel', 'medium', 'media'],
  thoughts: ['thought', 'thinking', 'questions', 'mindset', 'mindsets'],
  emotions: ['emotion', 'feeling', 'feelings', 'mood'],
  needs: ['need', 'goals', 'customer goals', 'expectations', 'jobs'],
  'pain-points': ['pain', 'pains', 'pain point', 'painpoints', 'frustrations', 'problems', 'friction', 'barriers'],
  opportunities: ['opportunity', 'ideas', 'improvements', 'solutions'],
  kpis: ['kpi', 'metrics', 'metric', 'measures'],
  verbatims: ['verbatim', 'quotes', 'quote', 'voice of the customer'],
  owners: ['owner', 'ownership', 'team', 'teams', 'responsible', 'internal owner'],
  backstage: ['back stage', 'backstage actions', 'internal', 'support processes', 'systems', 'processes'],
  images: ['image', 'storyboard', 'pictures', 'screenshots'],
}

/** The kind of a lane by the name in a file; `custom` for any other. */
export function laneKindOf(name: string): LaneKind {
  const wanted = name.trim().toLowerCase().replaceAll(/\s+/g, ' ')
  const kinds = Object.keys(standardLanes) as LaneKind[]
  return (
    kinds.find(
      (kind) => kind === wanted || standardLanes[kind].name.toLowerCase() === wanted || (words[kind]?.includes(wanted) ?? false),
    ) ?? 'custom'
  )
}
