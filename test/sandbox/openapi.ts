import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
import { ZENDESK_DESCRIPTION } from './openapi-corrections.ts';
import { type Description, descriptionsIn, type Rules } from './openapi-operations.ts';

export interface OpenApiCheck {
  /** False where no descriptions were given: then nothing was checked, and `notice` says so. */
  readonly active: boolean;
  readonly notice: string | null;
  /** What the vendor's description does not allow, one line each. `path` is without `.json` and query. */
  check(method: string, path: string, query: URLSearchParams, body: unknown): string[];
  /** The same for a successful answer, so that the sandbox itself is held against the descriptions. */
  checkAnswer(method: string, path: string, body: unknown): string[];
  /** Parses the descriptions now, which takes a second or two, instead of at the first request. */
  warm(): void;
}

/**
 * Holds requests against a vendor's OpenAPI descriptions in `dir` (Zendesk's unless told otherwise): is there such an operation, are path and query
 * parameters of the right type and known, does the body fit (unknown and read-only members are violations). What the
 * descriptions lack or get wrong is written down in the corrections of each vendor. Files are read at the first request
 * and kept for the life of the process.
 */
export function createOpenApiCheck(dir: string | undefined, vendor: Description = ZENDESK_DESCRIPTION): OpenApiCheck {
  if (dir === undefined) {
    const notice = 'requests to the sandbox were not checked: OPENAPI_DIR is not set';
    return { active: false, notice, check: () => [], checkAnswer: () => [], warm: () => {} };
  }
  const missing = vendor.files.find((file) => !existsSync(join(dir, file)));
  if (missing !== undefined) throw new Error(`${join(dir, missing)} does not exist`);
  return {
    active: true,
    notice: null,
    check: (method, path, query, body) => {
      const operation = descriptionsIn(dir, vendor).find(method, path);
      if (operation === null) return [`${method} ${path}: no such operation`];
      const line = (problem: string): string => `${method} ${operation.template}: ${problem}`;
      return [...checkQuery(operation.rules(), query), ...checkBody(operation.rules().body, body)].map(line);
    },
    checkAnswer: (method, path, body) => {
      const operation = descriptionsIn(dir, vendor).find(method, path);
      if (operation === null) return [`${method} ${path}: no such operation`];
      const answer = operation.rules().answer();
      return answer === null
        ? []
        : checkBody(answer, body).map((problem) => `${method} ${operation.template}: ${problem}`);
    },
    warm: () => void descriptionsIn(dir, vendor),
  };
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
