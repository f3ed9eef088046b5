import type { FigureId, Figures } from '../../../../shared/measure/figure.ts';
import type { Ticket } from '../../zendesk/records.ts';
import type { Knowledge } from '../knowledge.ts';
import type { Stage } from '../stage.ts';

const ENDED = new Set(['solved', 'closed']);

/** What a person counts in the helpdesk's own records, and in what was found and published: by another way than the worker does. */
export async function countedByHand(stage: Stage, knowledge: Knowledge): Promise<Partial<Record<FigureId, number>>> {
  const tickets = [...stage.zendesk.world.tickets.values()];
  const ended = tickets.filter(
    ({ status, gone, mergedInto }) => ENDED.has(status) && gone === null && mergedInto === null,
  );
  const share = (is: (ticket: Ticket) => boolean) => ended.filter(is).length / ended.length;
  const rated = ended.filter(({ rating }) => rating !== null);
  const standing = (await knowledge.publications()).filter(
    ({ state, reverts }) => state === 'done' && reverts === null,
  );
  return {
    conversations: ended.length,
    reopened: share(wasReopened),
    rated: rated.length / ended.length,
    rated_good: rated.length === 0 ? 0 : rated.filter(({ rating }) => rating?.score === 'good').length / rated.length,
    found: (await knowledge.gaps()).length,
    published: standing.length,
    made_articles: standing.filter(({ before, articleId }) => before === null && articleId !== null).length,
    changed_articles: standing.filter(({ before }) => before !== null).length,
  };
}

function wasReopened({ audits }: Ticket): boolean {
  return audits.some(({ events }) =>
    events.some((event) => {
      const change = event as { field_name?: string; value?: unknown; previous_value?: unknown };
      const [is, was] = [change.value, change.previous_value].map((status) => ENDED.has(String(status)));
      return change.field_name === 'status' && was === true && is === false;
    }),
  );
}

/** Figures that say otherwise than what was counted by hand, in words; none where all agree. */
export function disagreements({ figures }: Figures, byHand: Partial<Record<FigureId, number>>): string[] {
  return Object.entries(byHand).flatMap(([id, counted]) => {
    const shown = figures.find((figure) => figure.id === id)?.all.value ?? 0;
    return Math.abs(shown - counted) > 1e-9 ? [`${id}: ${shown}, and ${counted} by hand`] : [];
  });
}
