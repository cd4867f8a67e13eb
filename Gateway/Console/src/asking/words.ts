import { defineWords } from '../i18n/words';

export const askingWords = defineWords({
  en: {
    failed: 'This could not be read.',
    old: (time: string) => `This is of ${time} and could not be read again.`,
    forbidden: 'Your role may not see this.',
  },
  zh: {
    failed: '无法读取。',
    old: (time: string) => `以下为 ${time} 的内容，未能更新。`,
    forbidden: '您的角色无权查看。',
  },
});
