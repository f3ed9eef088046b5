import type { GapWarning, HealthFacts, KnownIssue, ReplySource } from '../shared/advice.ts';
import { createWords, type Locale, localeOf, type Table, type Words } from '../shared/words.ts';
import { de } from './words/de.ts';
import { type CanvasKey, en } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { ja } from './words/ja.ts';
import { ptBR } from './words/pt-BR.ts';

export type CanvasWords = Words<CanvasKey>;

const TABLES: Record<Locale, Table<CanvasKey>> = { en, de, es, fr, ja, 'pt-BR': ptBR };

/** The card's words in the language nearest to a teammate's; English where there is none. */
export function canvasWords(wanted: string): CanvasWords {
  const locale = localeOf(wanted);
  return createWords(locale, TABLES[locale]);
}

/** What is wrong with the knowledge, and for how many, in one line; and what waits for it, in another. */
export function gapWords({ t, locale }: CanvasWords, gap: GapWarning): { what: string; who: string } {
  const sentences = [
    ...(gap.thisWeek > 0 ? [t('gap.week', { count: gap.thisWeek })] : []),
    t('gap.all', { count: gap.people }),
    ...(gap.fix === null ? [] : [t(`fix.${gap.fix}`)]),
  ];
  return { what: t(`gap.${gap.cause}`, { title: gap.title }), who: sentences.join(locale === 'ja' ? '' : ' ') };
}

export function knownIssueWords({ t, date }: CanvasWords, issue: KnownIssue): string {
  const who = t(issue.isAcknowledged ? 'issue.acknowledged' : 'issue.unconfirmed');
  return `${t('issue.since', { count: issue.people, day: date(issue.since) })} ${who}`;
}

/** Why an article has its health, as rows of two columns. */
export function factRows({ t, date }: CanvasWords, why: HealthFacts): [string, string][] {
  const rows: [string, string][] = [
    [t('fact.confirmed'), t('fact.confirmed.value', { confirmed: why.confirmed, count: why.statements })],
    [t('fact.asked'), t('fact.customers', { count: why.asked })],
    [t('fact.edited'), date(why.editedAt)],
  ];
  if (why.saidWrong + why.saidRight > 0)
    rows.push([t('fact.colleagues'), t('fact.colleagues.value', { right: why.saidRight, wrong: why.saidWrong })]);
  if (why.healedAt !== null) rows.push([t('fact.mended'), date(why.healedAt)]);
  return rows;
}

export function sourceWords({ t, list }: CanvasWords, sources: readonly ReplySource[]): string {
  const names = sources.map((source) =>
    source.kind === 'article'
      ? t(source.isPatched ? 'source.patched' : 'source.article', { title: source.title })
      : t('source.solved', { count: source.count }),
  );
  return names.length === 0 ? '' : t('source.from', { sources: list(names) });
}
