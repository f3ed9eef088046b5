/** The worker's variables for the embedder that a replay names, none where it leaves the sandbox's own; id, length and key of an endpoint's from this environment. */
export function embedderVars(name: string | undefined): Record<string, string> {
  if (name === undefined) return {};
  if (name === 'none' || name === 'static') return { EMBEDDER: name };
  const { EMBEDDING_ID = 'full', EMBEDDING_DIMENSIONS = '384', EMBEDDING_KEY = 'none' } = process.env;
  return { EMBEDDER: 'endpoint', EMBEDDING_BASE_URL: name, EMBEDDING_ID, EMBEDDING_DIMENSIONS, EMBEDDING_KEY };
}
