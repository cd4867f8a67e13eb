import { defineWords } from './words';

/** The words that buttons and waiting screens share everywhere. */
export const commonWords = defineWords({
  en: { close: 'Close', cancel: 'Cancel', save: 'Save', loading: 'Loading…', tryAgain: 'Try again' },
  zh: { close: '关闭', cancel: '取消', save: '保存', loading: '正在载入…', tryAgain: '重试' },
});
