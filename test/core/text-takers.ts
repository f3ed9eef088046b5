import { join } from 'node:path';
import { type Node, readSources, type Source } from '../architecture/source.ts';
import { SHORT, Types } from './values-of-types.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A place of a function of the core where a text goes: one of its arguments, or all texts within one. */
export interface TextTaker {
  where: string;
  call: (text: string) => unknown;
  /** In how many places the argument holds the text. */
  places: number;
}

/**
 * Every argument of a function that a file of the core exports in which a text can stand, itself or within data; those of which
 * no value can be made are named apart. Types are read from the source, so that a new function is among them unasked.
 */
export async function textTakers(): Promise<{ takers: TextTaker[]; unmade: string[] }> {
  const sources = readSources(ROOT, ['worker/core', 'shared']);
  const types = new Types(sources);
  const takers: TextTaker[] = [];
  const unmade: string[] = [];
  for (const source of sources.filter(({ path }) => path.startsWith('worker/core/'))) {
    const module: Record<string, unknown> = await import(join(ROOT, source.path));
    for (const { name, parameters } of functionsOf(source)) {
      const exported = module[name];
      if (typeof exported !== 'function') continue;
      try {
        const makes = await Promise.all(parameters.map(({ type }) => types.of(type, source)));
        for (const [at, make] of makes.entries()) {
          if (OURS.has(nameOf(parameters[at]!.type))) continue;
          const places = (JSON.stringify(make(MARK), asData) ?? '').split(MARK).length - 1;
          if (places === 0) continue;
          const call = (text: string) => drained(exported(...makes.map((one, i) => one(i === at ? text : SHORT))));
          takers.push({ where: `${source.path}:${name}(${parameters[at]!.name})`, call, places });
        }
      } catch (error) {
        unmade.push(`${source.path}:${name}: ${(error as Error).message}`);
      }
    }
  }
  return { takers, unmade };
}

/** Types of what a language's folder holds: it is written by us, and no text from outside. */
const OURS: ReadonlySet<string> = new Set(['Logic']);

const nameOf = (type: Node): string => String((type.typeName as Node | undefined)?.name ?? '');

const MARK = 'a text that is looked for';

const asData = (_key: string, value: unknown): unknown =>
  value instanceof Map || value instanceof Set ? [...value] : value;

/** Generators do nothing until they are read. */
function drained(result: unknown): unknown {
  if (typeof result === 'object' && result !== null && 'next' in result)
    return [...(result as unknown as Iterable<unknown>)];
  return result;
}

interface Parameter {
  name: string;
  type: Node;
}

function functionsOf({ program }: Source): { name: string; parameters: Parameter[] }[] {
  const required = (parameters: Node[]): Parameter[] =>
    parameters.flatMap((one) => {
      const type = (one.typeAnnotation as Node | undefined)?.typeAnnotation as Node | undefined;
      const isNeeded = one.type !== 'AssignmentPattern' && !one.optional && type;
      return isNeeded ? [{ name: (one.name as string | undefined) ?? 'data', type }] : [];
    });
  return (program.body as Node[]).flatMap((statement) => {
    const declared = statement.type === 'ExportNamedDeclaration' ? (statement.declaration as Node | null) : null;
    if (declared?.type === 'FunctionDeclaration')
      return [{ name: (declared.id as Node).name as string, parameters: required(declared.params as Node[]) }];
    if (declared?.type !== 'VariableDeclaration') return [];
    return (declared.declarations as Node[]).flatMap(({ id, init }) =>
      (init as Node | null)?.type === 'ArrowFunctionExpression'
        ? [{ name: (id as Node).name as string, parameters: required((init as Node).params as Node[]) }]
        : [],
    );
  });
}
