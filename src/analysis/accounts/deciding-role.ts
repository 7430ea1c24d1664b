import type { AccountRoleRow } from '../../journey/answer.ts'

const words = [
  'decision',
  'decid',
  'economic',
  'executive',
  'chief',
  'ceo',
  'cfo',
  'cto',
  'director',
  'owner',
  'boss',
  'sponsor',
  'buyer',
  'manager',
]

/** The role that decides, by its name: the first word of the list that a role holds. Undefined where no role's name says so. */
export function decidingRole(roles: readonly Pick<AccountRoleRow, 'role'>[]): string | undefined {
  for (const word of words) {
    const found = roles.find(({ role }) => role.toLowerCase().includes(word))
    if (found) return found.role
  }
  return undefined
}
