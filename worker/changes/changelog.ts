import { CHANGE_KINDS, type ToldChange } from '../../shared/context/change-note.ts';
import { Permanent } from '../loop/ports/errors.ts';
import { changeFrom } from './entry.ts';

/** Releases read of one file: the latest stand first. */
const RELEASES = 20;

const RELEASE =
  /^##\s+\[?([^\]\s]{1,80})\]?(?:\([^)]{0,300}\))?(?:\s+[-–—]\s+(\d{4}-\d{2}-\d{2}))?\s*(\[YANKED\])?\s*$/i;

/**
 * The releases of a changelog file as keepachangelog.com describes it: one change for each heading of kinds below a release,
 * or one for the release where it has none. "Unreleased" is announced and never published; one that was yanked is withdrawn.
 * Permanent where there is no release.
 */
export function changesOfChangelog(document: string): ToldChange[] {
  const releases = document.split(/^(?=##\s)/m).flatMap((section) => {
    const [heading = '', ...lines] = section.split(/\r?\n/);
    const [, version, date, yanked] = RELEASE.exec(heading) ?? [];
    return version ? [{ version, date, isYanked: yanked !== undefined, text: lines.join('\n') }] : [];
  });
  if (releases.length === 0) throw new Permanent('this is no changelog: no heading such as "## [1.2.0] - 2026-11-04"');
  return releases.slice(0, RELEASES).flatMap(({ version, date, isYanked, text }) => {
    const isReleased = !/^unreleased$/i.test(version);
    return partsOf(text).flatMap(({ kind, lines }) => {
      const change = changeFrom({
        id: kind === null ? version : `${version}/${kind}`,
        title: titleOf(version, lines),
        text: lines,
        kind,
        at: date,
        isReleased,
        isWithdrawn: isYanked,
      });
      return change && lines.trim() !== '' ? [change] : [];
    });
  });
}

/** A part with one entry is called by it, one with several by its release. */
function titleOf(version: string, lines: string): string {
  const entries = lines.split('\n').filter((line) => /^[-*+]\s/.test(line));
  return entries.length === 1 ? (entries[0] ?? version).replace(/^[-*+]\s+/, '') : version;
}

function partsOf(text: string): { kind: ToldChange['kind']; lines: string }[] {
  const [before = '', ...parts] = `\n${text}`.split(/^(?=###\s)/m);
  const kinds = parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    const name = heading
      .replace(/^###\s+/, '')
      .trim()
      .toLowerCase();
    return { kind: CHANGE_KINDS.find((kind) => kind === name) ?? null, lines: lines.join('\n') };
  });
  return [{ kind: null, lines: before }, ...kinds];
}
