import { join } from 'node:path';
import { z } from 'zod';
import { changeIndex } from '../../worker/core/change/change-note.ts';
import { lineIndex } from '../../worker/core/change/line-index.ts';
import { emptyIssue } from '../../worker/core/issues/members.ts';
import { writingOf } from '../../worker/core/language/writing-of.ts';
import { emptyLearned, type Learned } from '../../worker/core/learned/state.ts';
import { setArticle } from '../../worker/core/learning/articles.ts';
import { buildSearch } from '../../worker/core/search/article-search.ts';
import { Vocabulary } from '../../worker/core/search/features.ts';
import type { Node, Source } from '../architecture/source.ts';

const ROOT = join(import.meta.dirname, '../..');

/** A value of a type, with the given text in all its texts. */
export type Make = (text: string) => unknown;

/** What stands in a call's other arguments. */
export const SHORT = 'Open the Settings and choose 5 GB.';
const PAGE = { id: 'a', title: 'Storage', section: 's', labels: [], bodyHtml: `<p>${SHORT}</p>` };

function learnedPage(): Learned {
  const learned = emptyLearned();
  setArticle(learned, PAGE);
  return learned;
}

/** What is no plain data but what other functions of the core build, so that no text comes into it from without. */
const BUILT: Record<string, Make> = {
  Learned: learnedPage,
  LearnedArticle: () => learnedPage().articles.get('a'),
  Line: () => learnedPage().articles.get('a')?.lines[0],
  Issue: () => emptyIssue('i', null),
  PageIndex: () => learnedPage().pages,
  ArticleSearch: () => buildSearch([], [SHORT]),
  Vocabulary: () => new Vocabulary(),
  LineIndex: () => lineIndex([]),
  ChangeIndex: () => changeIndex([]),
  Announcement: () => ({ from: '5 GB', to: '6 GB' }),
  Writing: () => writingOf('en'),
  RegExp: () => /\p{L}+/gu,
  Float32Array: () => new Float32Array(),
  Float64Array: () => new Float64Array(),
  Int32Array: () => new Int32Array(),
  Uint8Array: () => new Uint8Array(),
};
const MAX_DEPTH = 12;

/** Types by their name, and a value of each. */
export class Types {
  readonly #named = new Map<string, { type: Node; source: Source }[]>();

  constructor(sources: readonly Source[]) {
    for (const source of sources)
      for (const statement of source.program.body as Node[]) {
        const type = (statement.declaration as Node | undefined) ?? statement;
        if (!/^TS(?:Interface|TypeAlias)Declaration$/.test(type.type)) continue;
        const name = (type.id as Node).name as string;
        this.#named.set(name, [...(this.#named.get(name) ?? []), { type, source }]);
      }
  }

  async of(type: Node, source: Source, depth = 0): Promise<Make> {
    if (depth > MAX_DEPTH) return () => null;
    const inner = (one: unknown) => this.of(one as Node, source, depth + 1);
    switch (type.type) {
      case 'TSStringKeyword':
        return (text) => text;
      case 'TSNumberKeyword':
        return () => 40;
      case 'TSBooleanKeyword':
        return () => false;
      case 'TSNullKeyword':
      case 'TSUndefinedKeyword':
      case 'TSUnknownKeyword':
        return () => null;
      case 'TSLiteralType': {
        const { value } = type.literal as { value?: unknown };
        return () => value;
      }
      case 'TSUnionType':
        return await inner((type.types as Node[]).find((one) => !/Null|Undefined/.test(one.type)));
      case 'TSIntersectionType': {
        const parts = await Promise.all((type.types as Node[]).map(inner));
        return (text) => Object.assign({}, ...parts.map((part) => part(text)));
      }
      case 'TSParenthesizedType':
      case 'TSTypeOperator':
      case 'TSOptionalType':
        return await inner(type.typeAnnotation);
      case 'TSArrayType': {
        const element = await inner(type.elementType);
        return (text) => [element(text)];
      }
      case 'TSTupleType': {
        const elements = await Promise.all((type.elementTypes as Node[]).map(inner));
        return (text) => elements.map((element) => element(text));
      }
      case 'TSNamedTupleMember':
        return await inner(type.elementType);
      case 'TSFunctionType': {
        const result = await inner((type.returnType as Node).typeAnnotation).catch(() => () => null);
        return () => () => result('');
      }
      case 'TSTypeLiteral':
        return await this.#object(type.members as Node[], source, depth);
      case 'TSIndexedAccessType':
        return await this.#indexed(type, source, depth);
      case 'TSMappedType':
        return () => ({});
      case 'TSTypeReference':
        return await this.#reference(type, source, depth);
      default:
        throw new Error(`no value of a ${type.type}`);
    }
  }

