import { defineWords } from '../i18n/words';

export const commandWords = defineWords({
  en: {
    label: 'Command line',
    placeholder: 'Command, e.g. as 12 P07',
    focus: 'Command line',
    heading: 'Command line',
    hint: '12 is the end of an incident number, . the one that is open.',
    verbs: { as: 'assign units', ak: 'signed for', en: 'en route', on: 'on scene', cl: 'clear', can: 'recall', div: 'divert to', note: 'add a note', msg: 'send a message', close: 'conclude', go: 'show', duty: 'come on duty', off: 'go off duty' },
    problems: { empty: '', unknownVerb: 'No such command', missing: 'Something is missing', noIncident: 'No such open incident', manyIncidents: 'Several incidents end so: type more of the number', noUnit: 'No such unit on duty', tooMuch: 'Too much' },
    example: 'e.g.',
    notOn: (unit: string) => `${unit} is on no incident`,
    done: (line: string) => `Done: ${line}`,
    instead: (line: string) => `Instead: ${line}`,
    completions: 'Completions',
  },
  zh: {
    label: '命令行',
    placeholder: '命令，如 as 12 P07',
    focus: '命令行',
    heading: '命令行',
    hint: '12 是警情号的末尾数字，. 表示当前打开的警情。',
    verbs: { as: '指派', ak: '签收', en: '出动', on: '到场', cl: '撤离', can: '召回', div: '改派到', note: '备注', msg: '发送消息', close: '办结', go: '查看', duty: '上勤', off: '下勤' },
    problems: { empty: '', unknownVerb: '没有这个命令', missing: '内容不完整', noIncident: '没有这起未办结警情', manyIncidents: '多起警情以此结尾，请多输入几位', noUnit: '没有这个在勤警力', tooMuch: '多余的内容' },
    example: '例如',
    notOn: (unit: string) => `${unit} 没有在处置警情`,
    done: (line: string) => `已执行：${line}`,
    instead: (line: string) => `改为：${line}`,
    completions: '补全',
  },
});
