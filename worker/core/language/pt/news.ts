import type { NewsWords } from '../news.ts';

/** How Portuguese releases tell of something new, and of something mended. */
export const NEWS: NewsWords = {
  launched:
    /(?<!\p{L})(?:nov[oa]s?|novidades?|agora (?:você|é possível|disponíve(?:l|is)|permite|pode)|já disponíve(?:l|is)|apresentamos|lançamos|lançamento|adicionad[oa]s?|adicionamos)(?!\p{L})/iu,
  mended:
    /(?<!\p{L})(?:corrigid[oa]s?|corrige|correção|correções|resolvid[oa]s?|travamentos?|mais rápid[oa]s?|desempenho|incidente|interrupção|manutenção)(?!\p{L})/iu,
};
