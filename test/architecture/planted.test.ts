import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { brokenArrows } from './arrows.ts';
import { drawers, escapes, FOLDERS, misplacedAtTop, strayStatements, tenantless, tooLong } from './house.ts';
import { takesEveryPort } from './ports.ts';
import { impurities } from './purity.ts';
import { brokenRooms, circles, wideFolders } from './rooms.ts';
import { readSources, type Source } from './source.ts';

const made: string[] = [];
afterAll(() => {
  for (const root of made) rmSync(root, { recursive: true });
});

/** A house of its own with one file planted in it. */
function planted(path: string, text: string): Source[] {
  const root = mkdtempSync(join(tmpdir(), 'house-'));
  made.push(root);
  for (const folder of FOLDERS) mkdirSync(join(root, folder));
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  return readSources(root, FOLDERS);
}

describe('reports a broken arrow', () => {
  const broken: [string, string, string][] = [
    ['core reading storage', 'worker/core/a.ts', "import { inbox } from '../d1/schema.ts';"],
    [
      'core reading the loop, in a type alone',
      'worker/core/deep/a.ts',
      "import type { Ports } from '../../loop/ports.ts';",
    ],
    ['core using a package that is not about text', 'worker/core/a.ts', "import { Hono } from 'hono';"],
    ['core using a part of such a package', 'worker/core/a.ts', "export * from 'drizzle-orm/d1';"],
    ['core using the runtime', 'worker/core/a.ts', "import { readFileSync } from 'node:fs';"],
    ['core importing at run time', 'worker/core/a.ts', "export const late = () => import('../http/client.ts');"],
    ['core naming a type of elsewhere', 'worker/core/a.ts', "export type A = import('../loop/ports.ts').Ports;"],
    ['core importing for a side effect', 'worker/core/a.ts', "import '../loop/work.ts';"],
    ['the loop using a model', 'worker/loop/a.ts', "import { ChatOpenAI } from '@langchain/openai';"],
    ['the loop using the platform', 'worker/loop/a.ts', "import { env } from 'cloudflare:workers';"],
    ['the loop reading storage', 'worker/loop/a.ts', "export { inbox } from '../d1/schema.ts';"],
    ['the loop reading what rims share', 'worker/loop/a.ts', "import { seal } from '../crypto/seal.ts';"],
    ['one rim reading another', 'worker/zendesk/a.ts', "import { batch } from '../d1/database.ts';"],
    ['a rim reading a step', 'worker/d1/a.ts', "import { work } from '../loop/work.ts';"],
    ['a rim serving HTTP', 'worker/zendesk/a.ts', "import { Hono } from 'hono';"],
    ['a model outside of its rim', 'worker/zendesk/a.ts', "import { z } from '@langchain/core';"],
    ['a query builder outside of its rim', 'worker/models/a.ts', "import { sql } from 'drizzle-orm';"],
    ['a route reading a rim', 'worker/routes/a.ts', "import { batch } from '../d1/database.ts';"],
    ['a second composition root', 'worker/queue.ts', "import { createInboxStore } from './d1/inbox.ts';"],
    ['a room without a zone', 'worker/somewhere/a.ts', 'export const a = 1;'],
    ['what rims share reading a rim', 'worker/http/a.ts', "import { parse } from '../zendesk/parse.ts';"],
    ['the contracts reading the worker', 'shared/a.ts', "import type { Ports } from '../worker/loop/ports.ts';"],
    ['an app reading the worker', 'zendesk-app/a.ts', "import { fold } from '../worker/core/fold.ts';"],
    [
      'an app taking code from the contracts',
      'intercom-app/a.ts',
      "import { policySchema } from '../shared/policy.ts';",
    ],
    ['an app using zod', 'intercom-app/a.ts', "import { z } from 'zod';"],
    ['an app reading the other', 'zendesk-app/a.ts', "import type { A } from '../intercom-app/a.ts';"],
    ['canvas code outside of its route', 'worker/routes/a.ts', "import { encode } from '../../intercom-app/a.ts';"],
  ];
  it.each(broken)('%s', (_, path, text) => {
    expect(brokenArrows(planted(path, `// a comment\n${text}\n`))).toEqual([expect.stringContaining(path)]);
  });
});

describe('reports a broken order of rooms', () => {
  it('a room that uses a later one', () => {
    const sources = planted('worker/core/text/a.ts', "import type { Gap } from '../findings/gap.ts';");
    expect(brokenRooms(sources)).toEqual([expect.stringContaining('worker/core/text/a.ts:1')]);
    expect(brokenRooms(planted('worker/core/findings/a.ts', "import { b } from '../text/b.ts';"))).toEqual([]);
  });

  it('a room that nobody gave a place, and a file outside of every room', () => {
    expect(brokenRooms(planted('worker/core/attic/a.ts', 'export const a = 1;'))).toHaveLength(1);
    expect(brokenRooms(planted('worker/loop/a.ts', 'export const a = 1;'))).toHaveLength(1);
  });

  it('files that import one another, in types alone too', () => {
    const a = planted('worker/core/text/a.ts', "import type { B } from './b.ts';");
    const b = planted('worker/core/text/b.ts', "import { a } from './a.ts';");
    expect(circles([...a, ...b])).toEqual(['worker/core/text/a.ts → worker/core/text/b.ts → worker/core/text/a.ts']);
    expect(circles(a)).toEqual([]);
  });

  it('a folder that became a drawer', () => {
    const sources = Array.from({ length: 25 }, (_, n) => planted(`shared/n${n}.ts`, 'export const a = 1;')).flat();
    expect(wideFolders(sources)).toEqual([expect.stringContaining('shared')]);
  });
});

