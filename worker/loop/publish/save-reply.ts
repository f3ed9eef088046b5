import type { Publication, StoredFix, WrittenMacro } from '../../../shared/gap.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { Ports } from '../ports/ports.ts';
import type { Making } from './making.ts';
import { macrosOf } from './text-ref.ts';

/** Stands beside the macro in the helpdesk's own list. */
const DESCRIPTION = 'Saved by Mend from replies of agents that solved this again and again, as a person approved it.';

/**
 * Whether approving this fix saves a macro: a reply template, where the helpdesk's API can write macros. Elsewhere a person
 * saves the text by hand, and the fix is handed over.
 */
export async function becomesMacro(
  ports: Pick<Ports, 'helpdesk'>,
  tenant: string,
  { kind }: Pick<StoredFix, 'kind'>,
): Promise<boolean> {
  return kind === 'reply_template' && (await ports.helpdesk(tenant, 'publishing')).macros !== undefined;
}

/**
 * The macro of a reply that was saved, taken away and is wanted again, made anew since the helpdesk deletes for good: the one that
 * stands, or was made since, else a new one. Answers its id.
 */
export async function savedAgain(helpdesk: Helpdesk, macro: WrittenMacro, sinceMs: number): Promise<string> {
  const macros = macrosOf(helpdesk);
  const { title, bodyHtml: text } = macro.after;
  const there = await macros.find({ title, text }, sinceMs);
  return there?.id ?? (await macros.create({ title, text, isHtml: macro.isHtml, description: DESCRIPTION }));
}

/** The making of a macro from a reply template: its title and HTML body, for every agent of the account. */
export function newMacro(helpdesk: Helpdesk, { title, bodyHtml }: StoredFix, publication: Publication): Making {
  const macros = macrosOf(helpdesk);
  const placed = (macroId: string | null) => {
    return { macros: [{ macroId, isHtml: true, before: null, after: { title, bodyHtml } }] };
  };
  return {
    publication: { ...publication, ...placed(null) },
    find: async (sinceMs) => (await macros.find({ title, text: bodyHtml }, sinceMs))?.id ?? null,
    create: () => macros.create({ title, text: bodyHtml, isHtml: true, description: DESCRIPTION }),
    placed,
  };
}
