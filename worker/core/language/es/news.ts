import type { NewsWords } from '../news.ts';

/** How Spanish releases tell of something new, and of something mended. */
export const NEWS: NewsWords = {
  launched:
    /(?<!\p{L})(?:nuev[oa]s?|novedad(?:es)?|ahora (?:puedes?|pueden|es posible|disponibles?|permite)|ya (?:disponible|puedes?)|presentamos|lanzamos|lanzamiento|añadid[oa]s?|añadimos)(?!\p{L})/iu,
  mended:
    /(?<!\p{L})(?:corregid[oa]s?|corrige|corrección|correcciones|solucionad[oa]s?|arreglad[oa]s?|cierres? inesperados?|más rápid[oa]s?|rendimiento|incidente|interrupción|mantenimiento)(?!\p{L})/iu,
};
