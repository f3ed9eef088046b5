import type { Random } from './random.ts';

/** Values of the slots of one conversation; they stay the same from its first turn to its last. */
export type Slots = Readonly<Record<string, string>>;

/**
 * Writes a template out: `[this|that]` becomes one alternate, `{slot}` its value. Alternates do not nest.
 * @throws if a slot has no value
 */
export function write(template: string, rng: Random, slots: Slots): string {
  return template
    .replace(/\[([^\]]*)\]/g, (_, alternates: string) => rng.pick(alternates.split('|')))
    .replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = slots[name];
      if (value === undefined) throw new Error(`no value for {${name}} in: ${template}`);
      return value;
    })
    .replace(/ {2,}/g, ' ')
    .trim();
}
