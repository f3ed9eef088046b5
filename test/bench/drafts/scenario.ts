import { replayArguments } from '../replay/arguments.ts';
import { replay } from '../replay/run.ts';
import type { Paper } from './paper.ts';

/** The last draft of every gap of a replay, each with its evidence, in the order in which they were made. */
export async function draftsOf(
  data: string,
  scenario: string,
  model: string,
  onProgress: (done: number, all: number) => void,
): Promise<Paper[]> {
  const args = replayArguments(['--data', data, '--scenario', scenario, '--model', model, '--out', '-']);
  const { lines } = await replay(args, onProgress);
  const last = new Map(
    lines.flatMap((line) => (line.kind === 'draft' ? [[line.gap_id as string, line] as const] : [])),
  );
  return [...last.values()].map((line) => ({
    name: `${line.fix}, ${line.decision}, confidence ${line.confidence}${line.reason ? `: ${line.reason}` : ''}`,
    title: line.title as string,
    bodyHtml: line.body_html as string,
    evidence: (line.evidence as { ticket_id: string; quote: string }[]).map(({ ticket_id, quote }) => ({
      conversationId: ticket_id,
      quote,
    })),
  }));
}
