import type { Import, Source } from './source.ts';

/** Pure text libraries: all that core may use beside zod. */
const TEXT_LIBRARIES = [
  'stemmer',
  'htmlparser2',
  'papaparse',
  'diff',
  'email-providers',
  'tinyld',
  'sanitize-html',
  'ibantools',
  'libphonenumber-js',
  'stdnum',
  '@noble/hashes',
];
const CONTRACTS = ['worker/loop/ports/'];
const FOR_RIMS = ['shared/', 'worker/core/', 'worker/http/', 'worker/crypto/', ...CONTRACTS];
const APP_PACKAGES = [
  'react',
  'react-dom',
  'styled-components',
  '@zendeskgarden',
  'uplot',
  'zendesk_app_framework_sdk',
];

/** What the editor is made of: it is loaded when somebody edits. */
const EDITOR_PACKAGES = ['model', 'state', 'view', 'commands', 'history', 'keymap', 'schema-list'].map(
  (part) => `prosemirror-${part}`,
);

/** The code of the contracts that the apps run: how texts and sentences are put into a language, and spans of time. */
const WORDS = /^shared\/(words|time|said\/(said|stored|worded|words\/[\w-]+))\.ts$/;

/** A part of the house: what its files may import from the project, and which packages. */
interface Zone {
  files: string;
  mayImport: string[];
  packages: string[];
  /** Of these only types may be taken, but for what `WORDS` names. */
  typesOnly?: string[];
}

const rim = (name: string, packages: string[]): Zone => ({
  files: `worker/${name}/`,
  mayImport: [`worker/${name}/`, ...FOR_RIMS],
  packages,
});

/** The arrows. The first zone that a file belongs to holds; a file of none is a breach itself. */
const ZONES: Zone[] = [
  { files: 'shared/', mayImport: ['shared/'], packages: ['zod'] },
  { files: 'worker/core/', mayImport: ['shared/', 'worker/core/'], packages: ['zod', ...TEXT_LIBRARIES] },
  { files: 'worker/loop/', mayImport: ['shared/', 'worker/core/', 'worker/loop/'], packages: ['zod'] },
  ...['http', 'crypto'].map((name) => ({
    files: `worker/${name}/`,
    mayImport: ['shared/', 'worker/http/', 'worker/crypto/', ...CONTRACTS],
    packages: name === 'crypto' ? ['zod', 'jose', 'oauth4webapi'] : ['zod', 'standardwebhooks'],
  })),
  rim('zendesk', ['zod', 'jose']),
  rim('intercom', ['zod', 'intercom-client']),
  rim('d1', ['drizzle-orm']),
  rim('vectorize', ['zod']),
  rim('models', ['zod', '@langchain']),
  rim('notices', ['zod']),
  rim('context', ['zod']),
  rim('trackers', ['zod']),
  rim('changes', ['zod', 'standardwebhooks', 'htmlparser2']),
  {
    files: 'worker/routes/canvas/',
    mayImport: ['shared/', 'worker/core/', 'worker/loop/', 'worker/routes/', 'intercom-app/'],
    packages: ['hono', 'zod'],
  },
  {
    files: 'worker/routes/',
    mayImport: ['shared/', 'worker/core/', 'worker/loop/', 'worker/routes/'],
    packages: ['hono', 'zod'],
  },
  { files: 'worker/app.ts', mayImport: ['shared/', 'worker/routes/'], packages: ['hono'] },
  { files: 'worker/env.ts', mayImport: ['shared/'], packages: ['zod'] },
  { files: 'worker/queue.ts', mayImport: ['shared/', 'worker/loop/', 'worker/env.ts'], packages: [] },
  { files: 'worker/scheduled.ts', mayImport: ['shared/', 'worker/loop/', 'worker/env.ts'], packages: [] },
  {
    files: 'worker/index.ts',
    mayImport: ['compose', 'app', 'queue', 'scheduled', 'env', 'loop/'].map((name) => `worker/${name}`),
    packages: [],
  },
  { files: 'worker/compose', mayImport: ['shared/', 'worker/'], packages: [] },
  { files: 'zendesk-app/vite.config.ts', mayImport: [], packages: ['vite', 'node:path'] },
  {
    files: 'zendesk-app/package/',
    mayImport: ['zendesk-app/package/'],
    packages: ['fflate', 'node:fs', 'node:path', 'node:util', 'node:child_process'],
  },
  {
    files: 'zendesk-app/console/editor/',
    mayImport: ['zendesk-app/console/', 'shared/'],
    packages: [...APP_PACKAGES, ...EDITOR_PACKAGES],
    typesOnly: ['shared/'],
  },
  { files: 'zendesk-app/', mayImport: ['zendesk-app/', 'shared/'], packages: APP_PACKAGES, typesOnly: ['shared/'] },
  { files: 'intercom-app/', mayImport: ['intercom-app/', 'shared/'], packages: [], typesOnly: ['shared/'] },
];

/** Every import of the house that goes against an arrow, in words. */
export function brokenArrows(sources: Source[]): string[] {
  return sources.filter(({ path }) => !path.startsWith('test/')).flatMap(brokenIn);
}

function brokenIn({ path, imports }: Source): string[] {
  const zone = ZONES.find(({ files }) => path.startsWith(files));
  if (!zone) return [`${path} stands in no zone of the house`];
  return imports.filter((one) => !isAllowed(zone, one)).map((one) => `${path}:${one.line} imports ${one.specifier}`);
}

function isAllowed(zone: Zone, { target, specifier, isTypeOnly }: Import): boolean {
  if (target === null) return zone.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`));
  const isTypeWanted = zone.typesOnly?.some((start) => target.startsWith(start)) ?? false;
  return (
    zone.mayImport.some((start) => target.startsWith(start)) && (isTypeOnly || !isTypeWanted || WORDS.test(target))
  );
}
