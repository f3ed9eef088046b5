export { type DiffLine, diffOf, excerptOf } from '../../../worker/core/html/line-diff.ts';
