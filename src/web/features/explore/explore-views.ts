export const exploreViews = [
  { view: 'river', title: 'River' },
  { view: 'graph', title: 'Process graph' },
  { view: 'funnel', title: 'Funnel' },
  { view: 'variants', title: 'Variants' },
  { view: 'touchpoints', title: 'Touchpoints' },
  { view: 'trend', title: 'Trend' },
  { view: 'customer', title: 'Customer' },
] as const
export type ExploreView = (typeof exploreViews)[number]['view']
export const isExploreView = (text: string): text is ExploreView => exploreViews.some((one) => one.view === text)
