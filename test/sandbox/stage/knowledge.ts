import type { Article, Gap, Publication, StoredFix } from '../../../shared/index.ts';
import type { Activity } from '../../../worker/loop/ports/stores/activity.ts';
import type { Observation } from '../../../worker/loop/ports/stores/observations.ts';
import type { Stage } from './stage.ts';

/** Everything the worker knows of the tenant, by its own API. */
export function knowledgeOf({ mend, tenant }: Pick<Stage, 'mend' | 'tenant'>) {
  const get = <T>(path: string) => mend.api<T>(`/tenants/${tenant}${path}`);
  return {
    gaps: async () => (await get<{ gaps: Gap[] }>('/gaps')).gaps,
    fixes: async () => (await get<{ fixes: StoredFix[] }>('/fixes')).fixes,
    waiting: async () => (await get<{ items: { fix: StoredFix; gap: Gap | null }[] }>('/review')).items,
    publications: async () => (await get<{ publications: Publication[] }>('/publications')).publications,
    articles: async () => (await get<{ articles: Article[] }>('/articles')).articles,
    activity: async () => (await get<{ activity: Activity[] }>('/activity')).activity,
    deadLetters: async () =>
      (await get<{ deadLetters: { key: string; reason: string }[] }>('/dead-letters')).deadLetters,
    issues: async () => (await get<{ issues: { id: string; title: string }[] }>('/issues')).issues,
    async observations(): Promise<Observation[]> {
      const all: Observation[] = [];
      for (let after: string | null = ''; after !== null; ) {
        const page: { observations: Observation[]; after: string | null } = await get(
          `/observations?after=${encodeURIComponent(after)}`,
        );
        all.push(...page.observations);
        after = page.after;
      }
      return all;
    },
  };
}
export type Knowledge = ReturnType<typeof knowledgeOf>;
