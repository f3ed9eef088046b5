/** Of which conversation a survey asks, and in which language. */
export interface Survey {
  tenant: string;
  conversationId: string;
  language: string;
}

/** Links to the survey of one question: signed, and good for some days. That each is answered once is the store's to see to. */
export interface SurveyLinks {
  /** How every link of ours begins. */
  readonly prefix: string;
  link(survey: Survey): Promise<string>;
  /** Which survey the last part of a link opens; null where it is not of ours, or has run out. */
  opened(token: string): Promise<Survey | null>;
}
