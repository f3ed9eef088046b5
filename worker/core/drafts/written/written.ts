import type { Fix } from '../../../../shared/fix.ts';
import { checkContent } from '../../gates/check-content.ts';
import { groundsOf } from '../../gates/grounds.ts';
import { asLine } from '../../grounding/sentence.ts';
import { type DraftStatement, statementsOf } from '../../grounding/statements.ts';
import { groundTitle } from '../../grounding/title.ts';
import type { StoodSection, WrittenArticle } from '../../grounding/written.ts';
import { blocksOf, replaceText } from '../../html/blocks.ts';
import { plainText } from '../../html/plain.ts';
import { writingOf } from '../../language/writing-of.ts';
import { NOBODY } from '../../redact/known.ts';
import { sectionsBody } from '../article/shape.ts';
import { type Bench, whyNotBorne } from './borne.ts';
import { type PlacedSection, place } from './placing.ts';
import { type Cut, provedSections } from './proved.ts';

/** Share of the builtin draft's statements that proved sentences must say for them to stand; below it two voices mix. */
export const MIN_WRITTEN_SHARE = 0.8;

export interface Written {
  /** The draft as the model wrote it, as far as it is proved; the builtin draft itself where too little of it is. */
  fix: Fix;
  isWritten: boolean;
  /** Statements of the builtin draft that proved sentences say, of how many. */
  covered: number;
  of: number;
  /** What stood, to be given to the next question about the same gap; empty where the builtin draft stands. */
  sections: StoodSection[];
  /** What was cut, and why. */
  cut: Cut[];
}

/** What a written draft is judged against. */
export interface Against {
  /** ISO 639-1. */
  language: string;
  base: { title: string; bodyHtml: string } | null;
  /** Statements that a person decided on: they stand as they are. */
  decided?: ReadonlySet<string>;
}

/**
 * A draft as a model wrote it, as far as code proves it: each sentence says statements of the builtin draft and nothing else
 * (`whyNotBorne`), steps stay in order, and each statement that no proved sentence says stands in the builtin wording in its
 * place. Where proved sentences say less than 80 % of the statements, or the content gates refuse something that the builtin draft
 * doesn't hold, that stands whole. Evidence and open questions stay. Pure; no input makes it throw.
 */
export function writtenDraft(builtin: Fix, answer: WrittenArticle, against: Against): Written {
  const { language, base, decided = new Set() } = against;
  const statements = statementsOf(builtin.bodyHtml, base?.bodyHtml ?? null, builtin.evidence);
  const writing = writingOf(language);
  const proof: Bench = {
    statements,
    logic: writing?.logic ?? null,
    decided,
    evidence: builtin.evidence,
  };
  const stands: Written = { fix: builtin, isWritten: false, covered: 0, of: statements.length, sections: [], cut: [] };
  const written = base === null ? article(builtin, answer, proof, language) : patch(builtin, answer, proof);
  const covered = new Set(written.sections.flatMap(({ sentences }) => sentences.flatMap(({ says }) => says))).size;
  const judged = { ...stands, covered, cut: written.cut };
  if (covered === 0 || covered < MIN_WRITTEN_SHARE * statements.length) return judged;
  const sources = [builtin.bodyHtml, base?.title ?? '', base?.bodyHtml ?? ''].map(plainText);
  const isNamed = base === null && proof.logic !== null;
  const title = isNamed ? groundTitle(builtin.title, answer.title, sources, proof.logic) : builtin.title;
  const fix = { ...builtin, title, bodyHtml: written.bodyHtml };
  const sections = written.sections.map(({ heading, form, sentences }) => ({
    heading,
    form,
    sentences: sentences.map(({ text, says }) => ({ text, says: says.map((at) => statements[at]!.text) })),
  }));
  return brings(fix, builtin, sections, base) ? judged : { ...judged, fix, isWritten: true, sections };
}

interface Standing {
  bodyHtml: string;
  /** What of the model stands. */
  sections: PlacedSection[];
  cut: Cut[];
}

function article(builtin: Fix, answer: WrittenArticle, proof: Bench, language: string): Standing {
  const { statements } = proof;
  const writing = writingOf(language);
  const above = statements.map(({ block }) => block.headings.at(-1) ?? null);
  const own = [...above.filter((heading) => heading !== null), ...Object.values(writing?.headings ?? {})];
  const { sections, cut } = provedSections(answer, proof, { own: new Set(own), title: builtin.title });
  const placed = joined(sections);
  for (const section of placed) {
    const first = section.list === null ? -1 : statements.findIndex(({ list }) => list === section.list);
    section.heading ??= above[first] ?? null;
  }
  const said = new Set(placed.flatMap(({ sentences }) => sentences.flatMap(({ says }) => says)));
  for (const [at, { text, list }] of statements.entries())
    if (!said.has(at)) place(placed, { at, text, list, heading: above[at]! });
  const shown = placed.length > 1 ? placed : placed.map((section) => ({ ...section, heading: null }));
  return { bodyHtml: sectionsBody(shown, builtin.bodyHtml), sections, cut };
}

/** Steps of one list are one list, in the place of the first. */
function joined(sections: readonly PlacedSection[]): PlacedSection[] {
  const found: PlacedSection[] = [];
  for (const section of sections) {
    const same = found.find(({ list }) => list !== null && list === section.list);
    if (same) same.sentences.push(...section.sentences);
    else found.push({ ...section, sentences: [...section.sentences] });
  }
  return found;
}

/** A patch changes the sentences that it brings, each in its place, and nothing else. */
function patch(builtin: Fix, answer: WrittenArticle, proof: Bench): Standing {
  const { statements } = proof;
  const cut: Cut[] = [];
  const wordings = new Map<DraftStatement, string>();
  for (const sentence of answer.sections.flatMap(({ sentences }) => sentences)) {
    const text = asLine(sentence.text);
    const statement = statements[sentence.says[0] ?? -1];
    const why =
      sentence.says.length > 1 || !statement || wordings.has(statement)
        ? 'it stands in no one place'
        : whyNotBorne(text, sentence.says, proof);
    if (why === null) wordings.set(statement!, text);
    else cut.push({ text: text.slice(0, 80), why });
  }
  let { bodyHtml } = builtin;
  const sentences: PlacedSection['sentences'] = [];
  for (const [at, statement] of [...statements.entries()].reverse()) {
    const text = wordings.get(statement);
    if (text === undefined) continue;
    const now = blocksOf(bodyHtml)[statement.block.index];
    const next = text === statement.text ? bodyHtml : now ? replaceText(bodyHtml, now, statement.text, text) : null;
    if (next === null) continue;
    bodyHtml = next;
    sentences.unshift({ text, says: [at] });
  }
  return { bodyHtml, sections: [{ heading: null, form: 'text', list: null, sentences }], cut };
}

/** Whether the content gates refuse it for something that they do not refuse the builtin draft for. */
function brings(fix: Fix, builtin: Fix, sections: StoodSection[], base: { bodyHtml: string } | null): boolean {
  const rulesOf = ({ bodyHtml, evidence }: Fix) =>
    checkContent({
      baseHtml: base?.bodyHtml ?? null,
      nextHtml: bodyHtml,
      quotes: groundsOf({ evidence, writer: { sections } }),
      knownNames: NOBODY,
    }).problems.map(({ rule }) => rule);
  const known = new Set(rulesOf(builtin));
  return rulesOf(fix).some((rule) => !known.has(rule));
}
