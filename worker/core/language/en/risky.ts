import type { RiskyWords } from '../risky.ts';

/** What no English article advises. Written by hand. */
export const RISKY: RiskyWords = {
  weaken:
    'disabl*|turn off|turning off|turned off|turn … off|switch off|switching off|switched off|switch … off|deactivat*|uninstall*|bypass*|circumvent*|' +
    'skip|skipping|ignore|remove|removing|stop|stopping|pause|pausing|allow-list|allowlist|whitelist|unplug|shut … off|shut … down|leave … off|cover|mute|exclusion*|exception*',
  protections:
    'antivirus|anti-virus|virus scanner|virus protection|firewall|defender|security software|security setting*|security check*|security warning*|' +
    'security feature*|security|two-factor|two factor|2fa|mfa|multi-factor|tls|ssl|certificate check*|certificate validation|certificate verification|' +
    'certificate warning*|certificate error*|cert warning*|https|encryption|sandbox|sandboxing|gatekeeper|smartscreen|uac|sip|selinux|apparmor|' +
    'app-armor|csp|cors|password protection|safe browsing|safebrowsing|phishing protection|phishing filter|spam filter|audit log*|audit logging|sso|' +
    'smoke detector*|smoke sensor*|fire alarm|alarm system|alarm*|safety switch|guard rail',
  hand: 'send|share|give|tell|email|e-mail|reply with|provide|post|forward|enter|confirm|text|read|read out|dictate|pass|type|write|lend|swap|borrow|copy|photograph|photocopy|scan|ask*',
  secrets:
    'password*|passcode|pin|otp|one-time code|verification code|2fa code|security code|sms code|access code|session code|session id|access id|remote code|' +
    'partner id|log-in code|login code|authenticator code|cvv|card number|card details|card data|number of your card|digits on the back|seed phrase|recovery phrase|' +
    'private key|api key|secret key|access token|social security number|ssn|badge*|key card*|keycard*|log-in|login|id card*|identity card*|passport*|remote control|code of the|code of your|combination of',
  pay: 'pay|send|transfer|wire|deposit|settle|move',
  elsewhere:
    'gift card code*|gift cards and|gift card and|gift card number*|bitcoin*|crypto*|western union|moneygram|new account|new bank account|other account|different account|' +
    'following account|private account|personal account|my account|my bank account',
  wreck: 'delet*|remov*|eras*|wip*|format|formatting|clear|clearing|flash|root|jailbreak',
  vital:
    'system folder*|system file*|system director*|system partition|system drive|system32|windows folder|registry|boot folder|boot partition|root folder|' +
    'root directory|backups|disk|hard drive|the drive|the tablet|the phone|the device|your tablet|your phone|your device|rom|firmware',
  never:
    'anydesk|any-desk|teamviewer|team-viewer|ultraviewer|rustdesk|custom rom|our master account|the master password|master password|master key|root account|root password|superuser|' +
    'first search result|first result|first hit|top result|top search result|run as root|jailbreak|lie about|through the security warning|past the warning|through the warning|' +
    'click anyway|proceed anyway|continue anyway|icacls|setfacl|chmod',
};
