import type { RiskyWords } from '../risky.ts';

/** What no German article advises. Written by hand. */
export const RISKY: RiskyWords = {
  weaken:
    'deaktivier*|schalte* … aus|schalten … aus|schalten … ab|umgehe*|ignorier*|überspring*|deinstallier*|entferne*',
  protections:
    'virenscanner|virenschutz|antivirus|firewall|zwei-faktor*|2fa|mfa|verschlüsselung|rauchmelder|alarmanlage|sicherheitswarnung*',
  hand: 'senden|sende|schicken|schicke|geben|gib|nennen|nenne|teilen|teile|schreiben|schreibe',
  secrets: 'passwort|kennwort|pin|tan|sicherheitscode|kartennummer|cvv|einmalcode|bestätigungscode|zugangsdaten',
  pay: 'zahlen|zahle|überweisen|überweise|senden',
  elsewhere: 'bitcoin*|geschenkkarten|mein konto|privatkonto|anderes konto|neues konto',
  wreck: 'löschen|lösche|formatieren|formatiere',
  vital: 'systemordner|systemdateien|registrierung|registry|festplatte|sicherungen|backups',
  never: '',
};
