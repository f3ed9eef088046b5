import { z } from 'zod';
import type { ToldChange } from '../../shared/context/change-note.ts';
import { parseBoundedJson } from '../http/json.ts';
import { Permanent } from '../loop/ports/errors.ts';
import { changeFrom } from './entry.ts';

const summarySchema = z.object({
  page: z.object({ id: z.string() }),
  incidents: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      status: z.string(),
      shortlink: z.string().nullish(),
      started_at: z.string().nullish(),
      incident_updates: z.array(z.object({ id: z.string(), body: z.string() })).default([]),
    }),
  ),
});

/**
 * What a status page tells of now (`/api/v2/summary.json`): incidents that are not over. They are told to the team and
 * change no article, since what is broken for an hour is no fact of the product.
 */
export function changesOfStatus(document: string): ToldChange[] {
  const summary = summarySchema.safeParse(parseBoundedJson(document));
  if (!summary.success) throw new Permanent('this is no summary of a status page');
  return summary.data.incidents
    .map(({ id, name, status, shortlink, started_at, incident_updates }) =>
      changeFrom({
        id,
        title: `${name} (${status})`,
        text: incident_updates[0]?.body ?? '',
        url: shortlink,
        at: started_at,
        isReleased: false,
      }),
    )
    .filter((change) => change !== null);
}
