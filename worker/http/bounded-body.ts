import { concatBytes } from '../crypto/bytes.ts';
import { Permanent } from '../loop/ports/errors.ts';

/** The body as text, read no further than `maxBytes`: a hostile or broken server can't fill the isolate. */
export async function readBounded(response: Response, maxBytes: number): Promise<string> {
  const tooLarge = () => new Permanent(`the answer is larger than ${maxBytes} bytes`);
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel();
    throw tooLarge();
  }
  if (!response.body) return '';
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new TextDecoder().decode(concatBytes(...chunks));
    size += value.length;
    if (size > maxBytes) {
      await reader.cancel();
      throw tooLarge();
    }
    chunks.push(value);
  }
}
