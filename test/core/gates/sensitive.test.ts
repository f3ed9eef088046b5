import { describe, expect, it } from 'vitest';
import { isSensitiveCategory, sensitiveClassOf } from '../../../worker/core/gates/sensitive.ts';

describe('sensitiveClassOf', () => {
  it.each([
    ['Billing & Plans', 'billing'],
    ['How do I get a refund?', 'billing'],
    ['INVOICES', 'billing'],
    ['Change your subscription', 'billing'],
    ['Rechnungen und Zahlungen', 'billing'],
    ['Facturación', 'billing'],
    ['bil\u200bling', 'billing'],
    ['Ｂｉｌｌｉｎｇ', 'billing'],
    ['Account security', 'security'],
    ['Turn on two-factor authentication', 'security'],
    ['Rotate an API key', 'security'],
    ['Reporting a phishing mail', 'security'],
    ['Sécurité', 'security'],
    ['Privacy & GDPR', 'legal'],
    ['Terms of Service', 'legal'],
    ['Licensing questions', 'legal'],
    ['Datenschutz', 'legal'],
    ['Dosage of your medication', 'medical'],
    ['Side effects', 'medical'],
    ['Patients and prescriptions', 'medical'],
  ])('finds %j', (text, expected) => {
    expect(sensitiveClassOf(text)).toBe(expected);
  });

  it.each([
    'Sign-in',
    'Getting started',
    'Exporting reports',
    'Reset your password',
    'Connect a printer',
    'Keyboard shortcuts',
    'Import a billboard image',
    'Change the colour of a chart',
    'Work in a team',
    '',
  ])('leaves %j alone', (text) => {
    expect(isSensitiveCategory(text)).toBe(false);
  });

  it('reads a megabyte in little time', () => {
    const begun = performance.now();
    isSensitiveCategory('ab '.repeat(350_000));
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
