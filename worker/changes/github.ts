import { z } from 'zod';
import type { ToldChange } from '../../shared/context/change-note.ts';
import { parseBoundedJson } from '../http/json.ts';
import { Permanent } from '../loop/ports/errors.ts';
import { changeFrom } from './entry.ts';

const releasesSchema = z.array(
  z.object({
    id: z.number(),
    name: z.string().nullish(),
    tag_name: z.string(),
    body: z.string().nullish(),
    html_url: z.string().nullish(),
    draft: z.boolean().nullish(),
    prerelease: z.boolean().nullish(),
    published_at: z.string().nullish(),
  }),
);

/** The releases that GitHub lists (`GET /repos/{owner}/{repo}/releases`); drafts and pre-releases are announced only. */
export function changesOfReleases(document: string): ToldChange[] {
  const releases = releasesSchema.safeParse(parseBoundedJson(document));
  if (!releases.success) throw new Permanent('GitHub answered no list of releases');
  return releases.data
    .map((release) =>
      changeFrom({
        id: String(release.id),
        title: release.name?.trim() || release.tag_name,
        text: release.body ?? '',
        url: release.html_url,
        at: release.published_at,
        isReleased: !release.draft && !release.prerelease,
      }),
    )
    .filter((change) => change !== null);
}
