import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CASES as ANSWERS, simulateAnswers, weeksToEarn } from './safety/answers.ts';
import { CASES as AUTONOMY, cleanApprovalsNeeded, MEMORY, simulateAutonomy } from './safety/autonomy.ts';
import { simulateWatch, CASES as WATCH } from './safety/watch.ts';

const PAGE = join(import.meta.dirname, '../../docs/safety.md');
const MARKS = ['<!-- safety: begin -->', '<!-- safety: end -->'] as const;
const TENANTS = 1_000;
const OUTCOMES = 1_000;
const PUBLICATIONS = 400;
const DAYS = 180;
const YEARS = 300;
const PACES = [5, 20, 100];
const RUNS = 200;

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const table = (head: string[], rows: (string | number | null)[][]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map((cell) => cell ?? '–').join(' | ')} |`).join('\n');

/** Simulates what the safety of automatic publishing rests on, and puts the tables into docs/safety.md. */
async function main(): Promise<void> {
  const autonomy = AUTONOMY.map((one, i) => {
    const row = simulateAutonomy(one, TENANTS, OUTCOMES, 101 + i);
    process.stderr.write(`autonomy: ${row.name}\n`);
    const share = (of: number | null) => (of === null ? null : percent(of));
    return [
      ...[row.name, percent(row.everUnlocked), row.medianAt, share(row.boundBroken), row.lockedAfterP95],
      share(row.lateUnlocked),
    ];
  });
  const watch = WATCH.map((one, i) => {
    const row = simulateWatch(one, PUBLICATIONS, DAYS, 201 + i);
    process.stderr.write(`watch: ${row.name}\n`);
    return [row.name, percent(row.harmful), percent(row.healed), percent(row.noEffect), row.medianDay, row.p90Day];
  });
  const answers = ANSWERS.map((one, i) => {
    const row = simulateAnswers(one, YEARS, 301 + i);
    process.stderr.write(`answers: ${row.name}\n`);
    const bad = one.decline ? row.badSaid.toFixed(1) : null;
    return [row.name, percent(row.revokedBefore), row.medianDay, row.p90Day, bad];
  });
  const paces = PACES.map((pace) => {
    const weeks = [0, 1].map((delay) => weeksToEarn(pace, delay, RUNS, 401).toFixed(0));
    return [pace, ...weeks];
  });
  const text = [
    `${TENANTS} simulated tenants, ${OUTCOMES} outcomes each, looked at after every one; ${cleanApprovalsNeeded()} clean approvals unlock a category from nothing.`,
    table(
      [
        'true rate of bad fixes',
        'ever unlocked',
        'median outcome of unlocking',
        'bound ever below the true rate',
        'locked again after (95 %)',
        `unlocked more than ${MEMORY} outcomes after the step`,
      ],
      autonomy,
    ),
    `${PUBLICATIONS} simulated publications each, looked at every day for ${DAYS} days, 56 days before.`,
    table(
      [
        'what the publication did',
        'called harmful',
        'called healed',
        'called without effect',
        'median day',
        '90 % by day',
      ],
      watch,
    ),
    `${YEARS} simulated years of a category answered in public, looked at every day.`,
    table(
      [
        'true rate of bad ends',
        'revoked before any decline',
        'median day after the decline',
        '90 % by day',
        'bad answers after the decline until then',
      ],
      answers,
    ),
    'Weeks until one section has earned its right, where one end in a hundred is bad (median): approvals count at once, acts in the dark after seven days.',
    table(['ends of the section a fortnight', 'patches, by approvals', 'answers and routing, in the dark'], paces),
  ].join('\n\n');
  console.log(text);
  const page = await readFile(PAGE, 'utf8');
  const [begin, end] = [page.indexOf(MARKS[0]), page.indexOf(MARKS[1])];
  if (begin < 0 || end < begin) throw new Error(`${PAGE} lacks its marks`);
  await writeFile(PAGE, `${page.slice(0, begin + MARKS[0].length)}\n\n${text}\n\n${page.slice(end)}`);
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exit(2);
});
