import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import * as formats from 'ajv-formats';
import { parse } from 'yaml';
import { EXTRA_OPERATIONS, EXTRA_QUERY, LIST_QUERY, REQUEST_CORRECTIONS } from './openapi-corrections.ts';
import { isObject, type Json, requestSchema } from './openapi-schema.ts';

export interface OpenApiCheck {
  /** False where no descriptions were given: then nothing was checked, and `notice` says so. */
  readonly active: boolean;
  readonly notice: string | null;
  /** What the vendor's description does not allow, one line each. `path` is without `.json` and query. */
  check(method: string, path: string, query: URLSearchParams, body: unknown): string[];
}

const FILES = ['zendesk-support-oas.yaml', 'zendesk-help-center-oas.yaml'];

/**
 * Holds requests against Zendesk's OpenAPI descriptions in `dir`: is there such an operation, are path and query
 * parameters of the right type and known, does the body fit (unknown and read-only members are violations). What the
 * descriptions lack or get wrong is written down in `openapi-corrections.ts`. Files are parsed at the first request
 * and kept for the life of the process.
 */
export function createOpenApiCheck(dir: string | undefined): OpenApiCheck {
  if (dir === undefined) {
    return {
      active: false,
      notice: 'requests to the sandbox were not checked: OPENAPI_DIR is not set',
      check: () => [],
    };
  }
  const missing = FILES.find((file) => !existsSync(join(dir, file)));
  if (missing !== undefined) throw new Error(`${join(dir, missing)} does not exist`);
  return {
    active: true,
    notice: null,
    check: (method, path, query, body) => {
      const operation = descriptionsIn(dir).find(method, path);
      if (operation === null) return [`${method} ${path}: no such operation`];
      const line = (problem: string): string => `${method} ${operation.template}: ${problem}`;
      return [...checkQuery(operation.rules(), query), ...checkBody(operation.rules().body, body)].map(line);
    },
  };
}

interface Operation {
  template: string;
  pattern: RegExp;
  segments: number;
  placeholders: number;
  rules(): Rules;
}

/** What a request is held against; made when an operation is first used. */
interface Rules {
  query: Map<string, ValidateFunction>;
  required: string[];
  body: ValidateFunction | null;
}

interface Descriptions {
  find(method: string, path: string): Operation | null;
}

const cache = new Map<string, Descriptions>();

function descriptionsIn(dir: string): Descriptions {
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
  for (const document of [...FILES.map((file) => load(join(dir, file))), { paths: EXTRA_OPERATIONS }]) {
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

function load(file: string): Record<string, Json> {
  // YAML 1.2 core: the support description has bare `=` scalars, which a YAML 1.1 loader refuses.
  return object(parse(readFileSync(file, 'utf8'), { version: '1.2', schema: 'core' }) as Json);
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

function pathPattern(template: string, parameters: Record<string, Json>[]): RegExp {
  const integers = parameters
    .filter((p) => p.in === 'path' && object(p.schema).type === 'integer')
    .map(({ name }) => name);
  const escaped = template.replace(/[.+?^$()|[\]\\]/g, '\\$&');
  const filled = escaped.replace(/\{([^}]+)\}/g, (_, name: string) => (integers.includes(name) ? '\\d+' : '[^/]+'));
  return new RegExp(`^${filled}$`);
}

function checkQuery(rules: Rules, query: URLSearchParams): string[] {
  const problems = rules.required.filter((name) => !query.has(name)).map((name) => `query ${name} is missing`);
  for (const name of new Set(query.keys())) {
    const isList = name.endsWith('[]');
    const validate = rules.query.get(isList ? name.slice(0, -2) : name);
    const value = isList ? query.getAll(name) : (query.get(name) ?? '');
    if (validate === undefined) problems.push(`query ${name} is not known`);
    else if (!fits(validate, value)) problems.push(`query ${name} has the wrong form`);
  }
  return problems;
}

/** A query value is text: it fits when it does as text, as a number or as a boolean. */
function fits(validate: ValidateFunction, value: string | string[]): boolean {
  if (validate(value)) return true;
  if (Array.isArray(value)) return false;
  if (/^-?\d+(\.\d+)?$/.test(value) && validate(Number(value))) return true;
  return (value === 'true' || value === 'false') && validate(value === 'true');
}

function checkBody(validate: ValidateFunction | null, body: unknown): string[] {
  if (validate === null) return body === undefined ? [] : ['takes no body'];
  if (validate(body ?? null)) return [];
  const problems = (validate.errors ?? []).map((error) => {
    const extra = error.keyword === 'additionalProperties' ? ` (${String(error.params.additionalProperty)})` : '';
    const readOnly = error.keyword === 'false schema' ? 'is read only' : error.message;
    return `body${error.instancePath} ${readOnly ?? 'is wrong'}${extra}`;
  });
  return [...new Set(problems)];
}

const object = (value: Json | undefined): Record<string, Json> => (isObject(value) ? value : {});
const array = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
