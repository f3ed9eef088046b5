/** A longer run of letters is no word: it has no piece. Source: BERT's reference tokenizer. */
const MAX_WORD_CHARS = 100;

/** Text that is read of one input, in UTF-16 units: a sentence or a passage is meant, and the rest of a book adds nothing. */
const MAX_READ_CHARS = 16_384;

/** Control characters without a width, which the reference drops; tab and line breaks are blanks. */
const DROPPED = /\ufffd|(?![\t\n\r])[\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}]/gu;

/** Han characters, each a word of its own. The reference names these ranges; kana and hangul are not among them. */
const HAN =
  /[\u4e00-\u9fff\u3400-\u4dbf\u{20000}-\u{2a6df}\u{2a700}-\u{2b73f}\u{2b740}-\u{2b81f}\u{2b820}-\u{2ceaf}\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu;

/** Runs between blanks are parted before and after each of these: punctuation, and ASCII's symbols. */
const WORD = /[\p{P}$+<=>^`|~]|[^\s\p{P}$+<=>^`|~]+/gu;

/** Pieces of words by number, as BERT's vocabularies list them: `##` before a piece that goes on. */
export type Vocabulary = ReadonlyMap<string, number>;

/**
 * The numbers of a text's pieces, in order, as BERT's uncased tokenizer gives them, without its frame of [CLS] and [SEP]:
 * lower case letter by letter (a last sigma is a sigma), no accents, the longest piece first. A word with a part that no piece stands for is left out whole (the
 * reference answers [UNK], which means nothing in a sum). Never throws. Source: Devlin et al. 2018; Wu et al. 2016.
 */
export function piecesOf(text: string, vocabulary: Vocabulary): number[] {
  const clean = text
    .slice(0, MAX_READ_CHARS)
    .replace(DROPPED, '')
    .replace(HAN, ' $& ')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replaceAll('Σ', 'σ')
    .toLowerCase();
  return Array.from(clean.matchAll(WORD)).flatMap(([word]) => piecesOfWord(word, vocabulary));
}

function piecesOfWord(word: string, vocabulary: Vocabulary): number[] {
  const letters = Array.from(word);
  if (letters.length > MAX_WORD_CHARS) return [];
  const pieces: number[] = [];
  for (let from = 0; from < letters.length; ) {
    let to = letters.length;
    let piece: number | undefined;
    for (; to > from && piece === undefined; to--)
      piece = vocabulary.get((from > 0 ? '##' : '') + letters.slice(from, to).join(''));
    if (piece === undefined) return [];
    pieces.push(piece);
    from = to + 1;
  }
  return pieces;
}
