import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { parseSync } from 'vite';

/** One node of a file's syntax tree (ESTree with TypeScript's nodes), with where it stands in the text. */
export interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

export interface Import {
  /** As written. */
  specifier: string;
  /** The file meant, from the root; null for a package. */
  target: string | null;
  isTypeOnly: boolean;
  line: number;
}

export interface Source {
  /** From the root, with slashes. */
  path: string;
  text: string;
  program: Node;
  comments: { value: string; start: number }[];
  imports: Import[];
}

const SKIPPED = new Set(['node_modules', '.git', '.wrangler', '.build', '.mend', 'dist', 'tmp']);

/** Every TypeScript file under these folders, parsed. Throws where one does not parse. */
export function readSources(root: string, folders: readonly string[]): Source[] {
  return folders.flatMap((folder) => filesOf(join(root, folder))).map((file) => parse(root, file));
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesOf(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

function parse(root: string, file: string): Source {
  const path = relative(root, file).split(sep).join('/');
  const text = readFileSync(file, 'utf8');
  const { program, comments, errors } = parseSync(path, text);
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);
  const tree = program as unknown as Node;
  return { path, text, program: tree, comments, imports: importsOf(path, text, tree) };
}

const FROM = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression']);

/** Everything a file takes from elsewhere: imports, re-exports, `import()` of values and of types. */
function importsOf(path: string, text: string, program: Node): Import[] {
  const found: Import[] = [];
  walk(program, (node) => {
    if (!FROM.has(node.type) && node.type !== 'TSImportType') return;
    const named = node.source as { type: string; value?: unknown; literal?: { value?: unknown } } | null | undefined;
    if (!named) return;
    const specifier = String(named.value ?? named.literal?.value ?? '');
    found.push({
      specifier,
      target: specifier.startsWith('.') ? posix.normalize(posix.join(posix.dirname(path), specifier)) : null,
      isTypeOnly: node.type === 'TSImportType' || node.importKind === 'type' || node.exportKind === 'type',
      line: lineAt(text, node.start),
    });
  });
  return found;
}

/** Visits every node of a tree with its parent and the parent's key under which it stands. */
export function walk(node: Node, visit: (node: Node, parent: Node | null, key: string) => void): void {
  step(node, null, '', visit);
}

function step(node: Node, parent: Node | null, key: string, visit: Parameters<typeof walk>[1]): void {
  visit(node, parent, key);
  for (const [name, value] of Object.entries(node))
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) step(child, node, name, visit);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value;
}

export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
