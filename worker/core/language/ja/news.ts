import type { NewsWords } from '../news.ts';

/** How Japanese releases tell of something new, and of something mended. */
export const NEWS: NewsWords = {
  launched:
    /(?:新機能|新しい|新たに|追加(?:しました|されました)?|できるようになりました|リリース|提供を開始|登場|対応しました)/u,
  mended: /(?:修正|不具合|解消|クラッシュ|高速化|改善|障害|メンテナンス)/u,
};
