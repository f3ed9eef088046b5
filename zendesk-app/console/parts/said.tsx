import { saidIn } from '../../said/said.ts';
import { useConsoleWords } from '../keys.ts';

/** What the worker wrote, in the reader's language; a person's own words as they are. */
export function Said({ text }: { text: string }) {
  const words = useConsoleWords();
  return <span>{saidIn(words, text) ?? text}</span>;
}
