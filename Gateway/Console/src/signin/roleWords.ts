import { defineWords } from '../i18n/words';

/** What people call the roles of the contract. */
export const roleWords = defineWords({
  en: {
    callTaker: 'Call-taker',
    dispatcher: 'Dispatcher',
    unit: 'Unit',
    station: 'Station',
    supervisor: 'Supervisor',
    auditor: 'Auditor',
    admin: 'Administrator',
    feeder: 'Machine',
  },
  zh: {
    callTaker: '接警员',
    dispatcher: '调度员',
    unit: '警力',
    station: '派出所',
    supervisor: '值班长',
    auditor: '审计员',
    admin: '管理员',
    feeder: '设备',
  },
});
