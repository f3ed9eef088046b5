import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import * as formats from 'ajv-formats';
import { loadDescription } from './openapi-file.ts';
import { answerSchema, isObject, type Json, requestSchema } from './openapi-schema.ts';

type Schema = { [key: string]: Json };

/** A vendor's description: its files, and what they lack or contradict. */
export interface Description {
  files: readonly string[];
  /** Query parameters that every operation takes. */
  listQuery: readonly Schema[];
  extraQuery: Readonly<Record<string, Schema[]>>;
  requestCorrections: Readonly<Record<string, (described: Json) => Json>>;
  extraOperations: Schema;
}

export interface Operation {
  template: string;
  pattern: RegExp;
  segments: number;
  placeholders: number;
  rules(): Rules;
}

/** What a request is held against; made when an operation is first used. */
export interface Rules {
  query: Map<string, ValidateFunction>;
  required: string[];
  body: ValidateFunction | null;
  /** Made when it is first asked for: most runs check no answers. */
  answer(): ValidateFunction | null;
}

export interface Descriptions {
  find(method: string, path: string): Operation | null;
}

const cache = new Map<string, Descriptions>();

/** Parsed once and kept for the life of the process: the files are big. */
export function descriptionsIn(dir: string, vendor: Description): Descriptions {
  const key = [dir, ...vendor.files].join(' ');
  let descriptions = cache.get(key);
  if (descriptions === undefined) {
    descriptions = readDescriptions(dir, vendor);
    cache.set(key, descriptions);
  }
  return descriptions;
}

function readDescriptions(dir: string, vendor: Description): Descriptions {
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, validateFormats: true });
  formats.default.default(ajv);
  for (const name of ['bigid', 'int32', 'int64', 'float', 'string', 'timestamp']) ajv.addFormat(name, true);
  const byMethod = new Map<string, Operation[]>();
  for (const document of [
    ...vendor.files.map((file) => object(loadDescription(join(dir, file)))),
    { paths: vendor.extraOperations },
  ]) {
    for (const [template, item] of Object.entries(object(document.paths))) {
      for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
        if (object(item)[method] === undefined) continue;
        const list = byMethod.get(method) ?? [];
        list.push(readOperation({ ajv, vendor, document }, template, method, object(item)));
        byMethod.set(method, list);
      }
    }
  }
  for (const list of byMethod.values()) list.sort((a, b) => a.placeholders - b.placeholders);
  return {
    find: (method, path) => {
      const segments = path.split('/').length;
      const list = byMethod.get(method.toLowerCase()) ?? [];
      return list.find((operation) => operation.segments === segments && operation.pattern.test(path)) ?? null;
    },
  };
}

interface Reading {
  ajv: Ajv;
  vendor: Description;
  document: Record<string, Json>;
}

function readOperation(
  { ajv, vendor, document }: Reading,
  template: string,
  method: string,
  item: Record<string, Json>,
): Operation {
  const operation = object(item[method]);
  const key = `${method.toUpperCase()} ${template}`;
  const described = [...array(item.parameters), ...array(operation.parameters)].map((p) =>
    object(requestSchema(document, p)),
  );
  let rules: Rules | undefined;
  let answer: ValidateFunction | null | undefined;
  return {
    template,
    pattern: pathPattern(template, described),
    segments: template.split('/').length,
    placeholders: (template.match(/\{/g) ?? []).length,
    rules: () => {
      rules ??= {
        ...queryRules(ajv, vendor, [...described, ...(vendor.extraQuery[key] ?? [])]),
        body: bodyRule({ ajv, vendor, document }, key, operation),
        answer: () => {
          if (answer === undefined) answer = answerRule(ajv, document, operation);
          return answer;
        },
      };
      return rules;
    },
  };
}

/** A list parameter `page` is any: the vendor describes it in one way and serves it in another. */
function queryRules(
  ajv: Ajv,
  vendor: Description,
  parameters: Record<string, Json>[],
): { query: Rules['query']; required: string[] } {
  const query: Rules['query'] = new Map();
  for (const { name, schema } of vendor.listQuery) query.set(String(name), ajv.compile(object(schema)));
  const isAnyPage = query.has('page');
  const own = parameters.filter(({ in: place, name }) => place === 'query' && !(name === 'page' && isAnyPage));
  for (const { name, schema } of own) query.set(String(name), ajv.compile(object(schema)));
  return { query, required: own.filter((parameter) => parameter.required === true).map(({ name }) => String(name)) };
}

function bodyRule(
  { ajv, vendor, document }: Reading,
  key: string,
  operation: Record<string, Json>,
): ValidateFunction | null {
  const request = object(requestSchema(document, operation.requestBody ?? {}));
  const described = object(object(request.content)['application/json']).schema ?? null;
  const schema = vendor.requestCorrections[key]?.(described) ?? described;
  return schema === null ? null : ajv.compile(object(schema));
}

function answerRule(
  ajv: Ajv,
  document: Record<string, Json>,
  operation: Record<string, Json>,
): ValidateFunction | null {
  const responses = object(operation.responses);
  const answer = object(answerSchema(document, responses['200'] ?? responses['201'] ?? {}));
  const { schema } = object(object(answer.content)['application/json']);
  return schema === undefined ? null : ajv.compile(object(schema));
}

function pathPattern(template: string, parameters: Record<string, Json>[]): RegExp {
  const integers = parameters
    .filter((p) => p.in === 'path' && object(p.schema).type === 'integer')
    .map(({ name }) => name);
  const escaped = template.replace(/[.+?^$()|[\]\\]/g, '\\$&');
  const filled = escaped.replace(/\{([^}]+)\}/g, (_, name: string) => (integers.includes(name) ? '\\d+' : '[^/]+'));
  return new RegExp(`^${filled}$`);
}

const object = (value: Json | undefined): Record<string, Json> => (isObject(value) ? value : {});
const array = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
