import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredFix } from '../../../shared/gap.ts';
import { inEnglish } from '../../../shared/said/english.ts';
import { asWritten, type Said, say } from '../../../shared/said/said.ts';
import { readDecision } from '../../../worker/loop/console/decision.ts';
import type { Sight } from '../../../worker/loop/console/sight.ts';
import { askRollback } from '../../../worker/loop/publish/ask-rollback.ts';
import { approve, edit, FailsChecks, reject } from '../../../worker/loop/review/decide-by-person.ts';
import { approveTogether, rejectTogether, takeBackTogether } from '../../../worker/loop/review/decide-many.ts';
import { takeBack } from '../../../worker/loop/review/take-back.ts';
import { type Approved, approvedWorld, GAP_ID } from '../world/approved.ts';
import { TENANT } from '../world/world.ts';

const HOLD_MS = 10_000;
const DECISIONS = ['approve', 'reject', 'edit', 'approve together', 'reject together'] as const;
type Decided = (typeof DECISIONS)[number];

const everybody: Sight = { mayOpen: async (ids) => new Set(ids), urlOf: (id) => `/${id}` };

/** Everything of a decision that a person sees, the stored fix and its gap, and what stands in the help center. */
async function everythingOf({ ports, desk }: Approved, fixId: string): Promise<unknown> {
  const { was: _, ...fix } = (await ports.fixes.get(TENANT, fixId)) ?? { was: null };
  const gap = await ports.gaps.get(TENANT, GAP_ID);
  const texts = [...desk.articles.values()].map(({ title, bodyHtml }) => `${title}: ${bodyHtml}`).sort();
  return { fix, view: await readDecision(ports, TENANT, 'lead', fixId, everybody), gap: gap?.state, texts };
}

/** Makes a decision about a fix as it stands; answers the fix that it can be taken back by. */
async function decide({ ports }: Approved, fixId: string, what: Decided, nth: number): Promise<string> {
  const fix = await ports.fixes.get(TENANT, fixId);
  if (!fix) throw new Error(`there is no fix ${fixId}`);
  const { patchHash, baseHash } = fix;
  const items = [{ fixId, patchHash, baseHash }];
  switch (what) {
    case 'approve':
      return (await approve(ports, TENANT, fixId, fix, 'ada', HOLD_MS)).id;
    case 'reject':
      return (await reject(ports, TENANT, fixId, fix, 'ada', 'not so', HOLD_MS)).id;
    case 'edit':
      return (await edit(ports, TENANT, fixId, fix, 'ada', { title: `Export ${nth}`, bodyHtml: fix.bodyHtml })).id;
    case 'approve together': {
      const { decided, left } = await approveTogether(ports, TENANT, items, 'ada', HOLD_MS);
      if (left[0]) throw new FailsChecks([inEnglish(left[0].why)]);
      return decided[0]?.id ?? '';
    }
    case 'reject together':
      return (await rejectTogether(ports, TENANT, items, 'ada', 'not so', HOLD_MS)).decided[0]?.id ?? '';
  }
}

const waiting = fc.record({
  state: fc.constantFrom('in_review' as const, 'escalated' as const),
  decision: fc.constantFrom('review' as const, 'escalate' as const),
  reason: fc.constantFrom(say('decide.off'), asWritten('Agents disagree.'), null),
  actor: fc.constantFrom('mend', null),
  isNew: fc.boolean(),
  openQuestions: fc.constantFrom<Said[]>([], [asWritten('An hour or a day?')]),
  failed: fc.constantFrom(null, 'ungrounded', 'promise', 'rehearsal', 'model'),
});

async function worldOf({ isNew, failed, ...more }: typeof waiting extends fc.Arbitrary<infer T> ? T : never) {
  const gates: StoredFix['gates'] = [{ name: 'content', isPassed: failed === null, detail: asWritten('') }];
  if (failed) gates.push({ name: failed, isPassed: false, detail: asWritten('Wait an hour for the file.') });
  const base = isNew ? { kind: 'new_article' as const, articleId: null, baseHtml: null, baseHash: null } : {};
  const world = await approvedWorld({ ...more, ...base, gates });
  await world.ports.gaps.setState(TENANT, GAP_ID, more.state, 1);
  return world;
}

describe('an undo', () => {
  it('leaves everything as it was before the decision, however often and in whatever order', async () => {
    const steps = fc.array(
      fc.record({
        decisions: fc.array(fc.constantFrom(...DECISIONS), { minLength: 1, maxLength: 3 }),
        isLearned: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(waiting, steps, async (start, rounds) => {
        const world = await worldOf(start);
        let nth = 0;
        for (const { decisions, isLearned } of rounds) {
          const taken: { fixId: string; back: string; before: unknown }[] = [];
          let fixId = world.fix.id;
          for (const what of decisions) {
            const state = (await world.ports.fixes.get(TENANT, fixId))?.state;
            if (state !== 'in_review' && state !== 'escalated') break;
            const before = await everythingOf(world, fixId);
            const decided = await decide(world, fixId, what, ++nth).catch((error: unknown) => error);
            if (decided instanceof FailsChecks) {
              expect(await everythingOf(world, fixId)).toEqual(before);
              continue;
            }
            if (typeof decided !== 'string') throw decided;
            taken.push({ fixId, back: decided, before });
            fixId = decided;
          }
          const last = (await world.ports.fixes.get(TENANT, fixId))?.state;
          if (isLearned && last === 'rejected') await world.run();
          for (const { fixId: decidedId, back, before } of taken.reverse()) {
            const isTogether = nth % 2 === 0;
            if (isTogether) expect((await takeBackTogether(world.ports, TENANT, [back], 'bo')).left).toEqual([]);
            else await takeBack(world.ports, TENANT, back, 'bo');
            expect(await everythingOf(world, decidedId)).toEqual(before);
          }
          world.clock.wall += 60_000;
        }
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  it('of a publication can be undone in turn, three times over, and each time all stands as before', async () => {
    const healed = fc.constantFrom('published' as const, 'healed' as const, 'no_effect' as const);
    await fc.assert(
      fc.asyncProperty(waiting, healed, fc.integer({ min: 1, max: 5 }), async (start, after, times) => {
        const world = await worldOf({ ...start, failed: null });
        await approve(world.ports, TENANT, world.fix.id, world.fix, 'ada');
        await world.run();
        expect((await world.states()).fix).toBe('published');
        await world.ports.gaps.setState(TENANT, GAP_ID, after, 2);
        const states = [await everythingOf(world, world.fix.id)];
        for (let turn = 0; turn < times; turn++) {
          const standing = (await world.ports.publications.list(TENANT)).find((p) => p.state === 'done');
          const asked = await askRollback(world.ports, TENANT, standing?.id ?? '', 'ada', 'look again');
          expect((await askRollback(world.ports, TENANT, standing?.id ?? '', 'bo', 'again')).id).toBe(asked.id);
          world.clock.event += 60_000;
          world.clock.wall += 60_000;
          await world.run();
          expect((await askRollback(world.ports, TENANT, standing?.id ?? '', 'bo', 'and again')).id).toBe(asked.id);
          const now = await everythingOf(world, world.fix.id);
          const isOut = turn % 2 === 0;
          expect((await world.states()).fix).toBe(isOut ? 'rolled_back' : 'published');
          const earlier = states[turn - 1];
          if (earlier) expect(withoutReason(now)).toEqual(withoutReason(earlier));
          states.push(now);
        }
      }),
      { numRuns: 60, seed: 12 },
    );
  });
});

/** Who took it back last stands in the reason of what is out. */
const withoutReason = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === 'reason' || key === 'updatedAt' ? null : inner)));
