/** 'en-us' is English: learning is by language, articles are by locale. */
export function languageOfLocale(locale: string): string {
  return locale.toLowerCase().split('-')[0] ?? locale;
}
