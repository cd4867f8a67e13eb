import { defineWords } from '../i18n/words';

export const signInWords = defineWords({
  en: {
    title: 'Sign in',
    welcome: 'Dispatch, measured in seconds.',
    withProvider: 'Sign in with your account',
    dev: 'Development sign-in',
    devHint: 'Only from this machine.',
    name: 'Name',
    role: 'Role',
    unit: 'Unit',
    station: 'Station',
    failed: 'Signing in failed',
    none: 'This gateway has no way to sign in. An administrator sets Tocsin:Jwt:Authority.',
    noGateway: 'The gateway does not answer. Trying again…',
  },
  zh: {
    title: '登录',
    welcome: '以秒计量的指挥调度。',
    withProvider: '用您的账号登录',
    dev: '开发登录',
    devHint: '仅限本机。',
    name: '姓名',
    role: '角色',
    unit: '警力',
    station: '派出所',
    failed: '登录失败',
    none: '该网关没有登录方式，请管理员设置 Tocsin:Jwt:Authority。',
    noGateway: '网关没有应答，正在重试…',
  },
});
