/** What becomes of a proposal by a person's press. */
export type Verdict = 'approve' | 'reject' | 'edit' | 'redraft';

export type OnDecided = (fixIds: string[], what: Verdict, undoMs: number, nextId?: string) => void;

/** What is asked before it is done. */
export type Form = 'edit' | 'reject' | 'redraft' | 'snooze';
