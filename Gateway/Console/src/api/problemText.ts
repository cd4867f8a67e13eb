import { Problem, Unreachable } from './problem';
import { defineWords } from '../i18n/words';

const problemWords = defineWords({
  en: {
    codes: {
      invalid: 'Something in it is not right',
      unauthenticated: 'Not signed in',
      blocked: 'Blocked by an administrator',
      forbidden: 'Your role may not do this',
      notYours: 'This belongs to another unit or station',
      notFound: 'There is no such thing',
      unitBusy: 'A unit is not free',
      wrongStage: 'It is at another stage now',
      incidentClosed: 'The incident is closed',
      conflict: 'Somebody else was faster; try again',
      versionMismatch: 'It has changed meanwhile',
      tooLarge: 'Too large',
      rateLimited: 'Too many requests',
      occurredAtInFuture: 'The time lies in the future',
      unknownReference: 'It names something that does not exist',
      keyReused: 'This command was sent before with another content',
      locationUnknown: 'The place is not known yet',
      implausiblePlace: 'The place is 0, 0 or far from every station',
      retired: 'It is retired',
      callSignTaken: 'Another unit has this call sign',
      incomplete: 'Something that is needed here is missing',
      unavailable: 'The journal cannot be written at the moment',
      outboxFull: 'Too many commands wait for an answer',
      takenBack: 'Taken back',
    },
    missing: { feedback: 'feedback', place: 'coordinates', party: 'a party', results: 'results', owner: 'an owner', receipt: 'a receipt' },
    done: 'It was done, and belongs to another unit or station now',
    other: 'The gateway refused it',
    unreachable: 'The gateway does not answer',
    broken: 'Something went wrong on this page',
  },
  zh: {
    codes: {
      invalid: '内容有误',
      unauthenticated: '尚未登录',
      blocked: '已被管理员停用',
      forbidden: '您的角色无此权限',
      notYours: '属于其他警力或派出所',
      notFound: '不存在',
      unitBusy: '警力不空闲',
      wrongStage: '环节已变化',
      incidentClosed: '警情已办结',
      conflict: '他人已先操作，请重试',
      versionMismatch: '内容已被更改',
      tooLarge: '内容过大',
      rateLimited: '请求过于频繁',
      occurredAtInFuture: '时间在将来',
      unknownReference: '引用的对象不存在',
      keyReused: '该指令已用于其他内容',
      locationUnknown: '地点尚不明确',
      implausiblePlace: '地点为 0, 0 或远离所有派出所',
      retired: '已撤销',
      callSignTaken: '呼号已被其他警力使用',
      incomplete: '缺少必要内容',
      unavailable: '日志暂时无法写入',
      outboxFull: '等待答复的指令过多',
      takenBack: '已撤销',
    },
    missing: { feedback: '反馈', place: '坐标', party: '当事人', results: '战果', owner: '主责单位', receipt: '回执' },
    done: '已执行，现属于其他警力或派出所',
    other: '网关拒绝了该操作',
    unreachable: '网关没有应答',
    broken: '页面出错',
  },
});

/** A refusal in the reader's language, with the gateway's messages on fields. */
export function problemText(error: unknown): string {
  const words = problemWords.now();
  if (error instanceof Unreachable) return words.unreachable;
  if (!(error instanceof Problem)) return words.broken;
  if (error.done) return words.done;
  const known = (words.codes as Record<string, string>)[error.code];
  const fields = error.errors.map((e) => `${e.field}: ${e.message}`).join('; ');
  const text = known ?? `${words.other} (${error.message})`;
  const details = [fields, error.missing.map((name) => (words.missing as Record<string, string>)[name] ?? name).join(', ')].filter(Boolean);
  return details.length > 0 ? `${text} — ${details.join('; ')}` : text;
}
