export interface OpenCommand {
  readonly name: string
  readonly keys: readonly string[]
  readonly run: () => void
}

let open: readonly OpenCommand[] = []

/** What the page that is open can do; read by the search of every page. */
export const openCommands = (): readonly OpenCommand[] => open

/** Offers commands until the returned function is called. */
export function offerCommands(commands: readonly OpenCommand[]): () => void {
  open = commands
  return () => {
    if (open === commands) open = []
  }
}
