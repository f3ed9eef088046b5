import type { SignalWords } from '../signal-words.ts';

/** French of people whom help failed. Written by hand from grammar; tried on made-up sentences, on no account's. */
export const signals: SignalWords = {
  negation: /(?<!\p{L})(?:pas|ne|jamais|aucun|aucune|sans|ni|plus|rien|guère)$/u,
  asksForPerson:
    /(?<!\p{L})(?:(?:parler|échanger|discuter) (?:à|avec|au) (?:un|une|votre|le|la|l'|quelqu'un)? ?(?:\p{L}+ )?(?:humain|être humain|vraie personne|personne réelle|vrai conseiller|conseiller|responsable|supérieur|manager|agent|quelqu'un d'autre)|(?:passez|mettez|transférez)-moi (?:en relation )?(?:à|avec|un|une|au)|je (?:veux|voudrais|souhaite|demande) (?:parler à )?un (?:responsable|humain|vrai conseiller)|faites remonter (?:mon|ma|ce|cette|le|la) (?:dossier|demande|ticket|problème))(?!\p{L})/gu,
  passesOn:
    /(?<!\p{L})(?:(?:j'ai|nous avons|je vais|nous allons|je|nous) (?:transmis|transmettre|transmets|transmettons|transféré|transférer|transfère|transférons|escaladé|escalader|fait remonter|faire remonter|fais remonter|remonté|redirigé) (?:votre (?:demande|dossier|ticket|cas|problème|question)|le (?:dossier|ticket|cas|problème)|la (?:demande|question)|cela|ceci|ce (?:ticket|problème)|cette (?:demande|question))|(?:votre (?:demande|dossier|ticket|cas)) (?:a été|est|sera) (?:transmise?|transférée?|escaladée?|remontée?))(?!\p{L})/gu,
  strong:
    /(?<!\p{L})(?:inadmissible|inacceptable|scandaleux|scandaleuse|honteux|honteuse|ridicule|lamentable|catastrophique|ras[- ]le[- ]bol|j'en ai (?:assez|marre)|on en a (?:assez|marre)|exaspér(?:é|ée|ant|ante)|furieux|furieuse|frustr(?:é|ée|ant|ante)|perte de temps|se moque(?:r|z)? (?:de moi|de nous|du monde)|(?:très|vraiment|extrêmement|profondément) (?:déçue?|mécontente?|agacée?|énervée?|en colère)|(?:service|support|assistance) (?:nul|nulle|déplorable|catastrophique|lamentable|inexistant)|personne ne (?:répond|m'aide|nous aide|me répond|réagit)|(?:troisième|quatrième|cinquième|dixième|\d{1,2}e|\d{1,2}ème) fois que|combien de fois)(?!\p{L})/gu,
  strongNegated:
    /(?<!\p{L})(?:pas (?:acceptable|satisfaite?|normal du tout)|ne (?:m'|nous )?aide(?:nt)? pas du tout|ne répond(?:ez)? pas à ma question|ce n'est pas ce que j'ai demandé|aucune aide)(?!\p{L})/gu,
  weak: /(?<!\p{L})(?:déçue?|décevant|agaçant|agacée?|énervant|pénible|encore une fois|comme (?:je l'ai )?déjà (?:dit|écrit|expliqué)|depuis (?:des|plusieurs) (?:jours|semaines|mois)|toujours (?:rien|pas de réponse|aucune réponse)|sérieusement|j'attends toujours)(?!\p{L})/gu,
  hedges:
    /(?<!\p{L})(?:(?:je|nous) ne (?:suis|sommes) pas (?:tout à fait |totalement |entièrement |complètement )?(?:sûre?s?|certaine?s?)|(?:je|nous) ne (?:sais|savons) pas (?:exactement )?(?:si|pourquoi|comment|quand)|(?:je|nous) (?:crois|croyons|pense|pensons|suppose|supposons) que|il me semble que|à ma connaissance|sauf erreur(?: de ma part)?|si je ne me trompe|je (?:dois|vais) (?:d'abord |le |la |l')?(?:vérifier|demander|confirmer|voir)(?: cela| ça)? (?:avec|auprès de|à) (?:mon|ma|mes|notre|nos|l'|un|une|le|la) ?(?:\p{L}+ ){0,2}(?:équipe|collègues?|responsable|service|technicien|développeurs|supérieur))(?!\p{L})/u,
  isLost:
    /(?<!\p{L})(?:je n'ai pas (?:bien )?compris|je ne (?:comprends|comprend) pas|je n'ai (?:pas )?(?:trouvé|pu trouver) (?:aucune?|de|d') ?(?:réponse|article|information|résultat)s?)(?!\p{L})/u,
  courtesy:
    /^(?:bonjour|bonsoir|salut|cher|chère|merci|désolée?|je suis désolée?|nous sommes désolés|bien sûr|pas de (?:souci|problème)|un instant|veuillez patienter)(?!\p{L})/u,
  content:
    /^(?:ok|d'accord|parfait|super|merci|oui|non[,. ]|très bien|génial|compris|bien reçu)(?!\p{L})|(?<!\p{L})(?:merci|ça (?:marche|fonctionne)(?! (?:pas|toujours))|cela fonctionne(?! pas)|c'est (?:réglé|résolu|bon)|résolu)(?!\p{L})/u,
  missed:
    /(?<!\p{L})(?:je (?:veux|voulais) dire|ma question (?:est|était)|ne (?:marche|fonctionne|change|résout|répond|m'aide|explique)(?: \p{L}+){0,2} (?:toujours )?pas|toujours (?:pas|le même|la même|rien)|j'ai déjà (?:essayé|fait|dit|tenté|vérifié)|même (?:erreur|problème|message|résultat)|comme (?:je l'ai )?dit|mais (?:comment|où|pourquoi|je (?:ne peux|veux|voudrais|dois)))(?!\p{L})/u,
  changed:
    /(?<!\p{L})(?:en fait|finalement|plutôt|autre question|une autre|par ailleurs|au fait|et pour|sinon)(?!\p{L})/u,
  question:
    /\?|^(?:et |mais |donc )?(?:comment|où|pourquoi|quand|quel|quelle|quels|quelles|que|qu'|est-ce|puis-je|peut-on|y a-t-il)(?!\p{L})/u,
  general: ['trouver', 'voir', 'aller', 'faire', 'savoir', 'dire', 'besoin', 'vouloir', 'chose', 'moyen'],
};
