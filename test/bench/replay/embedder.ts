/** The worker's variables for the embedder that a replay names; id, length and key of an endpoint's from this environment. */
export function embedderVars(name: string): Record<string, string> {
  if (name === 'none' || name === 'static') return { EMBEDDER: name };
  const { EMBEDDING_ID = 'full', EMBEDDING_DIMENSIONS = '384', EMBEDDING_KEY = 'none' } = process.env;
  return { EMBEDDER: 'endpoint', EMBEDDING_BASE_URL: name, EMBEDDING_ID, EMBEDDING_DIMENSIONS, EMBEDDING_KEY };
}
