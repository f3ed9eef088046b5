import type { Logic } from './logic.ts';

/**
 * What of a language the writer of articles and replies needs to know: how sentences begin and end, what can't stand
 * alone, how a step is told, and the few sentences that an article says of itself.
 */
export interface Writing {
  /** A salutation at the beginning of a text, with what follows it up to the first word that says something. */
  salutation: RegExp;
  /** A line from which on a mail only says goodbye. */
  signOff: RegExp;
  /** Verbs in the form that tells somebody to do something, in lower case. */
  doing: ReadonlySet<string>;
  /** The form in which a sentence tells somebody to do something, whatever its verb; left out where the form doesn't tell. */
  telling?: RegExp;
  /** Those of them after which the name of a thing on the screen comes, so that a capital begins no sentence. */
  pressing: ReadonlySet<string>;
  /** Words of grammar that begin a sentence, in lower case: with a capital in the midst of a line they begin one there. */
  beginning: ReadonlySet<string>;
  /** Words of grammar after which more of the same sentence comes, in lower case. */
  linking: ReadonlySet<string>;
  /** What joins a sentence to what was said before and may be left out. */
  joining: RegExp;
  /** What is said to be kind, first or last in a sentence, and may be left out. */
  kindness: readonly RegExp[];
  /** A sentence that begins with it speaks of something outside of it. */
  dangling: RegExp;
  /** An end that points outside of the sentence ("before then"). */
  pointingLast?: RegExp;
  /** Words for what stands outside of the sentence, wherever in it. */
  pointing: RegExp;
  /** Words that stand for a noun. */
  pronoun: RegExp;
  /** Talk about the conversation itself, about who writes, or about the one customer. */
  personal: RegExp;
  /** Signs of a note that is no sentence. */
  scrap: RegExp;
  /** What after a verb of `doing` shows that it is a noun there ("Export still works"). */
  stating: RegExp;
  /** Words for who answers: what is told to them is no step on the screen. */
  team: RegExp;
  /** How sure a sentence is: a guess is no rule. */
  hedging: RegExp;
  /** A sentence that takes back the one before it. */
  correcting: RegExp;
  /** Words with which a place begins ("in the settings"), in lower case. */
  placing: ReadonlySet<string>;
  /** A condition, wherever it stands. */
  condition: RegExp;
  /** A word without which a sentence is a note: a verb of being, having or being able. */
  verb: RegExp;
  /** How people write in haste, and what it stands for. */
  haste: readonly (readonly [RegExp, string])[];
  /** Where one step ends and the next begins; what follows must begin with a verb of `doing`. */
  nextStep: RegExp;
  /** Somebody who speaks of himself speaks for the team. */
  forTheTeam: readonly (readonly [RegExp, string])[];
  /** A customer's words as the help center says them to him ("my site" becomes "your site"). */
  toCustomer: readonly (readonly [RegExp, string])[];
  /** What a question asks the customer for ("your order number"), null where it asks for no thing to have ready. */
  thingAsked(question: string): string | null;
  /** A path through menus as a step. */
  goTo(path: string): string;
  /** What a customer wants: the words after "how do I". Each has one group. */
  wanting: readonly RegExp[];
  /** Words that no title begins or ends with. */
  loose: ReadonlySet<string>;
  /** Words after which a noun comes, and words that stand for one, in lower case: before them stands no end of a name. */
  determining: ReadonlySet<string>;
  /** Verbs of going to a place on the screen, in lower case: with them a way begins. */
  going: ReadonlySet<string>;
  /** A task as the title of an article that is named so. */
  howTo(task: string): string;
  /** The sentence that says what an article is for: a task ("export your data") or a thing ("invoices"). */
  lead(name: string, isTask: boolean): string;
  /** The sentence that says what to have ready. */
  ready(things: readonly string[]): string;
  /** What `lead` and `ready` write, without its full stop; the one group is the words that are the article's own. */
  ofItself: readonly RegExp[];
  headings: { ready: string; notes: string };
  /** The words of a sentence's logic, for the proof of what a model writes. */
  logic: Logic;
}
