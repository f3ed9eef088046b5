import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** One run of the benchmark: which command on which set, and how its output is scored. */
export type Run =
  | { kind: 'replay'; set: string; scenario: string }
  | { kind: 'articles'; set: string }
  | { kind: 'ranking'; set: string }
  | { kind: 'patches'; set: string };

/** What can be run on the sets of a folder, judged by the files that are there. */
export function runsIn(folder: string): Run[] {
  const sets = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return sets.flatMap((set): Run[] => {
    const has = (name: string) => existsSync(join(folder, set, name));
    if (has('tickets.jsonl'))
      return [
        ...scenariosOf(join(folder, set)).map((scenario): Run => ({ kind: 'replay', set, scenario })),
        { kind: 'articles', set },
      ];
    if (has('cases.jsonl')) return [{ kind: 'patches', set }];
    if (has('questions.jsonl') || has('utterances.jsonl')) return [{ kind: 'ranking', set }];
    return [];
  });
}

function scenariosOf(dir: string): string[] {
  return readdirSync(join(dir, 'scenarios'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}
