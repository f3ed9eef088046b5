/**
 * How people of one language say that help failed. Patterns match a text in lower case with plain apostrophes and single
 * blanks, without quoted spans and code; those that are counted are global. Chosen for precision: what is often a topic, or
 * polite, is left out.
 */
export interface SignalWords {
  /** A word that takes away what follows it within three words. */
  negation: RegExp;
  /** A customer asks for somebody else. */
  asksForPerson: RegExp;
  /** An agent or a program says that the case goes to somebody else. */
  passesOn: RegExp;
  /** Frustration: one is enough, but where it is negated; or one that carries its own negation; or two weak ones. */
  strong: RegExp;
  strongNegated: RegExp;
  weak: RegExp;
  /** An agent is not sure of what is said. */
  hedges: RegExp;
  /** A program says that it understood nothing or found nothing. */
  isLost: RegExp;
  /** A sentence that only opens or is polite: it answers nothing. */
  courtesy: RegExp;
  /** The customer is content, or says what was asked for. */
  content: RegExp;
  /** The customer says that the answer missed. */
  missed: RegExp;
  /** The customer asks for something else. */
  changed: RegExp;
  question: RegExp;
  /** Words that add nothing to a need. */
  general: readonly string[];
}
