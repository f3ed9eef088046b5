/** Groups of words and phrases that mean the same to a support customer, one group a line, general English, written by hand. */
export const LEXICON: readonly string[] = [
  'log in, sign in, login, signin, log on, logon',
  'refund, money back, reimburse',
];
