import type { Conversation } from '../../../shared/conversation.ts';
import { type Said, say } from '../../../shared/said/said.ts';
import { speakerOf } from '../acts/features.ts';
import type { Saying } from '../acts/statements.ts';
import { type Claim, type ClaimKind, claimsOf, compareClaims } from '../claim/claims.ts';
import type { Side } from '../learned/finding.ts';
import { commonest } from '../statistics/commonest.ts';
import { agentFactor, agentsBySide, type Given } from '../statistics/dependence.ts';

/** Organizations and agents on each side from which it is asked. Lower than for a finding: a question accuses no article. */
const MIN_PEOPLE = 2;
const MIN_AGENTS = 1;

/** Share of all sayings that the two sides must make: more values vary with the customer. */
const TWO_SIDES = 0.8;

/** ln Bayes factor from which it is likelier than not that the agent decides what is said. */
const LIKELY = 0;

/** Facts in which two sayings of one thing may differ. */
const CHECKED: ReadonlySet<ClaimKind> = new Set([
  'number',
  'duration',
  'price',
  'limit',
  'version',
  'path',
  'polarity',
]);

/** Most other sentences compared with the commonest: more of one act say nothing new. */
const MAX_COMPARED = 60;

/** A question that a person must answer: what is said on the one side and on the other, and by how many. */
export function openQuestion(sides: readonly Side[]): Said {
  const isOfArticles = sides.every((side) => side.articleId !== null);
  const told = sides.map(({ value, organizations, agents }) =>
    say('ask.side', {
      text: value,
      organizations: say('count.organizations', { count: organizations }),
      agents: say('count.agents', { count: agents }),
    }),
  );
  return say(isOfArticles ? 'ask.articles' : 'ask.agents', { sides: { either: told } });
}

/** Where agents disagree on one statement: the same sentence with another value, or with yes for no; null where they don't. */
export function disagreement(said: readonly Saying[], conversations: readonly Conversation[]): Side[] | null {
  const plain = (saying: Saying) => saying.quote.quote.replace(/\s+/g, ' ').trim();
  const first = commonest(said.map(plain));
  const base = checked(first);
  if (base.length === 0) return null;
  const own: Saying[] = [];
  const other = new Map<string, Saying[]>();
  for (const saying of said.slice(0, MAX_COMPARED)) {
    const claims = checked(saying.quote.quote);
    const { same, differing } = compareClaims(base, claims);
    if (differing.length > 0) {
      const name = differing.map(({ to }) => `${to.kind}=${to.value}`).join(';');
      other.set(name, [...(other.get(name) ?? []), saying]);
    } else if (same.length > 0) own.push(saying);
  }
  const [rival] = [...other.values()].sort((a, b) => b.length - a.length || (plain(a[0]!) < plain(b[0]!) ? -1 : 1));
  const all = own.length + [...other.values()].reduce((sum, list) => sum + list.length, 0);
  if (!rival || own.length + rival.length < TWO_SIDES * all) return null;
  const turns = new Map(conversations.flatMap((c) => c.turns.map((turn) => [`${c.id}/${turn.id}`, turn] as const)));
  const who = new Map(conversations.map((c) => [c.id, c.organizationId ?? c.requesterId]));
  const by = ({ quote }: Saying) => speakerOf(turns.get(`${quote.conversationId}/${quote.turnId}`) ?? {});
  const given = [
    ...own.map((s): Given => ({ by: by(s), isOther: false })),
    ...rival.map((s): Given => ({ by: by(s), isOther: true })),
  ];
  const agents = agentsBySide(given);
  const sides = [own, rival].map(
    (list, i): Side => ({
      value: plain(list[0]!),
      articleId: null,
      organizations: new Set(list.map((s) => who.get(s.quote.conversationId))).size,
      agents: agents[i] ?? 0,
      conversationIds: [...new Set(list.map((s) => s.quote.conversationId))],
    }),
  );
  const isHeard = sides.every((side) => side.organizations >= MIN_PEOPLE && side.agents >= MIN_AGENTS);
  return isHeard && agentFactor(given) > LIKELY ? sides : null;
}

function checked(sentence: string): Claim[] {
  return claimsOf(sentence).filter(({ kind }) => CHECKED.has(kind));
}
