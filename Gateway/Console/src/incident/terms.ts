import { defineWords } from '../i18n/words';

/** The trade's words for the contract's codes. */
export const terms = defineWords({
  en: {
    status: {
      received: 'Received',
      assigned: 'Assigned',
      enRoute: 'En route',
      onScene: 'On scene',
      reported: 'Reported',
      closed: 'Closed',
    },
    stage: {
      assigned: 'Assigned',
      acknowledged: 'Signed for',
      enRoute: 'En route',
      onScene: 'On scene',
      feedback: 'Feedback',
      cleared: 'Cleared',
      declined: 'Declined',
      cancelled: 'Recalled',
      diverted: 'Diverted',
    },
    clock: {
      answer: 'answer',
      assign: 'assign',
      acknowledge: 'sign for',
      turnout: 'turnout',
      arrive: 'arrive',
      feedback: 'feedback',
      conclude: 'conclude',
      sign: 'sign for',
      send: 'send',
      report: 'report',
      finish: 'finish',
      distress: 'distress',
    },
    unitStatus: {
      offDuty: 'Off duty',
      outOfService: 'Out of service',
      available: 'Available',
      assigned: 'Assigned',
      enRoute: 'En route',
      onScene: 'On scene',
    },
    callStatus: { ringing: 'Ringing', answered: 'Talking', ended: 'Ended', disposed: 'Done' },
    disposition: {
      incident: 'Incident',
      duplicate: 'Duplicate',
      inquiry: 'Inquiry',
      nuisance: 'Nuisance',
      falseReport: 'False report',
      abandoned: 'Abandoned',
      transferred: 'Transferred',
      test: 'Test',
    },
    relation: { duplicateOf: 'Duplicate of', relatedTo: 'Related to', hasDuplicate: 'Has duplicate' },
    level: { station: 'Station', supervisor: 'Supervisor', dutyCommander: 'Duty commander' },
    areaClass: { city: 'City', outskirts: 'Outskirts', countryside: 'Countryside' },
    priority: (p: number) => `Priority ${p}`,
  },
  zh: {
    status: { received: '已接警', assigned: '已指派', enRoute: '已出动', onScene: '已到场', reported: '已反馈', closed: '已办结' },
    stage: {
      assigned: '已指派',
      acknowledged: '已签收',
      enRoute: '已出动',
      onScene: '已到场',
      feedback: '已反馈',
      cleared: '已撤离',
      declined: '已拒绝',
      cancelled: '已召回',
      diverted: '已改派',
    },
    clock: {
      answer: '接听',
      assign: '指派',
      acknowledge: '签收',
      turnout: '出动',
      arrive: '到场',
      feedback: '反馈',
      conclude: '办结',
      sign: '签收',
      send: '派出',
      report: '反馈',
      finish: '办结',
      distress: '遇险',
    },
    unitStatus: { offDuty: '下勤', outOfService: '停用', available: '待命', assigned: '已指派', enRoute: '出动中', onScene: '在现场' },
    callStatus: { ringing: '振铃', answered: '通话中', ended: '已挂断', disposed: '已处置' },
    disposition: {
      incident: '立警',
      duplicate: '重复报警',
      inquiry: '咨询',
      nuisance: '骚扰',
      falseReport: '虚假报警',
      abandoned: '放弃',
      transferred: '转接',
      test: '测试',
    },
    relation: { duplicateOf: '重复于', relatedTo: '关联', hasDuplicate: '有重复警情' },
    level: { station: '派出所', supervisor: '值班长', dutyCommander: '指挥长' },
    areaClass: { city: '城区', outskirts: '近郊', countryside: '农村' },
    priority: (p: number) => `${p} 级`,
  },
});

/** The colour of each status, beside its word. */
export const statusTone = { received: 'violet', assigned: 'info', enRoute: 'teal', onScene: 'good', reported: '', closed: '' } as const;
export const unitTone = {
  offDuty: '',
  outOfService: 'warn',
  available: 'good',
  assigned: 'info',
  enRoute: 'teal',
  onScene: 'violet',
} as const;

/** Splits 261124-0012 into its day with the dash and its end; people say only the end aloud. */
export function splitNumber(number: string): [day: string, rest: string] {
  const dash = number.indexOf('-');
  return dash < 0 ? ['', number] : [number.slice(0, dash + 1), number.slice(dash + 1)];
}
