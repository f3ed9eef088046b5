import type { ChangeNote, NoteReading } from '../../../../shared/context/change-note.ts';
import type { LoopMessage } from '../messages.ts';
import type { Activity } from '../stores/activity.ts';

/** Change notes as sources told them, and what came of each. Times are event time, ms. */
export interface ChangeNoteStore {
  /**
   * Stores a note once by its id and hash, with the messages it leads to in the same batch. One that says something else now
   * takes the place of what it said, unread. Answers whether anything was stored.
   */
  put(tenant: string, note: ChangeNote, next: LoopMessage[]): Promise<boolean>;
  get(tenant: string, id: string): Promise<ChangeNote | null>;
  /** The latest told first, at most `limit`. */
  list(tenant: string, limit: number): Promise<ChangeNote[]>;
  /** Notes what was read in a note and says so, once, where it still says what was read (`hash`). */
  settle(tenant: string, id: string, hash: string, reading: NoteReading, activity: Activity): Promise<void>;
  /** Notes that an article that follows from it stands live since `at`; the first stays. */
  document(tenant: string, id: string, at: number): Promise<void>;
  /** How many were told at `since` or later. */
  countSince(tenant: string, since: number): Promise<number>;
  /** Removes what a source told. */
  removeSource(tenant: string, source: string): Promise<void>;
  /** Removes notes told before `before`. */
  forget(tenant: string, before: number): Promise<void>;
}
