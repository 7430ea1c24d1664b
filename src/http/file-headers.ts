/** Headers of a file that is saved, never shown: a name in both spellings that browsers know. */
export function fileHeaders({ type, name }: { readonly type: string; readonly name: string }): Record<string, string> {
  const plain = name.replace(/[^\x20-\x7e]|["\\%/]/g, '_')
  const utf8 = encodeURIComponent(name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  const text = type.startsWith('text/') || type === 'application/json' || type.endsWith('+xml')
  return {
    'content-type': text ? `${type}; charset=utf-8` : type,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${utf8}`,
  }
}