describe('lets stand', () => {
  const sound: [string, string, string][] = [
    [
      'core with a text library',
      'worker/core/deep/a.ts',
      "import { stemmer } from 'stemmer';\nimport { b } from '../b.ts';",
    ],
    ['a rim with the contracts of the loop', 'worker/d1/a.ts', "import type { Ports } from '../loop/ports/ports.ts';"],
    ['the composition root', 'worker/compose.ts', "import { createInboxStore } from './d1/inbox.ts';"],
    ['an app with a type of the contracts', 'zendesk-app/a.ts', "import type { Gap } from '../shared/gap.ts';"],
    ['an import in a comment or a string', 'worker/core/a.ts', `// import 'hono'\nexport const a = "import 'hono'";`],
  ];
  it.each(sound)('%s', (_, path, text) => {
    const sources = planted(path, text);
    expect([brokenArrows(sources), impurities(sources)]).toEqual([[], []]);
  });
});

describe('reports what makes core impure', () => {
  const impure = [
    'export const a = async () => 1;',
    'export const a = await Promise.resolve(1);',
    'export const a = Date.now();',
    'export const a = new Date();',
    'export const a = Math.random();',
    "export const a = () => fetch('https://example.com');",
    'export const a = crypto.randomUUID();',
    'export const a = process.env.HOME;',
    "export const a = () => console.log('a');",
    'export const a = { crypto };',
    'export const a = globalThis;',
  ];
  it.each(impure)('%s', (text) => {
    expect(impurities(planted('worker/core/a.ts', text))).toHaveLength(1);
    expect(impurities(planted('worker/loop/a.ts', text))).toEqual([]);
  });

  it('but no date of a given time, nor a word that only looks like the world', () => {
    const text = 'export const a = (at: number, process: { fetch: string }) => [new Date(at), process.fetch];';
    expect(impurities(planted('worker/core/a.ts', text))).toEqual([]);
  });
});

describe('reports what breaks the rules of the house', () => {
  it('SQL outside of the storage rim, but not in it', () => {
    const text = 'export const a = `SELECT key FROM inbox WHERE tenant = ?`;';
    expect(strayStatements(planted('worker/loop/a.ts', text))).toHaveLength(1);
    expect(strayStatements(planted('worker/d1/a.ts', text))).toEqual([]);
  });

  it('a port whose method does not take the tenant first', () => {
    const text = 'export interface GapStore { get(id: string, tenant: string): Promise<null>; }';
    expect(tenantless(planted('worker/loop/ports/ports.ts', text))).toEqual([expect.stringContaining('GapStore.get')]);
  });

  it('a function of the loop that takes every port, unless it is a step', () => {
    const steps = planted('worker/loop/steps.ts', "import { publish } from './publish/publish.ts';");
    const text = (name: string) => `export async function ${name}(ports: Ports): Promise<void> {}`;
    const of = (name: string) => takesEveryPort([...steps, ...planted('worker/loop/publish/publish.ts', text(name))]);
    expect(of('lateThought')).toEqual([expect.stringContaining('lateThought takes every port')]);
    expect(of('publish')).toEqual([]);
  });

  it('a drawer, as a file or as a folder', () => {
    for (const path of ['worker/core/utils.ts', 'shared/helpers.ts', 'test/common/a.ts'])
      expect(drawers(planted(path, 'export const a = 1;'))).toEqual([expect.stringContaining(path)]);
  });

  it('any, and comments that silence a check', () => {
    // Written in parts, so that this file holds none.
    for (const text of ['export const a = 1 as any;', `// @ts-${'ignore'}`, `/* biome-${'ignore'} lint: x */`])
      expect(escapes(planted('test/a.ts', text))).toHaveLength(1);
    expect(escapes(planted('test/a.ts', "export const a = 'any'; // any"))).toEqual([]);
  });

  it('a file too long to be read at once', () => {
    expect(tooLong(planted('worker/core/a.ts', 'export {};\n'.repeat(251)))).toHaveLength(1);
    expect(tooLong(planted('worker/core/a.ts', 'export {};\n'.repeat(250)))).toEqual([]);
  });

  it('a room on the first floor that nobody planned, and one that is missing', () => {
    planted('stray/a.ts', '');
    const found = misplacedAtTop(made.at(-1) ?? '');
    expect(found).toContain('stray does not belong here');
    expect(found).toContain('README.md is missing');
  });
});
