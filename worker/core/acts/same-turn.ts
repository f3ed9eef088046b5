import type { Issue, Member } from '../learned/state.ts';

/** Groups acts that agents mostly say in the same turn: each group is one answer told in several sentences. */
export function rolesOf(issue: Issue, acts: readonly number[]): number[][] {
  const roles: number[][] = [];
  for (const act of acts) {
    const role = roles.find((r) => r.some((other) => isOneBreath(issue.members, act, other)));
    if (role) role.push(act);
    else roles.push([act]);
  }
  return roles;
}

/** Whether two acts, where both are said, are mostly said in one turn. */
export function isOneBreath(members: readonly Member[], a: number, b: number): boolean {
  let both = 0;
  let same = 0;
  for (const m of members) {
    const i = m.acts.indexOf(a);
    const j = m.acts.indexOf(b);
    if (i < 0 || j < 0) continue;
    both++;
    if (m.turns[i] === m.turns[j]) same++;
  }
  return both > 0 && same > both / 2;
}
