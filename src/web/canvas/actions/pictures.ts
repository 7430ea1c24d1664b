import type { Asset } from '../../../contract/assets.ts'
import { apiRoot } from '../../api/request.ts'
import { toProblem } from '../../api/problem-error.ts'

const kinds = ['image/png', 'image/jpeg', 'image/webp', 'image/gif']

/** Uploads a picture; its id as an asset of the workspace. Rejects with a problem that says what to do. */
export async function uploadPicture(file: File): Promise<string> {
  if (!kinds.includes(file.type)) throw new Error('A picture is PNG, JPEG, WebP or GIF. Save this one as such and try again.')
  const response = await fetch(`${apiRoot}/assets?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: file,
  })
  const text = await response.text()
  if (!response.ok) throw toProblem(response.status, text)
  return (JSON.parse(text) as Asset).id
}

/** Lets a person choose a picture of their machine and uploads it. */
export function choosePicture(onPicture: (image: string, alt: string) => void, onProblem: (message: string) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = kinds.join(',')
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file)
      void uploadPicture(file).then(
        (image) => onPicture(image, altOf(file.name)),
        (error: unknown) => onProblem(messageOf(error)),
      )
  })
  input.click()
}

/** The words of a file's name, for who cannot see the picture. */
export const altOf = (name: string): string =>
  name
    .replace(/\.\w+$/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim()

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : 'The picture could not be uploaded. Try again.'
