import type { ChangeNote } from '../../../../shared/context/change-note.ts';
import type { TrackedIssue } from '../../../../shared/context/tracked-issue.ts';
import type { ChangeNoteStore } from '../../../../worker/loop/ports/context/change-notes.ts';
import type { ProductFactsStore } from '../../../../worker/loop/ports/context/product-facts.ts';
import type { TrackedIssueStore } from '../../../../worker/loop/ports/context/tracked-issues.ts';
import { messageKey } from '../../../../worker/loop/ports/messages.ts';
import { addMessages } from '../inbox.ts';
import { at, byText, copy, isOf, type Shelf, note as told } from '../shelf.ts';

export function memoryChangeNotes(shelf: Shelf): ChangeNoteStore {
  const of = (tenant: string) =>
    [...shelf.changeNotes.values()].filter((row) => row.tenant === tenant).map((row) => copy(row.note));
  const drop = (tenant: string, isGone: (note: ChangeNote) => boolean) => {
    for (const note of of(tenant).filter(isGone)) shelf.changeNotes.delete(at(tenant, note.id));
  };
  const change = (tenant: string, id: string, to: (note: ChangeNote) => Partial<ChangeNote>) => {
    const row = shelf.changeNotes.get(at(tenant, id));
    if (row) row.note = { ...row.note, ...copy(to(row.note)) };
  };
  return {
    async put(tenant, note, next) {
      const known = shelf.changeNotes.get(at(tenant, note.id))?.note;
      if (known?.hash === note.hash) return false;
      const documentedAt = known?.documentedAt ?? null;
      shelf.changeNotes.set(at(tenant, note.id), { tenant, note: { ...copy(note), reading: null, documentedAt } });
      const rows = next.map((message) => ({ key: messageKey(message), message }));
      addMessages(shelf, tenant, rows, note.toldAt);
      return true;
    },
    get: async (tenant, id) => copy(shelf.changeNotes.get(at(tenant, id))?.note ?? null),
    list: async (tenant, limit) =>
      of(tenant)
        .sort((a, b) => b.toldAt - a.toldAt || byText(b.id, a.id))
        .slice(0, limit),
    async settle(tenant, id, hash, reading, activity) {
      const known = shelf.changeNotes.get(at(tenant, id))?.note;
      if (known?.hash !== hash || known.reading !== null) return;
      change(tenant, id, () => ({ reading }));
      told(shelf, tenant, activity);
    },
    async document(tenant, id, since) {
      change(tenant, id, (note) => ({ documentedAt: note.documentedAt ?? since }));
    },
    countSince: async (tenant, since) => of(tenant).filter((note) => note.toldAt >= since).length,
    removeSource: async (tenant, source) => drop(tenant, (note) => note.source === source),
    forget: async (tenant, before) => drop(tenant, (note) => note.toldAt < before),
  };
}

export function memoryProductFacts(shelf: Shelf): ProductFactsStore {
  return {
    async get(tenant, personId, now) {
      const known = shelf.productFacts.get(at(tenant, personId))?.known;
      return known && known.until > now ? copy(known) : null;
    },
    async put(tenant, personId, known) {
      shelf.productFacts.set(at(tenant, personId), { tenant, known: copy(known) });
    },
    async forgetPerson(tenant, personId) {
      shelf.productFacts.delete(at(tenant, personId));
    },
    async forget(tenant, before) {
      for (const [key, { known }] of shelf.productFacts)
        if (isOf(key, tenant) && known.until < before) shelf.productFacts.delete(key);
    },
  };
}

export function memoryTrackedIssues(shelf: Shelf): TrackedIssueStore {
  const of = (tenant: string, isWanted: (issue: TrackedIssue) => boolean) =>
    [...shelf.trackedIssues.values()]
      .filter((row) => row.tenant === tenant && isWanted(row.issue))
      .map((row) => copy(row.issue))
      .sort((a, b) => b.checkedAt - a.checkedAt || byText(b.id, a.id));
  return {
    get: async (tenant, id) => copy(shelf.trackedIssues.get(at(tenant, id))?.issue ?? null),
    list: async (tenant, states) => of(tenant, (issue) => states.includes(issue.state)),
    ofGaps: async (tenant, gapIds) => of(tenant, (issue) => gapIds.includes(issue.gapId)),
    ofRef: async (tenant, tracker, ref) => of(tenant, (one) => one.tracker === tracker && one.ref === ref)[0] ?? null,
    async begin(tenant, issue) {
      const key = at(tenant, issue.id);
      if (!shelf.trackedIssues.has(key)) shelf.trackedIssues.set(key, { tenant, issue: copy(issue) });
      return copy(shelf.trackedIssues.get(key)?.issue ?? issue);
    },
    async move(tenant, id, from, change, { activity, next = [] } = {}) {
      const row = shelf.trackedIssues.get(at(tenant, id));
      if (!row || !from.includes(row.issue.state)) return false;
      row.issue = { ...row.issue, ...copy(change) };
      if (activity) told(shelf, tenant, activity);
      const rows = next.map((message) => ({ key: messageKey(message), message }));
      addMessages(shelf, tenant, rows, row.issue.filedAt);
      return true;
    },
    async removeTracker(tenant, tracker) {
      for (const issue of of(tenant, (one) => one.tracker === tracker))
        shelf.trackedIssues.delete(at(tenant, issue.id));
    },
  };
}
