/** Ways to look at journeys: what happens in them, and what it means. A new one is a line here and one in the page. */
export const exploreViews = [
  { view: 'river', title: 'River', group: 'happens' },
  { view: 'graph', title: 'Process graph', group: 'happens' },
  { view: 'funnel', title: 'Funnel', group: 'happens' },
  { view: 'variants', title: 'Variants', group: 'happens' },
  { view: 'touchpoints', title: 'Touchpoints', group: 'happens' },
  { view: 'trend', title: 'Trend', group: 'happens' },
  { view: 'customer', title: 'Customer', group: 'happens' },
  { view: 'archetypes', title: 'Archetypes', group: 'meaning' },
  { view: 'channels', title: 'Channels', group: 'meaning' },
  { view: 'accounts', title: 'Accounts', group: 'meaning' },
  { view: 'emotion', title: 'Emotion', group: 'meaning' },
  { view: 'changes', title: 'Changes', group: 'meaning' },
  { view: 'compare', title: 'Compare', group: 'meaning' },
  { view: 'plan', title: 'Plan', group: 'meaning' },
  { view: 'insights', title: 'Insights', group: 'meaning' },
  { view: 'outlook', title: 'What next', group: 'meaning' },
  { view: 'themes', title: 'Themes', group: 'meaning' },
] as const satisfies readonly ExploreViewLine[]

interface ExploreViewLine {
  readonly view: string
  readonly title: string
  readonly group: 'happens' | 'meaning'
}
export type ExploreView = (typeof exploreViews)[number]['view']
export const isExploreView = (text: string): text is ExploreView => exploreViews.some((one) => one.view === text)
