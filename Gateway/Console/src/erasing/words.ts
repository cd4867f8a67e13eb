import { defineWords } from '../i18n/words';

export const erasingWords = defineWords({
  en: {
    title: 'Erase',
    about: 'Ask that a call or an incident that is over be erased. A supervisor approves it.',
    thing: 'Thing',
    thingHint: 'call/… incident/…',
    thingHelp: 'A thing is its kind and its id, as a supervisor reads it in the address of the page: call/… or incident/….',
    reason: 'Why (stays in the trail: repeat nothing of it)',
    fields: 'What',
    ask: 'Ask for it',
    asked: 'It waits for the approval of a supervisor.',
  },
  zh: {
    title: '删除',
    about: '申请删除已结束的接警或警情，由督察（主管）批准。',
    thing: '对象',
    thingHint: 'call/… incident/…',
    thingHelp: '对象由类别和编号组成，主管可在页面地址中看到：call/… 或 incident/…。',
    reason: '理由（会保留在轨迹中，请勿重复内容）',
    fields: '内容',
    ask: '提交申请',
    asked: '等待主管批准。',
  },
});
