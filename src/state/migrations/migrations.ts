import type { Kysely } from 'kysely'
import { assets } from './assets.ts'
import { commentsAndVersions } from './comments-and-versions.ts'
import { firstTables } from './first-tables.ts'
import { insights } from './insights.ts'
import { peopleNames } from './people-names.ts'
import { library } from './library.ts'
import { liveMaps } from './live-maps.ts'
import { settings } from './settings.ts'
import { portfolio } from './portfolio.ts'
import { research } from './research.ts'
import { themes } from './themes.ts'

export interface Migration {
  /** Never changes once released. */
  readonly name: string
  readonly up: (db: Kysely<unknown>) => Promise<void>
}

/** Every change of the tables, oldest first; new ones are added at the end and old ones stay as they are. */
export const migrations: readonly Migration[] = [
  { name: 'first-tables', up: firstTables },
  { name: 'people-names', up: peopleNames },
  { name: 'library', up: library },
  { name: 'comments-and-versions', up: commentsAndVersions },
  { name: 'assets', up: assets },
  { name: 'live-maps', up: liveMaps },
  { name: 'settings', up: settings },
  { name: 'research', up: research },
  { name: 'portfolio', up: portfolio },
  { name: 'insights', up: insights },
  { name: 'themes', up: themes },
]
