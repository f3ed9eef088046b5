import type { RiskyWords } from '../risky.ts';

/** What no French article advises. Written by hand. */
export const RISKY: RiskyWords = {
  weaken: 'désactive*|désactiver|désactivez|coupez|ignorez|contournez|désinstallez',
  protections: 'antivirus|pare-feu|2fa|mfa|chiffrement|double authentification|détecteur de fumée|alarme',
  hand: 'envoyez|donnez|partagez|communiquez|écrivez|dictez',
  secrets: 'mot de passe|code pin|code de vérification|numéro de carte|cryptogramme|cvv|code secret',
  pay: 'payez|virez|envoyez|versez',
  elsewhere: 'bitcoin*|cartes cadeaux|compte personnel|mon compte|autre compte|nouveau compte',
  wreck: 'supprimez|effacez|formatez',
  vital: 'dossier système|fichiers système|registre|disque|sauvegardes',
  never: '',
};
