export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export const isObject = (value: Json | undefined): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A schema of a description as it holds for a request: references followed, read-only members refused, and what is
 * not described refused too, so that a misspelt field is seen. A schema that contains itself is cut there.
 */
export function requestSchema(document: Json, node: Json): Json {
  return resolve({ document, isRequest: true }, node, []);
}

/**
 * The same for an answer: write-only members are refused, what is not described is allowed, and so is null: the vendor
 * sends it for whatever is not set, and its descriptions seldom say so. An address may be relative.
 */
export function answerSchema(document: Json, node: Json): Json {
  return resolve({ document, isRequest: false }, node, []);
}

interface Side {
  document: Json;
  isRequest: boolean;
}

function resolve(side: Side, node: Json, seen: readonly string[]): Json {
  if (Array.isArray(node)) return node.map((child) => resolve(side, child, seen));
  if (!isObject(node)) return node;
  const reference = node.$ref;
  if (typeof reference === 'string') {
    return seen.includes(reference) ? {} : resolve(side, follow(side.document, reference), [...seen, reference]);
  }
  if (node[side.isRequest ? 'readOnly' : 'writeOnly'] === true) return false;
  const resolved: { [key: string]: Json } = {};
  for (const [key, child] of Object.entries(node)) {
    if (key === 'example' || key === 'examples' || key === 'default' || key === 'description') continue;
    resolved[key] =
      key === 'properties' && isObject(child) ? properties(side, child, seen) : resolve(side, child, seen);
  }
  if (!side.isRequest && typeof resolved.type === 'string') resolved.nullable = true;
  if (!side.isRequest && resolved.format === 'uri') resolved.format = 'uri-reference';
  if (resolved.nullable === true && Array.isArray(resolved.enum))
    resolved.enum = [...new Set([...resolved.enum, null])];
  const isOpen = ['additionalProperties', 'allOf', 'anyOf', 'oneOf'].some((key) => key in resolved);
  if (side.isRequest && isObject(resolved.properties) && !isOpen) resolved.additionalProperties = false;
  return nullableByType(resolved);
}

/** The validator takes `nullable` beside a `type` only. */
function nullableByType(schema: { [key: string]: Json }): Json {
  if (schema.nullable === undefined || schema.type !== undefined) return schema;
  const { nullable, ...rest } = schema;
  return nullable === true ? { anyOf: [{ type: 'null' }, rest] } : rest;
}

/** A property may be called `example` or `description`: only its schema is looked into. */
function properties(side: Side, node: { [key: string]: Json }, seen: readonly string[]): Json {
  return Object.fromEntries(Object.entries(node).map(([name, child]) => [name, resolve(side, child, seen)]));
}

function follow(document: Json, reference: string): Json {
  let node: Json | undefined = document;
  for (const part of reference.replace(/^#\//, '').split('/')) node = isObject(node) ? node[part] : undefined;
  if (node === undefined) throw new Error(`${reference} leads nowhere`);
  return node;
}
