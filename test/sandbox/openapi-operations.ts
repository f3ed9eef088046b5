import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import * as formats from 'ajv-formats';
import { EXTRA_OPERATIONS, EXTRA_QUERY, LIST_QUERY, REQUEST_CORRECTIONS } from './openapi-corrections.ts';
import { loadDescription } from './openapi-file.ts';
import { answerSchema, isObject, type Json, requestSchema } from './openapi-schema.ts';

export const DESCRIPTION_FILES = ['zendesk-support-oas.yaml', 'zendesk-help-center-oas.yaml'];

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
  answer: ValidateFunction | null;
}

export interface Descriptions {
  find(method: string, path: string): Operation | null;
}

const cache = new Map<string, Descriptions>();

/** Parsed once and kept for the life of the process: the files are big. */
export function descriptionsIn(dir: string): Descriptions {
  let descriptions = cache.get(dir);
  if (descriptions === undefined) {
    descriptions = readDescriptions(dir);
    cache.set(dir, descriptions);
  }
  return descriptions;
}

function readDescriptions(dir: string): Descriptions {
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, validateFormats: true });
  formats.default.default(ajv);
  for (const name of ['bigid', 'int32', 'int64', 'float', 'string']) ajv.addFormat(name, true);
  const byMethod = new Map<string, Operation[]>();
  for (const document of [
    ...DESCRIPTION_FILES.map((file) => object(loadDescription(join(dir, file)))),
    { paths: EXTRA_OPERATIONS },
  ]) {
    for (const [template, item] of Object.entries(object(document.paths))) {
      for (const method of ['get', 'post', 'put', 'patch', 'delete']) {
        if (object(item)[method] === undefined) continue;
        const list = byMethod.get(method) ?? [];
        list.push(readOperation(ajv, document, template, method, object(item)));
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

function readOperation(
  ajv: Ajv,
  document: Record<string, Json>,
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
  return {
    template,
    pattern: pathPattern(template, described),
    segments: template.split('/').length,
    placeholders: (template.match(/\{/g) ?? []).length,
    rules: () => {
      rules ??= {
        ...queryRules(ajv, [...described, ...(EXTRA_QUERY[key] ?? [])]),
        body: bodyRule(ajv, document, key, operation),
        answer: answerRule(ajv, document, operation),
      };
      return rules;
    },
  };
}

function queryRules(ajv: Ajv, parameters: Record<string, Json>[]): { query: Rules['query']; required: string[] } {
  const query: Rules['query'] = new Map();
  for (const { name, schema } of LIST_QUERY) query.set(String(name), ajv.compile(object(schema)));
  const own = parameters.filter((parameter) => parameter.in === 'query' && parameter.name !== 'page');
  for (const { name, schema } of own) query.set(String(name), ajv.compile(object(schema)));
  return { query, required: own.filter((parameter) => parameter.required === true).map(({ name }) => String(name)) };
}

function bodyRule(
  ajv: Ajv,
  document: Record<string, Json>,
  key: string,
  operation: Record<string, Json>,
): ValidateFunction | null {
  const request = object(requestSchema(document, operation.requestBody ?? {}));
  const described = object(object(request.content)['application/json']).schema ?? null;
  const schema = REQUEST_CORRECTIONS[key]?.(described) ?? described;
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
