import type { Ending } from '../../../shared/measure/ending.ts';
import { ASKED_AT_MOST, type MeasuredEnding, RETURN_WINDOW_MS } from '../../../worker/core/measure/counts.ts';
import type { Departure, DepartureStore } from '../../../worker/loop/ports/stores/departures.ts';
import type { EffortStore } from '../../../worker/loop/ports/stores/efforts.ts';
import { type EndingStore, QUARTER_MS } from '../../../worker/loop/ports/stores/endings.ts';
import type { PilotStore } from '../../../worker/loop/ports/stores/pilots.ts';
import { at, byText, copy, type Shelf } from './shelf.ts';

type Stored = Ending & { category: string };

const quarterOf = (openedAt: number) => Math.floor(openedAt / QUARTER_MS) * QUARTER_MS;
const byOpening = (a: Ending, b: Ending) => a.openedAt - b.openedAt || byText(a.conversationId, b.conversationId);

function endingsOf(shelf: Shelf, tenant: string): Stored[] {
  return [...shelf.endings.values()]
    .filter((row) => row.tenant === tenant)
    .map((row) => row.ending)
    .sort(byOpening);
}

function mark(shelf: Shelf, tenant: string, openedAt: readonly number[]): void {
  for (const opened of openedAt)
    shelf.measureDue.set(at(tenant, quarterOf(opened)), { tenant, at: quarterOf(opened), dueAt: 0 });
}

/** The days that the coming or going of an ending changes: its own, those it returns to, the next ones of its issue. */
function markAround(shelf: Shelf, tenant: string, ending: Ending): void {
  const ofIssue = endingsOf(shelf, tenant).filter((e) => e.issueId !== null && e.issueId === ending.issueId);
  mark(shelf, tenant, [
    ending.openedAt,
    ...ofIssue.filter((e) => e.requesterId === ending.requesterId).map((e) => e.openedAt),
    ...ofIssue
      .filter((e) => e.openedAt > ending.openedAt)
      .slice(0, ASKED_AT_MOST)
      .map((e) => e.openedAt),
  ]);
}

export function endEnding(shelf: Shelf, tenant: string, conversationId: string): void {
  const row = shelf.endings.get(at(tenant, conversationId));
  if (!row) return;
  markAround(shelf, tenant, row.ending);
  shelf.endings.delete(at(tenant, conversationId));
}

export function putEnding(shelf: Shelf, tenant: string, ending: Ending): void {
  endEnding(shelf, tenant, ending.conversationId);
  const article = [...shelf.articles.values()]
    .filter((row) => row.tenant === tenant && row.article.id === ending.articleId)
    .sort((a, b) => byText(a.article.locale, b.article.locale))[0];
  const stored = { ...copy(ending), category: article?.article.section ?? '' };
  shelf.endings.set(at(tenant, ending.conversationId), { tenant, ending: stored });
  markAround(shelf, tenant, ending);
}

export function moveEndings(
  shelf: Shelf,
  tenant: string,
  moved: readonly { conversationId: string; issueId: string }[],
): void {
  for (const { conversationId, issueId } of moved) {
    const row = shelf.endings.get(at(tenant, conversationId));
    if (row) putEnding(shelf, tenant, { ...row.ending, issueId });
  }
}

function leftAfter(shelf: Shelf, tenant: string, e: Ending): number | null {
  const left = [e.requesterId, e.organizationId ?? '']
    .flatMap((customer) => shelf.departures.get(at(tenant, customer))?.departure.leftAt ?? [])
    .filter((leftAt) => leftAt > e.solvedAt);
  return left.length === 0 ? null : Math.min(...left);
}

