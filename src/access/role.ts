/** What somebody may do, from the least to the most; each may do what those before it may. docs/access.md has the table. */
export const ROLES = ['viewer', 'editor', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

/** Whether somebody of the role `held` may do what needs the role `needed`. */
export function covers(held: Role, needed: Role): boolean {
  return ROLES.indexOf(held) >= ROLES.indexOf(needed);
}

/** A stored role. What is none of ours gives the least. */
export function asRole(text: string): Role {
  return ROLES.find((role) => role === text) ?? 'viewer';
}
