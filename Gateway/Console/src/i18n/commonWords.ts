import { defineWords } from './words';

/** The words that buttons and waiting screens share everywhere. */
export const commonWords = defineWords({
  en: {
    close: 'Close',
    notices: 'Notices',
    cancel: 'Cancel',
    save: 'Save',
    loading: 'Loading…',
    tryAgain: 'Try again',
    throwAwayAsk: 'What you typed was not sent.',
    keepTyping: 'Keep typing',
    throwAway: 'Throw it away',
    restored: 'You typed this earlier; it was not sent.',
    sure: 'Yes, do it',
    keptAndSent: 'It is kept and sent as soon as the gateway answers. You can close this.',
  },
  zh: {
    close: '关闭',
    notices: '提示',
    cancel: '取消',
    save: '保存',
    loading: '正在载入…',
    tryAgain: '重试',
    throwAwayAsk: '您输入的内容尚未发送。',
    keepTyping: '继续输入',
    throwAway: '放弃内容',
    restored: '这是您先前输入、尚未发送的内容。',
    sure: '确认执行',
    keptAndSent: '内容已保存，网关应答后自动发送。可以关闭此窗口。',
  },
});
