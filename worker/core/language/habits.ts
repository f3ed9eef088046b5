import type { SignalWords } from './signal-words.ts';

/** How people of a language open and close a message. All in lower case, whole words. */
export interface Courtesy {
  greetings: readonly string[];
  /** What may stand in the place of a name ("Hi team"). */
  addressees: readonly string[];
  /** Closings that nothing is said with. */
  signOffs: readonly string[];
  /** Thanks, which close only where a name follows: alone they are an answer. */
  thanks: readonly string[];
  /** A last sentence that only wishes well, before a name. */
  wishes: readonly RegExp[];
}

/** Messages that no person wrote. Each needs two of its signs, or one that no person writes. */
export interface Machines {
  /** Beginnings of a subject that a mail server or a calendar made. */
  subjects: RegExp;
  /** Somebody is away. */
  away: RegExp;
  /** What an absence note says beside: until when, whom to ask, that nobody answers here. */
  instead: RegExp;
  /** A mail did not arrive. */
  undelivered: RegExp;
  /** A mail was read or deleted, an invitation answered, a request received: the whole message says it. */
  receipt: RegExp;
  /** What a receipt says beside: a number, that nobody should answer, that somebody will. */
  beside: RegExp;
}

/** People who want something else than help. Two of the first signs, and no word of a need. */
export interface Chaff {
  offer: RegExp;
  business: RegExp;
  application: RegExp;
  praise: RegExp;
  wish: RegExp;
  need: RegExp;
  /** A message that only tries whether one arrives. */
  trial: RegExp;
}

/** How somebody asks a second thing. Patterns match where it begins. */
export interface Additions {
  /** It is said that another question comes. */
  explicit: RegExp;
  /** Something is added, which may be a detail of what was asked before. */
  loose: RegExp;
  /** Something is asked, wanted or out of order. */
  asking: RegExp;
  /** A sentence that goes on about what stood before ("is that possible?"). */
  goingOn: RegExp;
}

/** What a machine says of itself, to customers and to the team; `{title}` and `{url}` are an article's. Each stands alone. */
export interface AnsweringWords {
  /** The first line of every answer: that it is a machine's, and how to reach a person. */
  opening: string;
  /** What the customer presses. */
  solved: string;
  person: string;
  /** Notes among the team: what was tried, and what would have been said. */
  handedOver: string;
  wouldSay: string;
}

/** What is particular to one language. */
export interface Language {
  code: string;
  courtesy: Courtesy;
  machines: Machines;
  /** Nouns of a subject that a channel makes ("Conversation with …"). */
  channelNouns: readonly string[];
  /** One message that only thanks, agrees or says that it is solved. */
  acknowledgement: RegExp;
  /** Words that say a mail is passed on ("forwarded"). */
  forwarded: RegExp;
  additions: Additions;
  answering: AnsweringWords;
  signals: SignalWords;
  chaff: Chaff;
}
