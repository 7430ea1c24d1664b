/** Which event names belong to a touchpoint of the library. In a pattern `*` stands for any characters. */
export interface TouchpointRule {
  readonly kind: 'exact' | 'starts' | 'contains' | 'pattern'
  readonly text: string
}
