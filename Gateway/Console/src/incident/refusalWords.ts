import { defineWords } from '../i18n/words';

/** Why position reports of a unit are refused. */
export const refusalWords = defineWords({
  en: {
    refused: (reason: string, duration: string) => `Position reports refused for ${duration}: ${reason}`,
    lastRejected: 'Last refused report',
    lastHeard: 'Last heard',
    codes: {
      invalid: 'not readable',
      outOfRange: 'a place outside the earth',
      noFix: 'the device has no fix',
      occurredAtInFuture: 'its clock is fast',
      outdated: 'too old',
      implausible: 'impossible jumps',
    },
  },
  zh: {
    refused: (reason: string, duration: string) => `位置上报已被拒 ${duration}：${reason}`,
    lastRejected: '最近被拒的上报',
    lastHeard: '最近收到上报',
    codes: {
      invalid: '内容无法读取',
      outOfRange: '坐标超出地球范围',
      noFix: '设备未定位',
      occurredAtInFuture: '设备时钟过快',
      outdated: '时间过旧',
      implausible: '位置跳变',
    },
  },
});
