/** The public address of an article, as agents paste it; the last part is the article's seed key. */
export const articleUrl = (key: string): string => `https://help.shiftloom.example/hc/en-us/articles/${key}`;
