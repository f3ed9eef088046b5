/** How releases are told, for sources that don't say what kind of change an entry is. */
export interface NewsWords {
  /** Something is there that wasn't before. */
  launched: RegExp;
  /** Something works again, or better: it needs no article of its own. */
  mended: RegExp;
}
