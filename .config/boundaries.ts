/** One folder of src: what it may import, and what it must never do. The linter enforces this; ARCHITECTURE.md prints it. */
export interface Boundary {
  readonly folder: string
  /** Other folders of src whose files it may import. */
  readonly folders: readonly string[]
  /** Packages it may import besides; `node:` stands for all of Node's own modules, `*` for any package. */
  readonly packages: readonly string[]
  /** Packages it may not import although `packages` allows them. */
  readonly notPackages?: readonly string[]
  /** No I/O, no clock, no chance: time and chance are parameters. */
  readonly pure: boolean
  readonly never: string
  /** What to do instead; the last sentence of the lint message. */
  readonly instead: string
}

const parsers = ['csv-parse', 'saxes', 'yaml', 'zod']
const engineClients = ['@clickhouse/client', 'chdb']
const drawing = ['d3-array', 'd3-scale', 'd3-shape']
const react = ['react', 'react-dom', 'react-aria-components', 'lucide-react', '@tanstack/', '@xyflow/react']
const servers = ['fastify', '@fastify/', 'fastify-type-provider-zod']
const stateDrivers = ['kysely', 'node:sqlite', 'pg']
const crdt = ['yjs', 'y-protocols', 'lib0', 'fractional-indexing']
const prosemirror = ['prosemirror-model', 'prosemirror-state', 'prosemirror-view', 'prosemirror-keymap', 'prosemirror-commands']
const liveEditing = ['@hocuspocus/provider', 'y-indexeddb', '@atlaskit/pragmatic-drag-and-drop', ...prosemirror]
const upToApp = ['journey', 'analysis', 'simulate', 'sources', 'exports', 'document', 'contract', 'events', 'state']

const pure = {
  never: 'do I/O; it takes and gives values, bytes, streams',
  instead: 'Take what you need as a parameter, and let a use case in src/app fetch it.',
  pure: true,
} as const
const door = {
  folders: ['app', 'contract'],
  never: 'hold a business rule',
  instead: 'Call a use case in src/app, and take shapes of the wire from src/contract.',
  pure: false,
} as const

/** In the order one reads the code. */
export const boundaries: readonly Boundary[] = [
  { ...pure, folder: 'journey', folders: [], packages: [], never: 'do I/O, know the clock, SQL, React' },
  { ...pure, folder: 'analysis', folders: ['journey'], packages: ['eld', 'wink-sentiment'] },
  { ...pure, folder: 'simulate', folders: ['journey'], packages: [] },
  { ...pure, folder: 'sources', folders: ['journey'], packages: parsers },
  { ...pure, folder: 'exports', folders: ['journey'], packages: [...drawing, '@resvg/resvg-js'] },
  { ...pure, folder: 'document', folders: ['journey'], packages: crdt },
  {
    folder: 'contract',
    folders: ['journey', 'analysis'],
    packages: ['zod'],
    pure: true,
    never: 'hold behaviour',
    instead: 'Put behaviour into src/app, or into src/analysis when it is pure.',
  },
  {
    folder: 'events',
    folders: ['journey', 'analysis', 'sources'],
    packages: ['node:', ...engineClients, ...parsers],
    notPackages: ['node:sqlite'],
    pure: false,
    never: 'know HTTP or users',
    instead: 'Join stores in src/app; it may call src/events, not the other way round.',
  },
  {
    folder: 'state',
    folders: ['journey'],
    packages: ['node:', 'kysely', 'pg', 'zod'],
    pure: false,
    never: 'know events',
    instead: 'Join stores in src/app; it may call src/state, not the other way round.',
  },
  {
    folder: 'app',
    folders: upToApp,
    packages: ['*'],
    notPackages: [...react, ...servers, ...engineClients, ...stateDrivers, 'node:http', 'node:https', 'node:http2'],
    pure: false,
    never: 'know HTTP, React, a driver',
    instead: 'Ask an interface of src/events or src/state, and let a door (src/http, src/cli) present the result.',
  },
  { ...door, folder: 'http', packages: ['node:', 'zod', ...servers] },
  { ...door, folder: 'collab', folders: ['app', 'contract', 'document'], packages: ['node:', 'zod', '@hocuspocus/server', 'ws', ...crdt] },
  { ...door, folder: 'mcp', packages: ['node:', 'zod'] },
  { ...door, folder: 'cli', packages: ['node:', 'commander', 'cli-progress', 'yaml', 'zod'] },
  {
    folder: 'web',
    folders: ['journey', 'analysis', 'exports', 'document', 'contract'],
    packages: [...react, ...drawing, ...crdt, ...liveEditing, 'elkjs', '@fontsource-variable/', 'yaml', 'zod'],
    pure: false,
    never: 'import a store or a door',
    instead: 'Ask over HTTP with a schema of src/contract.',
  },
]

/** Files that construct things: they may import everything. Only a door's own root (and tests) may import them. */
export const compositionRoots: readonly string[] = ['src/serve.ts', 'src/cli/wend.ts']

/** What a test file may import besides: companies with known truth (and any package). */
export const testing: readonly string[] = ['simulate']
