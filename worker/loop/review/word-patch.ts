import type { Reworded, Wording } from '../../../shared/advice.ts';
import type { Viewer } from '../../../shared/viewer.ts';
import { waitingPatch } from '../../core/advice/patch.ts';
import { reworded } from '../../core/advice/reword.ts';
import { Invalid } from '../ports/errors.ts';
import type { Ports } from '../ports/ports.ts';
import { hasCompanions } from '../propose/companions.ts';
import { approve, edit, Moved, type Seen, shown } from './decide-by-person.ts';

type WordPatchPorts = Pick<
  Ports,
  'articleIndex' | 'articles' | 'eventClock' | 'fixes' | 'gaps' | 'macros' | 'wallClock'
>;

/**
 * Stores a person's wording of a small patch's new sentences as a fix of its own and approves it. What the content gates
 * refuse is answered and changes nothing. Where other articles follow the wording it waits in review: they were not shown.
 * Throws Moved where the patch is not what was shown, Invalid where it is too large to be decided beside a conversation.
 */
export async function wordPatch(
  ports: WordPatchPorts,
  { tenant, role, name }: Pick<Viewer, 'tenant' | 'role' | 'name'>,
  fixId: string,
  seen: Seen,
  wordings: readonly Wording[],
): Promise<Reworded> {
  const fix = await shown(ports, tenant, fixId, seen);
  const patch = waitingPatch([fix], role);
  if (!patch?.mayApprove) throw new Invalid('this is no small patch that you may approve: decide it in the console');
  if (wordings.some(({ from }) => !patch.added.includes(from)))
    throw new Moved('a sentence is not the one that was shown: load it again');
  const next = reworded(fix, wordings);
  if ('refused' in next) return { fixId, state: 'refused', refused: next.refused };
  const { title } = fix;
  const edited = await edit(ports, tenant, fixId, seen, name, { title, bodyHtml: next.html });
  if (hasCompanions(edited)) return { fixId: edited.id, state: 'in_review', refused: [] };
  await approve(ports, tenant, edited.id, edited, name);
  return { fixId: edited.id, state: 'approved', refused: [] };
}
