import { Kysely, type Dialect } from 'kysely'
import { assetStore } from './asset-store.ts'
import { commentStore } from './comment-store.ts'
import { definitionStore } from './definition-store.ts'
import { importStore } from './import-store.ts'
import { insightStore } from './insight-store.ts'
import { jobStore } from './job-store.ts'
import { mapLogStore } from './map-log-store.ts'
import { mapStore } from './map-store.ts'
import { migrate } from './migrations/migrate.ts'
import { migrations } from './migrations/migrations.ts'
import { mentionStore } from './mention-store.ts'
import { personaStore } from './persona-store.ts'
import { personStore } from './person-store.ts'
import { settingStore } from './setting-store.ts'
import { researchStore } from './research-store.ts'
import type { StateStore } from './state-store.ts'
import type { Tables } from './tables.ts'
import { templateStore } from './template-store.ts'
import { themeStore } from './theme-store.ts'
import { touchpointStore } from './touchpoint-store.ts'
import { notificationStore } from './notification-store.ts'
import { uploadStore } from './upload-store.ts'
import { versionStore } from './version-store.ts'
import { workspaceStore } from './workspace-store.ts'

/** Opens the state in a database and brings its tables up to date. Rejects with a `StateStoreError` (`newer_version`). */
export async function openStateStore(dialect: Dialect): Promise<StateStore> {
  const db = new Kysely<Tables>({ dialect })
  try {
    await migrate(db as unknown as Kysely<unknown>, migrations)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return {
    workspaces: workspaceStore(db),
    people: personStore(db),
    definitions: definitionStore(db),
    uploads: uploadStore(db),
    assets: assetStore(db),
    research: researchStore(db),
    imports: importStore(db),
    jobs: jobStore(db),
    maps: mapStore(db),
    mapLog: mapLogStore(db),
    personas: personaStore(db),
    touchpoints: touchpointStore(db),
    mentions: mentionStore(db),
    comments: commentStore(db),
    notifications: notificationStore(db),
    versions: versionStore(db),
    settings: settingStore(db),
    templates: templateStore(db),
    themes: themeStore(db),
    insights: insightStore(db),
    close: () => db.destroy(),
  }
}
