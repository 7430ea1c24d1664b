import type { Preview } from '../../../contract/imports.ts'
import { plural } from '../../../exports/format.ts'
import { formatBytes } from './format-bytes.ts'
import { notesByFile } from './notes-by-file.ts'

/** The files as they were understood: format, columns, what was noticed, and the first rows. */
export function FilesFound({ files }: { readonly files: Preview['files'] }) {
  const notes = notesByFile(
    files.map((file) => file.name),
    files.flatMap((file) => file.notes),
  )
  return (
    <section className="panel" aria-label="Files found">
      {files.map((file) => (
        <details key={file.upload} className="file-found">
          <summary>
            <strong>{file.name}</strong>
            <span className="faint small">
              {file.format.toUpperCase()} · {formatBytes(file.bytes)} · {plural(file.columns.length, 'column')}
            </span>
            {(notes.about.get(file.name) ?? []).map((note) => (
              <span key={note} className="chip">
                {note}
              </span>
            ))}
          </summary>
          <div className="table-wrap" tabIndex={0} role="group" aria-label={`First rows of ${file.name}`}>
            <table className="table sample">
              <thead>
                <tr>
                  {file.columns.map((column) => (
                    <th key={column} scope="col">
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {file.sample.map((row, index) => (
                  <tr key={index}>
                    {file.columns.map((column) => (
                      <td key={column}>
                        <span className="clip" title={row[column]}>
                          {row[column]}
                        </span>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      ))}
      {notes.rest.map((note) => (
        <p key={note} className="file-found small soft">
          {note}
        </p>
      ))}
    </section>
  )
}
