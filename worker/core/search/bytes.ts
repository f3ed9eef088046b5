/** Base64 of bytes, in pieces so that a large array doesn't overflow the stack of a call. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE) pieces.push(String.fromCharCode(...bytes.subarray(at, at + PIECE)));
  return btoa(pieces.join(''));
}

/** Bytes of base64; throws a DOMException on what is none. */
export function fromBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Arguments of one call, well below every engine's bound. */
const PIECE = 8_192;

/** Writes numbers one after the other, little-endian, into a growing buffer. */
export class ByteWriter {
  #bytes = new Uint8Array(65_536);
  #length = 0;

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** An unsigned integer in seven-bit groups, the lowest first. */
  integer(value: number): void {
    this.#reserve(5);
    let rest = value >>> 0;
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.integer(bytes.length);
    this.raw(bytes);
  }

  float(value: number): void {
    this.raw(new Uint8Array(new Float32Array([value]).buffer));
  }

  done(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** Reads what a ByteWriter wrote, in the same order. Throws a RangeError past the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  raw(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('stored search ends too early');
    this.#at += length;
    return this.#bytes.slice(this.#at - length, this.#at);
  }

  integer(): number {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError('stored search ends too early');
      value |= (byte & 127) << shift;
      if (byte < 128) return value >>> 0;
    }
    throw new RangeError('stored search holds a malformed number');
  }

  text(): string {
    return new TextDecoder().decode(this.raw(this.integer()));
  }

  float(): number {
    return new Float32Array(this.raw(4).buffer)[0] ?? 0;
  }
}
