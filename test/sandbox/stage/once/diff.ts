export { diffOf, excerptOf } from '../../../../worker/core/html/line-diff.ts';
