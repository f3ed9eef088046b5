/**
 * What no article advises, as a thing that is done and the thing that it is done to: only together, shortly one behind the
 * other in one sentence, are they advice against somebody. Fields are phrases divided by `|`, in small letters; a `*` at a
 * word's end stands for any ending, ` … ` parts a verb from its end ("turn … off").
 */
export interface RiskyWords {
  /** Taking a protection away … */
  weaken: string;
  /** … and what protects. */
  protections: string;
  /** Giving something to somebody … */
  hand: string;
  /** … that only its owner may know or use. */
  secrets: string;
  /** Paying … */
  pay: string;
  /** … where no account of the house is. */
  elsewhere: string;
  /** Destroying … */
  wreck: string;
  /** … what a machine or a house lives by. */
  vital: string;
  /** What is wrong in any company. */
  never: string;
}