export function memoryEndings(shelf: Shelf): EndingStore {
  const measured = (tenant: string, e: Stored): MeasuredEnding => {
    const ofIssue = endingsOf(shelf, tenant).filter((one) => e.issueId !== null && one.issueId === e.issueId);
    const returns = ofIssue.filter(
      (one) =>
        one.requesterId === e.requesterId && one.openedAt > e.solvedAt && one.openedAt <= e.solvedAt + RETURN_WINDOW_MS,
    );
    const asked = Math.min(ASKED_AT_MOST, ofIssue.filter((one) => byOpening(one, e) <= 0).length);
    const effort = shelf.efforts.get(at(tenant, e.conversationId))?.score ?? null;
    return { ...copy(e), asked, returnedAt: returns[0]?.openedAt ?? null, effort, leftAt: leftAfter(shelf, tenant, e) };
  };
  const within = (tenant: string, from: number, to: number) =>
    endingsOf(shelf, tenant).filter((e) => e.openedAt >= from && e.openedAt < to);
  return {
    async put(tenant, endings) {
      for (const ending of endings) putEnding(shelf, tenant, ending);
    },
    between: async (tenant, from, to, limit) =>
      within(tenant, from, to)
        .slice(0, limit)
        .map((e) => measured(tenant, e)),
    of: async (tenant, conversationIds) =>
      endingsOf(shelf, tenant)
        .filter((e) => conversationIds.includes(e.conversationId))
        .map((e) => measured(tenant, e)),
    async asked(tenant, from, to) {
      const asked = new Map<string, number>();
      for (const { issueId } of within(tenant, from, to))
        if (issueId !== null) asked.set(issueId, (asked.get(issueId) ?? 0) + 1);
      return [...asked].map(([issueId, n]) => ({ issueId, asked: n })).sort((a, b) => byText(a.issueId, b.issueId));
    },
    before: async (tenant, subjects, limit) =>
      subjects.map(({ id, issueId, before }) => {
        const ofIssue = endingsOf(shelf, tenant).filter((e) => e.issueId === issueId);
        const asked = ofIssue.filter((e) => e.openedAt <= before).length;
        return { id, firstAt: ofIssue[0]?.openedAt ?? before, asked: Math.min(limit, asked) };
      }),
    async ofArticles(tenant, since) {
      const found = new Map<string, { articleId: string; asked: number; served: number }>();
      for (const { articleId, diagnosis } of within(tenant, since, Number.POSITIVE_INFINITY)) {
        if (articleId === null) continue;
        const one = found.get(articleId) ?? { articleId, asked: 0, served: 0 };
        found.set(articleId, {
          ...one,
          asked: one.asked + 1,
          served: one.served + Number(diagnosis === 'none'),
        });
      }
      return [...found.values()].sort((a, b) => byText(a.articleId, b.articleId));
    },
    async byOrganization(tenant, from, to, categories) {
      const asked = new Map<string, { organization: string; inside: number; outside: number }>();
      for (const { organizationId, requesterId, category } of within(tenant, from, to)) {
        const organization = organizationId ?? requesterId;
        const one = asked.get(organization) ?? { organization, inside: 0, outside: 0 };
        one[categories.includes(category) ? 'inside' : 'outside'] += 1;
        asked.set(organization, one);
      }
      return [...asked.values()].sort((a, b) => byText(a.organization, b.organization));
    },
    due: async (tenant, now, limit) =>
      [...shelf.measureDue.values()]
        .filter((row) => row.tenant === tenant && row.dueAt <= now)
        .sort((a, b) => a.dueAt - b.dueAt || a.at - b.at)
        .slice(0, limit)
        .map((row) => row.at),
    async dueAll(tenant) {
      for (const [key, row] of shelf.dayCounts) if (row.tenant === tenant) shelf.dayCounts.delete(key);
      for (const [key, row] of shelf.issueWeeks) if (row.tenant === tenant) shelf.issueWeeks.delete(key);
      mark(
        shelf,
        tenant,
        endingsOf(shelf, tenant).map((e) => e.openedAt),
      );
    },
    async count(tenant, { day, rows, week, asked, quarters, again }) {
      for (const [key, row] of shelf.dayCounts)
        if (row.tenant === tenant && row.counts.day === day) shelf.dayCounts.delete(key);
      for (const counts of rows)
        shelf.dayCounts.set(at(tenant, day, counts.category, counts.age), { tenant, counts: { day, ...copy(counts) } });
      for (const [key, row] of shelf.issueWeeks)
        if (row.tenant === tenant && row.asked.week === week) shelf.issueWeeks.delete(key);
      for (const of of asked)
        shelf.issueWeeks.set(at(tenant, week, of.issueId), { tenant, asked: { week, ...copy(of) } });
      for (const quarter of quarters) shelf.measureDue.delete(at(tenant, quarter));
      if (!again) return;
      const stands = shelf.measureDue.get(at(tenant, again.at))?.dueAt ?? again.dueAt;
      shelf.measureDue.set(at(tenant, again.at), { tenant, at: again.at, dueAt: Math.min(stands, again.dueAt) });
    },
    days: async (tenant, from, to) =>
      [...shelf.dayCounts.values()]
        .filter((row) => row.tenant === tenant && row.counts.day >= from && row.counts.day <= to)
        .map((row) => copy(row.counts))
        .sort((a, b) => byText(a.day, b.day) || byText(a.category, b.category) || byText(a.age, b.age)),
    weeks: async (tenant, since) =>
      [...shelf.issueWeeks.values()]
        .filter((row) => row.tenant === tenant && row.asked.week >= since)
        .map((row) => copy(row.asked))
        .sort((a, b) => byText(a.week, b.week) || byText(a.issueId, b.issueId)),
    async forget(tenant, before) {
      for (const [key, row] of shelf.endings)
        if (row.tenant === tenant && row.ending.openedAt < before) shelf.endings.delete(key);
    },
  };
}

