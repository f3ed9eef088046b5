import type { Quote } from '../../../shared/fix.ts';
import type { StoredFix } from '../../../shared/gap.ts';
import { asWritten, type Said } from '../../../shared/said/said.ts';
import { withoutConversation } from '../../../worker/core/fix/without-conversation.ts';
import type { Solved } from '../../../worker/core/learning/learned.ts';
import { NotFound } from '../../../worker/loop/ports/errors.ts';
import type { LogEntry } from '../../../worker/loop/ports/stores/learning.ts';
import type { RetentionStore } from '../../../worker/loop/ports/stores/retention.ts';
import type { CursorStore, SecretStore, TenantStore } from '../../../worker/loop/ports/stores/tenants.ts';
import { endEnding } from './endings.ts';
import { at, clear, copy, isOf, note, type Shelf, tell as tellPeople } from './shelf.ts';

export function memoryTenants(shelf: Shelf, wallNow: () => number): TenantStore {
  const tell = (tenant: string, actor: string, what: string, reason: Said) =>
    note(shelf, tenant, { at: wallNow(), actor, what, subject: tenant, reason });
  return {
    find: async (id) => copy(shelf.tenants.get(id)?.tenant ?? null),
    list: async (state) =>
      [...shelf.tenants.values()].filter((row) => row.tenant.state === state).map((row) => copy(row.tenant)),
    ofSubdomain: async (vendor, subdomain) =>
      [...shelf.tenants.values()]
        .filter(({ tenant }) => tenant.vendor === vendor && tenant.subdomain === subdomain)
        .map((row) => copy(row.tenant)),
    async put(tenant, policy) {
      const known = shelf.tenants.get(tenant.id);
      const { subdomain, baseUrl, state, locale } = tenant;
      if (known) Object.assign(known.tenant, { subdomain, baseUrl, state, locale });
      else shelf.tenants.set(tenant.id, { tenant: copy(tenant), policy: copy(policy), stateSince: 0 });
      Object.assign(shelf.tenants.get(tenant.id) ?? {}, { stateSince: wallNow() });
    },
    async setState(id, state, reason, { actor = 'mend', notice } = {}) {
      if (state === 'closing') for (const key of shelf.secrets.keys()) if (isOf(key, id)) shelf.secrets.delete(key);
      const row = shelf.tenants.get(id);
      if (!row || row.tenant.state === state || row.tenant.state === 'closing') return false;
      Object.assign(row, { stateSince: wallNow() });
      row.tenant.state = state;
      tell(id, actor, `tenant ${state}`, reason);
      if (notice) tellPeople(shelf, id, notice);
      return true;
    },
    inStateSince: async (state, since) =>
      [...shelf.tenants.values()]
        .filter((row) => row.tenant.state === state && row.stateSince <= since)
        .map((row) => row.tenant.id),
    async policy(id) {
      const row = shelf.tenants.get(id);
      if (!row) throw new NotFound(`tenant ${id}`);
      return copy(row.policy);
    },
    async setPolicy(id, policy, actor, notice) {
      const row = shelf.tenants.get(id);
      if (notice) tellPeople(shelf, id, notice);
      if (row) row.policy = copy(policy);
      tell(id, actor, 'policy changed', asWritten(JSON.stringify(policy)));
    },
  };
}

export function memoryCursors(shelf: Shelf): CursorStore {
  return {
    get: async (tenant, name) => shelf.cursors.get(at(tenant, name)) ?? null,
    among: async (tenant, names) => names.filter((name) => shelf.cursors.has(at(tenant, name))),
    async set(tenant, name, value) {
      shelf.cursors.set(at(tenant, name), value);
    },
    async remove(tenant, name) {
      shelf.cursors.delete(at(tenant, name));
    },
  };
}

export function memorySecrets(shelf: Shelf): SecretStore {
  return {
    get: async (tenant, name) => shelf.secrets.get(at(tenant, name)) ?? null,
    async put(tenant, name, sealed) {
      shelf.secrets.set(at(tenant, name), sealed);
    },
    async remove(tenant, name) {
      shelf.secrets.delete(at(tenant, name));
    },
  };
}

/** Takes the words out of the entries of solved conversations that `isMeant` names; their place in the log stays. */
function silence(shelf: Shelf, tenant: string, isMeant: (solved: Solved, entry: LogEntry) => boolean): void {
  for (const entry of shelf.log.get(tenant)?.values() ?? [])
    if (entry.kind === 'solved' && isMeant(entry.solved, entry))
      Object.assign(entry.solved, { question: '', customerTurns: [], agentTurns: [] });
}

