/** The little that Wend's rules use of the linter's plugin interface. */
export interface Node {
  readonly type: string
  readonly value?: unknown
  readonly name?: string
  readonly source?: Node | null
  readonly argument?: Node
  readonly callee?: Node
  readonly object?: Node
  readonly property?: Node
  readonly arguments?: readonly Node[]
}
export interface RuleContext {
  readonly filename: string
  readonly cwd: string
  report(problem: { readonly node: Node; readonly message: string }): void
}
export interface Rule {
  create(context: RuleContext): Readonly<Record<string, (node: Node) => void>>
}
