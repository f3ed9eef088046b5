import type { Stretch } from '../../../core/measure/local-days.ts';

/** A customer who left: by the key under which endings name a person or an organization. */
export interface Departure {
  customer: string;
  leftAt: number;
  source: 'import' | 'endpoint';
}

/** Customers who left, as the company told. Times are event time. */
export interface DepartureStore {
  /**
   * Stores each once (the earliest departure stays) and has the days counted anew that this can change: those of the month
   * before each, and where it is `known` of a stretch who left in it, all of that.
   */
  put(tenant: string, departures: Departure[], known?: Stretch): Promise<void>;
  /** How many are known. */
  count(tenant: string): Promise<number>;
  /** Removes what was told of a person. */
  forgetPerson(tenant: string, customer: string): Promise<void>;
  /** Removes every departure, or those before `before`. */
  forget(tenant: string, before: number): Promise<void>;
}
