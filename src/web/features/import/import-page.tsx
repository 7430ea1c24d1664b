import './import.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { importsQuery, sourcesQuery, workspaceQuery } from '../../api/queries.ts'
import { RefreshSetting } from '../refresh/refresh-setting.tsx'
import { DropFiles } from './drop-files.tsx'
import { ImportHistory } from './import-history.tsx'
import { ImportTeaching } from './import-teaching.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { useUploads, type Uploaded } from './use-uploads.ts'

/** Files in, a look at what they would make, and then the import. */
export function ImportPage() {
  const workspace = useQuery(workspaceQuery)
  const imports = useQuery(importsQuery)
  const sources = useQuery(sourcesQuery)
  const uploads = useUploads()
  const ready = uploads.files.length > 0 && uploads.files.every((file): file is Uploaded => file.state === 'stored')
  return (
    <div className="page import">
      <title>Import · Wend</title>
      <header className="page-head">
        <div>
          <h1>Import</h1>
          <p className="page-lead">Exports of what you already have. Nothing is stored before you have seen what it would make.</p>
        </div>
      </header>
      <DropFiles uploads={uploads} limit={workspace.data?.limits.uploadBytes} />
      {ready ? (
        <PreviewPanel
          key={uploads.files.map((file) => file.key).join(' ')}
          files={uploads.files.filter((file): file is Uploaded => file.state === 'stored')}
        />
      ) : null}
      {uploads.files.length === 0 && workspace.data?.empty ? <ImportTeaching /> : null}
      {imports.data && imports.data.rows.length > 0 ? (
        <>
          <RefreshSetting />
          <p>
            <Link to="/identity">Customers and their ids</Link>
            <span className="soft">: join the ids that belong to one person.</span>
          </p>
          <ImportHistory imports={imports.data.rows} sources={sources.data?.rows ?? []} />
        </>
      ) : null}
    </div>
  )
}
