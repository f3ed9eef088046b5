import { createHash } from 'node:crypto';
import { z } from 'zod';

const DIMENSIONS = 64;
const requestSchema = z.object({
  model: z.string(),
  input: z.union([z.string(), z.array(z.string())]),
  encoding_format: z.enum(['float', 'base64']).optional(),
  dimensions: z.number().int().min(1).max(3_072).optional(),
});

/** Answers `/v1/embeddings`: hashed words, so the same text gives the same vector and shared words near ones. */
export function embeddingsAnswer(body: string): Record<string, unknown> {
  const { model, input, encoding_format, dimensions } = requestSchema.parse(JSON.parse(body));
  const texts = Array.isArray(input) ? input : [input];
  const data = texts.map((text, index) => {
    const vector = vectorOf(text, dimensions ?? DIMENSIONS);
    const embedding =
      encoding_format === 'base64' ? Buffer.from(new Float32Array(vector).buffer).toString('base64') : vector;
    return { object: 'embedding', index, embedding };
  });
  const tokens = texts.join(' ').split(/\s+/).length;
  return { object: 'list', model, data, usage: { prompt_tokens: tokens, total_tokens: tokens } };
}

function vectorOf(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const hash = createHash('sha256').update(word).digest();
    const at = hash.readUInt32BE(0) % dimensions;
    vector[at] = vector[at]! + (hash[4]! % 2 === 0 ? 1 : -1);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((value) => value / length);
}
