/**
 * How people of one language speak of themselves and of others: what stands before or after personal data. Each field is
 * a list of phrases divided by `|`, spelled as people spell them; accents and capitals don't matter. A recognizer names
 * the fields that it reads. An empty field means that the language has no such words, or that nobody wrote them yet.
 */
export interface PersonalWords {
  /** Words of documents and identity numbers, of which the number stands behind. */
  documents: string;
  /** Cards, badges and permits of any kind: a long number behind one is somebody's. */
  cards: string;
  /** Endings that nouns take: words of documents, codes and accounts are found with each of them. */
  cases: string;
  /** Words for a number by which somebody is known, whatever it is the number of ("my … number"). */
  numbers: string;
  /** Possessives of people. */
  owners: string;
  /** Words of a car's plate. */
  plates: string;
  /** Words of accounts at banks. */
  accounts: string;
  passwords: string;
  /** Words of codes that let one person in, once or always. */
  codes: string;
  /** Words of a birth, of which the date stands behind or before. */
  births: string;
  /** What somebody says before the place where he lives or gets mail. */
  lives: string;
  postcodes: string;
  /** Kinds of streets: words of their own, or with `-` endings of a street's name. */
  streets: string;
  /** Parts of an address: flat, floor, house. */
  units: string;
  /** What only a name follows, in any case of letters. */
  named: string;
  /** What a name follows, and other things too ("I am …"). */
  am: string;
  /** Titles beside a family name. */
  titles: string;
  /** People of a household or an office, who may be called by name behind the word. */
  kin: string;
  /** Other words before a person's name ("ask for …"). */
  asks: string;
  greetings: string;
  closings: string;
  /** Verbs behind a name that only people do. */
  says: string;
  /** Verbs and nouns of steps: what follows with a capital is a label, no person. */
  steps: string;
  /** Conditions and treatments that are somebody's own affair. */
  health: string;
  /** What comes right before a condition, whatever it is called. */
  ill: string;
  /** Pronouns and possessives of people. */
  persons: string;
  /** Words of a name at a service. */
  handles: string;
  /** Function words: no names, and a sign of the language. */
  stops: string;
}
