import type { Chaff } from '../habits.ts';

/** French of people who want something else than help with the product. Written by hand; tried on made-up mails. */
export const chaff: Chaff = {
  offer:
    /(?<!\p{L})(?:nous (?:proposons|offrons|accompagnons|aidons les entreprises|sommes spécialisés)|notre (?:agence|offre|société propose|entreprise propose)|nos (?:services|prestations|tarifs|offres)|article (?:invité|sponsorisé)|backlinks?|liens sponsorisés|(?:audit|référencement|agence|services?) seo|référencement (?:naturel|google)|première page de google|partenariat|sponsor(?:ing|isation)?|collaboration|devis gratuit|audit gratuit|offre (?:spéciale|exceptionnelle)|génération de (?:leads|prospects)|communiqué de presse)(?!\p{L})/iu,
  business:
    /(?<!\p{L})(?:votre (?:entreprise|société|marque|activité|site(?: web| internet)?|chiffre d'affaires|visibilité|audience|équipe marketing)|augmenter (?:votre|vos|le) (?:trafic|ventes|visibilité|chiffre)|(?:bref|court) (?:appel|échange)|seriez-vous intéressée?s?|êtes-vous intéressée?s?|(?:le|la) responsable (?:de|du|des)|se désabonner|désinscrire|désinscription)(?!\p{L})/iu,
  application:
    /(?<!\p{L})(?:(?:je )?(?:postule|candidate|candidature)(?: \p{L}+){0,4} (?:pour|au|à|de)|(?:mon|ci-joint) (?:cv|curriculum|la lettre)|lettre de motivation|postes? (?:à pourvoir|ouverts?|disponibles?)|(?:recherche|cherche) (?:un|une) (?:stage|alternance|emploi)|candidature spontanée)(?!\p{L})/iu,
  praise:
    /(?<!\p{L})(?:(?:super|excellent|génial|formidable|magnifique|très bon|beau|bravo pour (?:le|votre)) (?:travail|produit|outil|appli|application|service|support|équipe|logiciel)?|(?:j'adore|nous adorons|j'aime beaucoup) (?:votre|vos|le|la)|continuez (?:comme ça|ainsi)|(?:voulais|tenais à) (?:juste |simplement )?(?:vous )?(?:dire|remercier|féliciter))(?!\p{L})/iu,
  wish: /(?<!\p{L})(?:continuez|merci|bravo|félicitations|bonne continuation)(?!\p{L})/iu,
  need: /(?<!\p{L})(?:comment (?:puis-je|faire|je|on|puis|peut-on|\p{L}+er)|(?:ne|n') ?(?:\p{L}+ ){1,3}(?:pas|plus|jamais)|erreurs?|problèmes?|bug|bloquée?s?|impossible|manque\p{L}*|(?:mon|ma|mes) (?:compte|facture|abonnement|commande|forfait|mot de passe|paiement|tableau)|rembours\p{L}+|résili\p{L}+|annuler|connexion|connecter|où (?:est|puis-je|se trouve|trouver))(?!\p{L})/iu,
  trial: /^(?:(?:ceci est )?(?:juste )?(?:un )?(?:test|essai)(?: merci d'ignorer| à ignorer)?[\s.,!]*){1,4}$/iu,
};
