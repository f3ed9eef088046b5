import type { Figures } from '../../../../shared/measure/figure.ts';
import type { PilotView } from '../../../../shared/measure/pilot.ts';
import { DAY_MS } from '../../../../shared/time.ts';
import { accountOf } from '../account.ts';
import { createFindings } from '../findings.ts';
import { type Knowledge, knowledgeOf } from '../knowledge.ts';
import type { StartOptions } from '../options.ts';
import { pilotWords, sayGo } from '../pilot-gate.ts';
import { createPrinter } from '../printer.ts';
import { isReviewTime, reviewWaiting } from '../reviewer.ts';
import { createStage, type Stage } from '../stage.ts';
import { letPass, playStream } from '../stream.ts';
import { countedByHand, disagreements } from './by-hand.ts';
import { reportOf } from './report.ts';

/** Plays the fortnight as fast as it goes, a reviewer deciding what waits; prints the report. Answers the exit code. */
export async function runOnce(options: StartOptions): Promise<number> {
  const started = Date.now();
  const printer = createPrinter();
  printer.line('Mend · building the worker and setting up the helpdesk of Shiftloom …');
  const stage = await createStage({ ...options, ...accountOf(options), hasProduct: true });
  try {
    const knowledge = knowledgeOf(stage);
    const findings = createFindings(knowledge);
    const before = (await stage.mend.usage()).statements;
    let ours = 0;
    let hasGone = options.earned;
    printer.line(openapiWords(stage));
    await playStream(stage, {
      onStep: async (progress) => {
        printer.progress(progress);
        if (!isReviewTime(progress.at)) return;
        const from = (await stage.mend.usage()).statements;
        if (!hasGone) hasGone = await goOnceSeen(stage, knowledge);
        if (hasGone) await reviewWaiting(stage, knowledge, false);
        for (const line of await findings()) printer.found(progress.at, line);
        ours += (await stage.mend.usage()).statements - from;
      },
    });
    const statements = (await stage.mend.usage()).statements - before - ours;
    await reviewWaiting(stage, knowledge, true);
    for (const line of await findings()) printer.found(stage.now(), line);
    printer.end();
    await letPass(stage, DAY_MS);
    const figures = await stage.mend.api<Figures>(`/tenants/${stage.tenant}/figures`);
    const wrong = disagreements(figures, await countedByHand(stage, knowledge));
    const report = await reportOf(knowledge, {
      conversations: stage.zendesk.world.tickets.size,
      statements,
      seconds: (Date.now() - started) / 1000,
      openapi: openapiWords(stage),
      pilot: pilotWords(await stage.mend.api<PilotView>(`/tenants/${stage.tenant}/pilot`)),
      figures: wrong.length === 0 ? 'agree with what is counted by hand at the helpdesk' : wrong.join('; '),
    });
    printer.line(`\n${report.text}`);
    return Math.max(verdict(stage, report.patches.length, report.newArticles.length), Number(wrong.length > 0));
  } finally {
    await stage.close();
  }
}

/** The admin looks at what waits while Mend observes, and says *go* at the first proposal that is there to be decided. */
async function goOnceSeen(stage: Stage, knowledge: Knowledge): Promise<boolean> {
  if ((await knowledge.waiting()).length === 0) return false;
  await sayGo(stage);
  return true;
}

/** Whether requests were held against the vendor's descriptions, and how that went. */
export function openapiWords({ zendesk }: Stage): string {
  if (!zendesk.isOpenApiChecked)
    return 'Requests are not checked against Zendesk’s API descriptions: OPENAPI_DIR is not set.';
  const { violations } = zendesk;
  return violations.length === 0
    ? 'Every request is checked against Zendesk’s API descriptions.'
    : `${violations.length} requests did not fit Zendesk’s API descriptions; the first: ${violations[0]}`;
}

function verdict(stage: Stage, patches: number, newArticles: number): number {
  const missing = [patches === 0 ? 'article patch' : '', newArticles === 0 ? 'new article' : ''].filter(Boolean);
  if (missing.length > 0) console.error(`The loop did not close: no ${missing.join(' and no ')} was published.`);
  return missing.length > 0 || stage.zendesk.violations.length > 0 ? 1 : 0;
}
