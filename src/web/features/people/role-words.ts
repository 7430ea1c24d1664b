import type { Role } from '../../../contract/workspace.ts'

/** What each role may do, in words for people. */
export const roleWords: Readonly<Record<Role, { readonly name: string; readonly may: string }>> = {
  owner: { name: 'Owner', may: 'everything, people and settings included' },
  editor: { name: 'Editor', may: 'import, ask and change maps' },
  commenter: { name: 'Commenter', may: 'look and comment' },
  viewer: { name: 'Viewer', may: 'look' },
}
export const roleChoices = (Object.keys(roleWords) as readonly Role[]).map((value) => ({ value, label: roleWords[value].name }))
export const rolesSentence = Object.values(roleWords)
  .map(({ name, may }) => `${name}: ${may}.`)
  .join(' ')
