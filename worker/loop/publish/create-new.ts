import type { Publication, StoredFix } from '../../../shared/gap.ts';
import { asWritten, say } from '../../../shared/said/said.ts';
import { Permanent, RetryLater } from '../ports/errors.ts';
import type { Helpdesk } from '../ports/helpdesk.ts';
import type { Ports } from '../ports/ports.ts';
import type { Attempt, Outcome } from './attempt.ts';
import type { Making } from './making.ts';
import { newMacro } from './save-reply.ts';
import { countFailure, intend, MAX_FAILED_WRITES, newPublication } from './write-texts.ts';

/**
 * Creates the article or macro of a fix once: the intent is stored first, and what an earlier run may have made is looked
 * for. After MAX_FAILED_WRITES failures without a word of the vendor people decide.
 */
export async function createNew(
  ports: Pick<Ports, 'publications'>,
  tenant: string,
  helpdesk: Helpdesk,
  { fix, id, at }: Omit<Attempt, 'begun'>,
): Promise<Outcome> {
  const publication = newPublication(fix, id, at);
  const making =
    fix.kind === 'reply_template' ? newMacro(helpdesk, fix, publication) : newArticle(helpdesk, fix, publication);
  const stands = await intend(ports, tenant, making.publication);
  const there = await making.find(stands.at);
  if (there === null && stands.attempts >= MAX_FAILED_WRITES) {
    const reason = say('step.failedCreate', { count: MAX_FAILED_WRITES, detail: stands.detail ?? '' });
    return { is: 'handed back', to: 'in_review', reason, begun: null, isFailed: true };
  }
  const made =
    there ??
    (await making.create().catch(async (error: unknown) => {
      if (error instanceof RetryLater && !error.isAsked)
        await countFailure(ports, tenant, stands, at, asWritten(error.message));
      throw error;
    }));
  return { is: 'sent', reason: say('step.created'), placed: making.placed(made) };
}

function newArticle(helpdesk: Helpdesk, fix: StoredFix, publication: Publication): Making {
  const { sectionId, likeArticleId, locale, title, bodyHtml, terms: labels } = fix;
  if (!sectionId || !likeArticleId)
    throw new Permanent('the help center has no section that a new article could go to');
  return {
    publication,
    find: async (sinceMs) => (await helpdesk.findArticle(sectionId, title, sinceMs))?.id ?? null,
    create: () => helpdesk.createArticle({ sectionId, locale, title, bodyHtml, labels, likeArticleId }),
    placed: (articleId) => ({ articleId }),
  };
}
