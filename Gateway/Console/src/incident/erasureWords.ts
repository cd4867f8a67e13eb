import { defineWords } from '../i18n/words';

/** Words of erasures, of calls and incidents alike. */
export const erasureWords = defineWords({
  en: {
    waits: (by: string, fields: string) => `${by} asks to erase: ${fields}.`,
    done: (fields: string, when: string) => `Erased on ${when}: ${fields}.`,
    approve: 'Approve and erase',
    approveTitle: 'Erase for good',
    approveAsk: 'This cannot be undone. Nobody can read it any more, not even from a new backup.',
    others: 'Somebody else must approve it.',
    erased: 'Erased.',
    erasedText: 'erased',
    reason: 'Reason',
    fields: {
      narrative: 'narrative',
      place: 'place',
      caller: "caller's number",
      notes: 'notes and reasons',
      messages: 'messages',
      feedback: 'feedback',
      parties: 'persons',
      all: 'everything',
    },
  },
  zh: {
    waits: (by: string, fields: string) => `${by} 申请删除：${fields}。`,
    done: (fields: string, when: string) => `已于 ${when} 删除：${fields}。`,
    approve: '批准并删除',
    approveTitle: '永久删除',
    approveAsk: '删除后无法恢复，任何人都不能再查看，新的备份中也没有。',
    others: '须由他人批准。',
    erased: '已删除。',
    erasedText: '已删除',
    reason: '理由',
    fields: {
      narrative: '警情内容',
      place: '地点',
      caller: '报警号码',
      notes: '备注和理由',
      messages: '消息',
      feedback: '反馈',
      parties: '涉及人员',
      all: '全部',
    },
  },
});

export type ErasureField = keyof typeof erasureWords.en.fields;

/** Fields as a list of words. */
export const fieldsText = (fields: readonly string[], words: Readonly<Record<string, string>>, separator: string): string =>
  fields.map((f) => words[f] ?? f).join(separator);