  async #object(members: Node[], source: Source, depth: number): Promise<Make> {
    const fields: [string, Make][] = [];
    for (const member of members) {
      if (member.type === 'TSIndexSignature') continue;
      const annotation = (member.typeAnnotation as Node | undefined)?.typeAnnotation as Node | undefined;
      const name = (member.key as Node).name as string;
      if (member.type === 'TSMethodSignature') {
        const result = ((member.returnType as Node).typeAnnotation ?? null) as Node;
        const make = await this.of(result, source, depth + 1);
        fields.push([name, () => () => make('')]);
      } else if (!member.optional && annotation) fields.push([name, await this.of(annotation, source, depth + 1)]);
    }
    return (text) => Object.fromEntries(fields.map(([name, make]) => [name, make(text)]));
  }

  /** `(typeof KINDS)[number]`: the first of a closed list; `Issue['state']`: a field of a type. */
  async #indexed(type: Node, source: Source, depth: number): Promise<Make> {
    let object = type.objectType as Node;
    while (object.type === 'TSParenthesizedType') object = object.typeAnnotation as Node;
    if (object.type === 'TSTypeQuery') {
      const list = await exportOf(source, ((object.exprName as Node).name as string) ?? '');
      return () => (Array.isArray(list) ? list[0] : null);
    }
    const whole = await this.of(object, source, depth + 1);
    const literal = (type.indexType as Node).literal as { value?: string } | undefined;
    return (text) => (whole(text) as Record<string, unknown>)[literal?.value ?? 0];
  }

  async #reference(type: Node, source: Source, depth: number): Promise<Make> {
    const name = (type.typeName as Node).name as string | undefined;
    const given = (((type.typeArguments ?? type.typeParameters) as Node | null)?.params ?? []) as Node[];
    const inner = async (at: number) => await this.of(given[at]!, source, depth + 1);
    if (name === undefined) return await fromSchema(source, given[0]!);
    const built = BUILT[name];
    if (built) return built;
    if (/^(?:Pick|Omit|Readonly|Required|NonNullable|Extract|Exclude)$/.test(name)) return await inner(0);
    if (/^(?:ReadonlySet|Set)$/.test(name)) {
      const make = await inner(0);
      return (text) => new Set([make(text)]);
    }
    if (/^(?:ReadonlyMap|Map)$/.test(name)) {
      const [key, value] = [await inner(0), await inner(1)];
      return (text) => new Map([[key(text), value(text)]]);
    }
    if (/^(?:Iterable|Array|ReadonlyArray)$/.test(name)) {
      const make = await inner(0);
      return (text) => [make(text)];
    }
    if (name === 'Partial') return () => ({});
    if (name === 'Record') {
      const value = await inner(1);
      return (text) => ({ one: value(text) });
    }
    const all = this.#named.get(name) ?? [];
    const declared = all.find((one) => one.source === source) ?? all[0];
    if (!declared) throw new Error(`no type ${name}`);
    if (declared.type.type === 'TSTypeAliasDeclaration')
      return await this.of(declared.type.typeAnnotation as Node, declared.source, depth + 1);
    const own = await this.#object((declared.type.body as Node).body as Node[], declared.source, depth + 1);
    const parents = await Promise.all(
      ((declared.type.extends ?? []) as Node[]).map(
        async ({ expression, typeArguments }) =>
          await this.of(
            { type: 'TSTypeReference', start: 0, typeName: expression, typeArguments },
            declared.source,
            depth + 1,
          ),
      ),
    );
    return (text) => Object.assign({}, ...parents.map((parent) => parent(text)), own(text));
  }
}

async function exportOf(source: Source, name: string): Promise<unknown> {
  const from = source.imports.map(({ target }) => target).filter((target) => target !== null);
  for (const path of [source.path, ...from]) {
    const module: Record<string, unknown> = await import(join(ROOT, path));
    if (name in module) return module[name];
  }
  throw new Error(`no ${name} in ${source.path}`);
}

/** `z.infer<typeof schema>`, by the schema's own description. */
async function fromSchema(source: Source, query: Node): Promise<Make> {
  const schema = await exportOf(source, (query.exprName as Node | undefined)?.name as string);
  const described = z.toJSONSchema(schema as z.ZodType, { unrepresentable: 'any' }) as Described;
  return (text) => ofDescription(described, text);
}

interface Described {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: Described[];
  oneOf?: Described[];
  properties?: Record<string, Described>;
  required?: string[];
  items?: Described;
}

function ofDescription(one: Described, text: string): unknown {
  const some = one.anyOf ?? one.oneOf;
  if (some) return ofDescription(some.find(({ type }) => type !== 'null')!, text);
  if ('const' in one) return one.const;
  if (one.enum) return one.enum[0];
  if (one.type === 'string') return text;
  if (one.type === 'array') return one.items ? [ofDescription(one.items, text)] : [];
  if (one.type === 'boolean') return false;
  if (one.type === 'number' || one.type === 'integer') return 40;
  const fields = Object.entries(one.properties ?? {}).filter(([name]) => one.required?.includes(name));
  return Object.fromEntries(fields.map(([name, field]) => [name, ofDescription(field, text)]));
}
