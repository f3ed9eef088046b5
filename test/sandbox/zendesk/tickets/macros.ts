import type { Macro, User } from '../records.ts';
import { iso, type World } from '../world.ts';

/** A new macro at the end of the list. */
export function createMacro(
  world: World,
  m: Pick<Macro, 'title' | 'description' | 'actions' | 'restriction' | 'isActive'> & { at: number },
): Macro {
  const { at, ...fields } = m;
  const macro: Macro = {
    ...structuredClone(fields),
    ...{ id: world.id(), position: world.macros.size + 1, createdAt: at, updatedAt: at },
  };
  world.macros.set(macro.id, macro);
  return macro;
}

/** "For admins, the API returns all macros for the account"; others get the shared ones, their groups' and their own. */
export function isVisible({ restriction }: Macro, viewer: User): boolean {
  if (restriction === null || viewer.role === 'admin') return true;
  const { type, ids } = restriction;
  return type === 'User' ? ids.includes(viewer.id) : viewer.groupIds.some((id) => ids.includes(id));
}

/** What the role lets an agent change ("macro_access"); without a custom role an agent's own macros only. */
export function mayChange(world: World, restriction: Macro['restriction'], viewer: User): boolean {
  if (viewer.role === 'admin') return true;
  const role = viewer.customRoleId === null ? undefined : world.customRoles.get(viewer.customRoleId);
  const access = role?.configuration.macro_access ?? 'manage-personal';
  if (access === 'full') return true;
  const isOwn = restriction?.type === 'User' && restriction.ids.every((id) => id === viewer.id);
  const isOfGroup = restriction?.type === 'Group' && restriction.ids.every((id) => viewer.groupIds.includes(id));
  return access !== 'readonly' && (isOwn || (access === 'manage-group' && isOfGroup));
}

/** As the API shows it: `restriction` has one `id`, and `ids` for groups. */
export function presentMacro(world: World, macro: Macro): Record<string, unknown> {
  const { id, title, description, actions, restriction, isActive, position, createdAt, updatedAt } = macro;
  return {
    url: `https://${world.account.subdomain}.zendesk.com/api/v2/macros/${id}.json`,
    ...{ id, title, raw_title: title, active: isActive, default: false, position, description },
    actions: structuredClone(actions),
    restriction: restriction && {
      ...{ type: restriction.type, id: restriction.ids[0] },
      ...(restriction.type === 'Group' ? { ids: restriction.ids } : {}),
    },
    ...{ created_at: iso(createdAt), updated_at: iso(updatedAt) },
  };
}
