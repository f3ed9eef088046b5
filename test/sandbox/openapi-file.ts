import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Json } from './openapi-schema.ts';

/** Raised when `withoutProse` changes, so that what an older version kept is not read. */
const FORMAT = 1;

/**
 * A description without its prose. Parsing a megabyte of YAML takes seconds on a busy machine, and every test process
 * would pay them: the result is kept as JSON in the system's temporary folder, under the hash of the file.
 */
export function loadDescription(file: string): Json {
  const source = readFileSync(file);
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 16);
  const kept = join(tmpdir(), `mend-openapi-v${FORMAT}-${hash}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  // YAML 1.2 core: the support description has bare `=` scalars, which a YAML 1.1 loader refuses.
  const text = JSON.stringify(parse(source.toString('utf8'), { version: '1.2', schema: 'core' }), withoutProse);
  const own = `${kept}.${process.pid}`;
  writeFileSync(own, text);
  renameSync(own, kept);
  return JSON.parse(text);
}

/** A property may be called `description`: only text goes. */
function withoutProse(key: string, value: Json): Json | undefined {
  if ((key === 'description' || key === 'summary') && typeof value === 'string') return undefined;
  return key === 'examples' ? undefined : value;
}