export function memoryEfforts(shelf: Shelf): EffortStore {
  return {
    async answer(tenant, conversationId, score, answeredAt) {
      const ending = shelf.endings.get(at(tenant, conversationId))?.ending;
      if (!ending) return false;
      mark(shelf, tenant, [ending.openedAt]);
      const key = at(tenant, conversationId);
      if (shelf.efforts.has(key)) return false;
      shelf.efforts.set(key, { tenant, conversationId, score, at: answeredAt });
      return true;
    },
    isAnswered: async (tenant, conversationId) => shelf.efforts.has(at(tenant, conversationId)),
    async forget(tenant, before) {
      for (const [key, row] of shelf.efforts) if (row.tenant === tenant && row.at < before) shelf.efforts.delete(key);
    },
  };
}

export function memoryDepartures(shelf: Shelf): DepartureStore {
  const markBefore = (tenant: string, left: readonly number[]) => {
    const [first, last] = [Math.min(...left) - 2 * RETURN_WINDOW_MS, Math.max(...left)];
    const within = endingsOf(shelf, tenant).filter((e) => e.openedAt >= first && e.openedAt <= last);
    mark(
      shelf,
      tenant,
      within.map((e) => e.openedAt),
    );
  };
  const remove = (tenant: string, isGone: (departure: Departure) => boolean) => {
    for (const [key, row] of shelf.departures)
      if (row.tenant === tenant && isGone(row.departure)) shelf.departures.delete(key);
  };
  return {
    async put(tenant, departures, known) {
      for (const departure of departures) {
        const key = at(tenant, departure.customer);
        const known = shelf.departures.get(key)?.departure;
        const leftAt = Math.min(known?.leftAt ?? departure.leftAt, departure.leftAt);
        shelf.departures.set(key, { tenant, departure: { ...(known ?? departure), leftAt } });
      }
      markBefore(tenant, [...departures.map(({ leftAt }) => leftAt), ...(known ? [known.from, known.to] : [])]);
    },
    count: async (tenant) => [...shelf.departures.values()].filter((row) => row.tenant === tenant).length,
    async forgetPerson(tenant, customer) {
      const known = shelf.departures.get(at(tenant, customer))?.departure;
      if (known) markBefore(tenant, [known.leftAt]);
      remove(tenant, (departure) => departure.customer === customer);
    },
    async forget(tenant, before) {
      remove(tenant, ({ leftAt }) => leftAt < before);
    },
  };
}

export function memoryPilots(shelf: Shelf): PilotStore {
  return {
    async latest(tenant) {
      const of = [...shelf.pilots.values()].filter((row) => row.tenant === tenant).map((row) => row.pilot);
      return copy(of.sort((a, b) => b.startedAt - a.startedAt || byText(b.id, a.id))[0] ?? null);
    },
    async put(tenant, pilot) {
      shelf.pilots.set(at(tenant, pilot.id), { tenant, pilot: copy(pilot) });
    },
  };
}
