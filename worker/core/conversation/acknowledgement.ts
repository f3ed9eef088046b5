import { LANGUAGES } from '../language/languages.ts';

/** A longer message says something beside its thanks. */
const MAX_CHARS = 160;

/** Whether a message only thanks, agrees or says that it is solved, in a language that the product reads. */
export function isAcknowledgement(text: string): boolean {
  const said = text.trim();
  return said.length <= MAX_CHARS && LANGUAGES.some(({ acknowledgement }) => acknowledgement.test(said));
}
