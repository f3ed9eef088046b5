/** A text with a capital, without space before its punctuation, and with a full stop unless it ends in one of `ends`. */
export function asSentence(text: string, ends: string): string {
  const trimmed = text.replace(/(?<!\s)\s+([.,;:?!])/g, '$1').trim();
  const capital = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  const last = capital.replace(/["'”’)]+$/, '').at(-1);
  return capital === '' || (last !== undefined && ends.includes(last)) ? capital : `${capital}.`;
}