/** Takes the words out of quotes of fixes that came to nothing. */
function unquote(shelf: Shelf, tenant: string, isMeant: (fix: StoredFix, quote: Quote) => boolean): void {
  for (const { tenant: owner, fix } of shelf.fixes.values())
    if (owner === tenant && ['rejected', 'superseded', 'rolled_back'].includes(fix.state))
      fix.evidence = fix.evidence.map((quote) => (isMeant(fix, quote) ? { ...quote, quote: '' } : quote));
}

export function memoryRetention(shelf: Shelf): RetentionStore {
  return {
    async forgetText(tenant, before, except) {
      for (const [key, row] of shelf.conversations) {
        const { id, updatedAt } = row.conversation;
        if (row.tenant === tenant && updatedAt < before && !except.includes(id)) shelf.conversations.delete(key);
      }
      for (const row of shelf.observations.values()) {
        const { at: when, conversationId } = row.observation;
        if (row.tenant === tenant && when < before && !except.includes(conversationId)) row.observation.question = '';
      }
      const heldUpTo = (language: string) => shelf.snapshots.get(at(tenant, language))?.seq ?? 0;
      silence(shelf, tenant, (solved, entry) => solved.at < before && entry.seq <= heldUpTo(entry.language));
    },
    async forgetQuotes(tenant, before) {
      unquote(shelf, tenant, (fix) => fix.createdAt < before);
    },
    async forgetFeatures(tenant, before, except) {
      const last = Math.max(0, ...(shelf.log.get(tenant)?.keys() ?? []));
      for (const [seq, entry] of shelf.log.get(tenant) ?? []) {
        const isHeld = seq < last && seq <= (shelf.snapshots.get(at(tenant, entry.language))?.seq ?? 0);
        if (
          entry.kind === 'solved' &&
          entry.solved.at < before &&
          isHeld &&
          !except.includes(entry.solved.conversationId)
        )
          shelf.log.get(tenant)?.delete(seq);
      }
      for (const [key, { tenant: owner, observation }] of shelf.observations)
        if (owner === tenant && observation.at < before && !except.includes(observation.conversationId))
          shelf.observations.delete(key);
    },
    teammateNames: async (tenant, { userId, personId }) => {
      const signature = ` (${userId})`;
      const sessions = [...shelf.sessions].filter(([key, one]) => isOf(key, tenant) && one.userId === userId);
      const assigned = [...shelf.assignments.values()].filter(
        (row) => row.tenant === tenant && row.to.userId === userId,
      );
      const acted = shelf.activity.filter((row) => row.tenant === tenant && row.activity.actor.endsWith(signature));
      const isKnown =
        [...shelf.outcomes.values()].some((row) => row.tenant === tenant && row.outcome.personId === personId) ||
        [...shelf.questions.values()].some((row) => row.tenant === tenant && row.question.agentId === personId) ||
        shelf.versions.some((row) => row.tenant === tenant && row.version.by === userId) ||
        shelf.activity.some((row) => row.tenant === tenant && row.activity.actor === userId) ||
        userId in (shelf.tenants.get(tenant)?.policy.roles ?? {});
      const names = [
        ...sessions.map(([, { name }]) => name),
        ...assigned.map(({ to }) => to.name),
        ...acted.map(({ activity }) => activity.actor.slice(0, -signature.length)),
      ];
      return names.length > 0 || isKnown ? [...new Set(names)] : null;
    },
    async eraseTeammate(tenant, { userId, personId, names }, standIn) {
      const isOwn = (row: { tenant: string }) => row.tenant === tenant;
      for (const [key, { id, userId: of }] of shelf.sessions) {
        if (!isOf(key, tenant) || of !== userId) continue;
        shelf.sessions.delete(key);
        for (const [nonce, used] of shelf.nonces) if (isOwn(used) && used.sessionId === id) shelf.nonces.delete(nonce);
      }
      for (const [key, row] of shelf.assignments)
        if (isOwn(row) && row.to.userId === userId) shelf.assignments.delete(key);
      for (const [key, row] of shelf.outcomes)
        if (isOwn(row) && row.outcome.personId === personId) shelf.outcomes.delete(key);
      for (const [key, row] of shelf.questions)
        if (isOwn(row) && row.question.agentId === personId) shelf.questions.delete(key);
      const known = new Set([userId, ...names, ...names.map((name) => `${name} (${userId})`)]);
      const named = (value: unknown): unknown => {
        if (typeof value === 'string') return known.has(value) ? standIn : value;
        if (Array.isArray(value)) return value.map(named);
        if (value === null || typeof value !== 'object' || value instanceof Map) return value;
        const fields = Object.entries(value).map(([k, v]) => [k === userId ? standIn : k, named(v)]);
        return Object.fromEntries(fields);
      };
      const rows = [
        shelf.activity,
        shelf.versions,
        ...[shelf.fixes, shelf.publications, shelf.articles].map((m) => m.values()),
      ];
      for (const all of [...rows, shelf.outbox.values()])
        for (const row of all as Iterable<{ tenant: string }>) if (isOwn(row)) Object.assign(row, named(row));
      const account = shelf.tenants.get(tenant);
      if (account) account.policy = named(account.policy) as typeof account.policy;
    },
    async eraseConversation(tenant, conversationId) {
      shelf.efforts.delete(at(tenant, conversationId));
      let standing = 0;
      for (const row of shelf.fixes.values()) {
        const isCited = row.fix.evidence.some((one) => one.conversationId === conversationId && one.quote !== '');
        if (row.tenant !== tenant || !isCited) continue;
        row.fix = withoutConversation(row.fix, conversationId);
        const isGone = row.fix.state === 'superseded';
        standing += isGone || row.fix.state === 'rejected' ? 0 : 1;
        if (!isGone) continue;
        for (const [key, { question }] of shelf.questions)
          if (question.fixId === row.fix.id && isOf(key, tenant)) shelf.questions.delete(key);
        const gap = shelf.gaps.get(at(tenant, row.fix.gapId))?.gap;
        const waits = [...shelf.fixes.values()].some(
          ({ tenant: owner, fix }) =>
            owner === tenant && fix.gapId === row.fix.gapId && ['in_review', 'escalated'].includes(fix.state),
        );
        if (gap && !waits && ['in_review', 'escalated'].includes(gap.state)) gap.state = 'open';
      }
      shelf.conversations.delete(at(tenant, conversationId));
      for (const [key, { tenant: owner, observation }] of shelf.observations)
        if (owner === tenant && observation.conversationId === conversationId) shelf.observations.delete(key);
      silence(shelf, tenant, (solved) => solved.conversationId === conversationId);
      for (const entry of shelf.log.get(tenant)?.values() ?? [])
        if (entry.kind === 'solved' && entry.solved.conversationId === conversationId)
          Object.assign(entry.solved, { requesterId: '', organizationId: null });
      for (const [key, { tenant: owner, outcome }] of shelf.outcomes)
        if (owner === tenant && outcome.conversationId === conversationId) shelf.outcomes.delete(key);
      for (const [key, row] of shelf.modelAnswers) if (row.tenant === tenant) shelf.modelAnswers.delete(key);
      for (const [key, row] of shelf.automaticActs)
        if (row.tenant === tenant && row.act.conversationId === conversationId) shelf.automaticActs.delete(key);
      endEnding(shelf, tenant, conversationId);
      return { standing };
    },
    async purge(tenant, closedBefore) {
      const row = shelf.tenants.get(tenant);
      if (row?.tenant.state !== 'closing' || row.stateSince > closedBefore) return 0;
      const gone = clear(shelf, tenant);
      if (gone === 0) shelf.tenants.delete(tenant);
      return gone;
    },
    async forgetDoneWork(tenant, before) {
      for (const [key, row] of shelf.inbox)
        if (row.tenant === tenant && row.state !== 'new' && row.receivedAt < before) shelf.inbox.delete(key);
      for (const [key, row] of shelf.modelAnswers)
        if (row.tenant === tenant && row.at < before) shelf.modelAnswers.delete(key);
      for (const [key, row] of shelf.modelFailures)
        if (row.tenant === tenant && row.since < before) shelf.modelFailures.delete(key);
      for (const [key, { id, endsAt }] of shelf.sessions) {
        if (JSON.parse(key)[0] !== tenant || endsAt >= before) continue;
        shelf.sessions.delete(key);
        for (const [nonce, of] of shelf.nonces)
          if (of.tenant === tenant && of.sessionId === id) shelf.nonces.delete(nonce);
      }
    },
  };
}
