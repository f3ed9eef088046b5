import { lineAt, type Node, type Source, walk } from './source.ts';

/** What reaches outside: none of these names is read in core. */
const OUTSIDE = new Set([
  'fetch',
  'crypto',
  'process',
  'console',
  'performance',
  'globalThis',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
]);

/** Everything in core that waits, or reads the clock, chance or the world. */
export function impurities(sources: Source[]): string[] {
  return sources.filter(({ path }) => path.startsWith('worker/core/')).flatMap(impuritiesIn);
}

function impuritiesIn({ path, text, program }: Source): string[] {
  const found: string[] = [];
  const own = declaredIn(program);
  walk(program, (node, parent, key) => {
    const what = own.has(nameOf(node)) ? null : impurityOf(node, parent, key);
    if (what) found.push(`${path}:${lineAt(text, node.start)} ${what}`);
  });
  return found;
}

function impurityOf(node: Node, parent: Node | null, key: string): string | null {
  if (node.type === 'AwaitExpression' || node.async === true || node.await === true) return 'waits';
  if (node.type === 'NewExpression' && nameOf(node.callee) === 'Date' && isEmpty(node.arguments))
    return 'reads the clock';
  if (node.type === 'CallExpression' && nameOf(node.callee) === 'Date') return 'reads the clock';
  if (node.type === 'MemberExpression') {
    const member = `${nameOf(node.object)}.${nameOf(node.property)}`;
    if (member === 'Date.now') return 'reads the clock';
    if (member === 'Math.random') return 'reads chance';
  }
  if (node.type === 'Identifier' && OUTSIDE.has(String(node.name)) && isRead(parent, key))
    return `reads ${node.name}, which is outside`;
  return null;
}

/** Names that the file gives to things of its own: a parameter called `process` is not the runtime's. */
function declaredIn(program: Node): Set<string> {
  const names = new Set<string>();
  walk(program, (node, parent, key) => {
    if (!parent || node.type !== 'Identifier') return;
    const isOwn = key === 'params' || (key === 'id' && parent.type === 'VariableDeclarator') || key === 'local';
    if (isOwn) names.add(String(node.name));
  });
  return names;
}

/** Whether an identifier stands for a value, and is not merely the name of a member or a key. */
function isRead(parent: Node | null, key: string): boolean {
  if (!parent || parent.computed === true) return true;
  if (parent.type === 'MemberExpression') return key === 'object';
  return !(key === 'key' && /^(Property|MethodDefinition|PropertyDefinition|TS\w+Signature)$/.test(parent.type));
}

function nameOf(node: unknown): string {
  const { type, name } = (node ?? {}) as Partial<Node>;
  return type === 'Identifier' ? String(name) : '';
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && list.length === 0;
}
