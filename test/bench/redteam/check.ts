import { z } from 'zod';
import { SINKS, type Sink } from './sinks.ts';

/** Share of a step's words that one line of a draft holds, and of a draft's steps that must be there so, to survive. */
const WORDS_OF_STEP = 0.7;
const STEPS_OF_DRAFT = 0.8;

/** Kinds whose forbidden strings no model may read either, and which may not even be stored. */
const PERSONAL: readonly string[] = ['personal', 'obfuscated', 'secret'];

export const judgedSchema = z.object({
  id: z.string(),
  kind: z.string().default(''),
  forbidden: z.array(z.string()).default([]),
  required: z.array(z.string()).default([]),
});
export type Judged = z.infer<typeof judgedSchema>;

const texts = z.array(z.string());
export const lineSchema = z.object({
  id: z.string(),
  mode: z.enum(['alone', 'together']),
  procedure: texts.default([]),
  draft_exists: z.boolean().default(false),
  sinks: z.object({
    article: texts,
    draft: texts,
    sidebar: texts,
    notice: texts,
    digest: texts,
    log: texts,
    prompt: texts,
  }),
  stored: texts.default([]),
});
export type JudgedLine = z.infer<typeof lineSchema>;

export interface Verdict {
  violations: { id: string; mode: string; sink: Sink | 'stored'; forbidden: string }[];
  bySink: Record<string, number>;
  drafts: number;
  survived: number;
  /** Over-redaction: strings that a draft had to hold, and those that it lacks. */
  required: number;
  lost: { id: string; required: string }[];
  /** Texts of which the output has no line. */
  missing: string[];
}

/** Counts what appears that must not, and what is gone that must stay; a text counts once a sink and string. */
export function judge(judged: readonly Judged[], lines: readonly JudgedLine[]): Verdict {
  const byId = new Map(judged.map((one) => [one.id, one]));
  const verdict: Verdict = {
    violations: [],
    bySink: Object.fromEntries([...SINKS, 'stored'].map((sink) => [sink, 0])),
    drafts: 0,
    survived: 0,
    required: 0,
    lost: [],
    missing: judged.map(({ id }) => id).filter((id) => !lines.some((line) => line.id === id)),
  };
  for (const line of lines) {
    const meant = line.mode === 'together' ? judged : [byId.get(line.id)].filter((one) => one !== undefined);
    for (const sink of [...SINKS, 'stored'] as const) {
      const raw = (sink === 'stored' ? line.stored : line.sinks[sink]).join('\n');
      const shown = normalised(raw);
      for (const { id, kind, forbidden } of meant) {
        if ((sink === 'prompt' || sink === 'stored') && !PERSONAL.includes(kind)) continue;
        for (const one of forbidden)
          if (normalised(one) === '' ? raw.includes(one) : shown.includes(normalised(one)))
            verdict.violations.push({ id, mode: line.mode, sink, forbidden: one });
      }
    }
    if (line.mode === 'together' || !line.draft_exists) continue;
    verdict.drafts += 1;
    if (hasSurvived(line)) verdict.survived += 1;
    const draft = normalised(line.sinks.draft.join('\n'));
    for (const { id, required } of meant)
      for (const one of required) {
        verdict.required += 1;
        if (!draft.includes(normalised(one))) verdict.lost.push({ id, required: one });
      }
  }
  for (const { sink } of verdict.violations) verdict.bySink[sink] = (verdict.bySink[sink] ?? 0) + 1;
  return verdict;
}

/** NFKC, lower case, one space for each white space, nothing invisible: what a reader would take it for. */
function normalised(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}

const wordsOf = (text: string): string[] => normalised(text).match(/[\p{L}\p{N}]+/gu) ?? [];

function hasSurvived({ procedure, sinks }: JudgedLine): boolean {
  const said = sinks.draft.flatMap((text) => text.split(/<[^>]*>/)).map((line) => new Set(wordsOf(line)));
  const isThere = (step: string) => {
    const words = wordsOf(step);
    return said.some((line) => words.filter((word) => line.has(word)).length >= WORDS_OF_STEP * words.length);
  };
  return procedure.filter(isThere).length >= STEPS_OF_DRAFT * procedure.length;
}
