import { apiRoot } from '../api/request.ts'

/** Where the picture of an image card or a persona is: an asset of the workspace, or the picture itself. Undefined for anything else. */
export function pictureAddress(image: string): string | undefined {
  if (/^data:image\/(png|jpeg|webp|gif);base64,/.test(image)) return image
  return /^[\w-]{1,200}$/.test(image) ? `${apiRoot}/assets/${image}` : undefined
}
