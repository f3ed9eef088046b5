export { type DiffLine, diffOf, excerptOf } from '../../../worker/core/line-diff.ts';
