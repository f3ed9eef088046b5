import type { AnsweringWords } from '../habits.ts';

export const answering: AnsweringWords = {
  opening:
    'これは機械によるヘルプセンターからの自動回答です。解決しない場合は、このメッセージに返信してください。担当者が対応します。',
  solved: '解決しました',
  person: '担当者と話したい',
  handedOver:
    '機械が「{title}」（{url}）で回答しましたが、お客様は担当者の対応を必要としています。他には何も試していません。',
  wouldSay: '機械なら「{title}」（{url}）で次のように回答します：',
};
