import { readdirSync } from 'node:fs';
import { lineAt, type Node, type Source, walk } from './source.ts';

/** The rooms and papers of the first floor. */
export const FOLDERS = ['zendesk-app', 'intercom-app', 'worker', 'shared', 'migrations', 'test', 'docs', 'tools'];
const PAPERS = ['manifest.json', 'README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE', 'NOTICE'];
const CONFIGURATION =
  /^(package(-lock)?\.json|wrangler\.toml|tsconfig\.json|knip\.json|biome\.json|drizzle\.config\.ts|vitest(\.\w+)?\.config\.ts|\..+)$/;
/** Made by tools, ignored by git. */
const MADE = ['node_modules', 'dist', 'tmp'];

const MAX_LINES = 250;

/** Files that may be longer, each with its reason. */
const LONG: Record<string, string> = {
  ...Object.fromEntries(
    ['de', 'en', 'es', 'fr', 'ja', 'pt-BR'].map((name) => [`shared/said/words/${name}.ts`, 'a table of sentences']),
  ),
  'worker/core/text/lexicon-data.ts': 'a table of words, one a line',
  'worker/core/redact/lexicon/names-of-the-world.ts': 'a table of names',
  'test/core/redact/redact.test.ts': 'a table of cases',
  'test/core/signals/signals.test.ts': 'a table of cases',
};

/** Methods of ports that belong to no one tenant. */
const ACROSS_TENANTS = new Set([
  'TenantStore.list',
  'PublicationStore.lastAutomatic',
  'InboxStore.tenantsWithDue',
  'InboxStore.addForActive',
  'InboxStore.forgetTicks',
  'TenantStore.ofSubdomain',
  'TenantStore.inStateSince',
  'OutboxStore.stoppedWithDue',
]);

const DRAWERS = /^(utils?|helpers?|common|misc|manager)$/i;
const SQL =
  /\b(SELECT\s[\s\S]*\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|CREATE\s+(VIRTUAL\s+)?(TABLE|INDEX|TRIGGER)\s)/;
const ESCAPES = /@ts-(ignore|nocheck)|biome-ignore|eslint-disable/;

/** What stands on the first floor and should not, and what is missing there. */
export function misplacedAtTop(root: string): string[] {
  const there = readdirSync(root).filter((name) => !MADE.includes(name) && !name.endsWith('.log'));
  const strange = there.filter((name) => ![...FOLDERS, ...PAPERS].includes(name) && !CONFIGURATION.test(name));
  const missing = [...FOLDERS, ...PAPERS].filter((name) => !there.includes(name));
  return [...strange.map((name) => `${name} does not belong here`), ...missing.map((name) => `${name} is missing`)];
}

export function drawers(sources: Source[]): string[] {
  const isDrawer = (part: string) => DRAWERS.test(part.replace(/\.(test\.)?tsx?$/, ''));
  return sources.filter(({ path }) => path.split('/').some(isDrawer)).map(({ path }) => `${path} is named as a drawer`);
}

export function tooLong(sources: Source[]): string[] {
  return sources
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ path, lines }) => lines > MAX_LINES && !(path in LONG))
    .map(({ path, lines }) => `${path} has ${lines} lines`);
}

/** `any`, and comments that silence the type checker or the linter. */
export function escapes(sources: Source[]): string[] {
  return sources.flatMap(({ path, text, program, comments }) => {
    const found = comments.filter(({ value }) => ESCAPES.test(value)).map(({ start }) => start);
    walk(program, (node) => {
      if (node.type === 'TSAnyKeyword') found.push(node.start);
    });
    return found.map((start) => `${path}:${lineAt(text, start)} escapes from the checks`);
  });
}

/** SQL outside of the storage rim. */
export function strayStatements(sources: Source[]): string[] {
  const outside = sources.filter(({ path }) => path.startsWith('worker/') && !path.startsWith('worker/d1/'));
  return outside.flatMap(({ path, text, program }) => {
    const found: string[] = [];
    walk(program, (node) => {
      const words = wordsOf(node);
      if (SQL.test(words)) found.push(`${path}:${lineAt(text, node.start)} holds SQL`);
    });
    return found;
  });
}

function wordsOf(node: Node): string {
  if (node.type === 'Literal') return String(node.value);
  if (node.type !== 'TemplateElement') return '';
  return String((node.value as { cooked?: string | null }).cooked ?? '');
}

/** What keeps rows of every tenant: its methods name the tenant. */
const KEEPS_ROWS = /(Store|Log|Index|Ledger|Memory|Identity)$/;

/** Methods of the loop's stores that don't take the tenant first. */
export function tenantless(sources: Source[]): string[] {
  const stores = sources.filter(({ path }) => path.startsWith('worker/loop/ports/'));
  if (stores.length === 0) return ['worker/loop/ports is missing'];
  return stores.flatMap(tenantlessIn);
}

function tenantlessIn({ path, text, program }: Source): string[] {
  const found: string[] = [];
  walk(program, (node) => {
    if (node.type !== 'TSInterfaceDeclaration') return;
    const owner = (node.id as { name: string }).name;
    if (!KEEPS_ROWS.test(owner)) return;
    for (const member of (node.body as { body: Node[] }).body) {
      if (member.type !== 'TSMethodSignature') continue;
      const name = `${owner}.${(member.key as { name: string }).name}`;
      const [first] = member.params as { name?: string }[];
      if (first?.name !== 'tenant' && !ACROSS_TENANTS.has(name))
        found.push(`${path}:${lineAt(text, member.start)} ${name} does not take the tenant first`);
    }
  });
  return found;
}
