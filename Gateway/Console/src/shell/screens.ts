import { lazy, type ComponentType } from 'react';
import type { IconName } from '../design/Icon';
import type { Permission } from '../signin/may';
import type { Language } from '../i18n/language';

export interface Screen {
  /** The address, and those below it that the screen shows too. */
  paths: readonly string[];
  name: Record<Language, string>;
  icon: IconName;
  /** The second key after `g`. */
  key: string;
  /** The permission without which it is not in the list of screens. */
  permission: Permission;
  component: ComponentType;
}

/** Every screen of the console, in the order of the list. Each loads its code when it is first shown. */
export const screens: readonly Screen[] = [
  {
    paths: ['/', '/incidents/:id'],
    name: { en: 'Queue', zh: '警情' },
    icon: 'queue',
    key: 'q',
    permission: 'readIncidents',
    component: lazy(() => import('../desk/QueueScreen')),
  },
  {
    paths: ['/calls', '/calls/:id'],
    name: { en: 'Calls', zh: '接警' },
    icon: 'call',
    key: 'c',
    permission: 'readCalls',
    component: lazy(() => import('../calls/CallsScreen')),
  },
  {
    paths: ['/units', '/units/:id'],
    name: { en: 'Units', zh: '警力' },
    icon: 'units',
    key: 'u',
    permission: 'readUnits',
    component: lazy(() => import('../units/UnitsScreen')),
  },
  {
    paths: ['/map'],
    name: { en: 'Map', zh: '地图' },
    icon: 'map',
    key: 'm',
    permission: 'readBoard',
    component: lazy(() => import('../map/MapScreen')),
  },
  {
    paths: ['/directives', '/directives/:id'],
    name: { en: 'Directives', zh: '指令' },
    icon: 'note',
    key: 'd',
    permission: 'readDirectives',
    component: lazy(() => import('../directives/DirectivesScreen')),
  },
  {
    paths: ['/late'],
    name: { en: 'Late', zh: '督办' },
    icon: 'late',
    key: 'l',
    permission: 'readOverdue',
    component: lazy(() => import('../late/LateScreen')),
  },
  {
    paths: ['/find'],
    name: { en: 'Find', zh: '查找' },
    icon: 'search',
    key: 'f',
    permission: 'readIncidents',
    component: lazy(() => import('../find/FindScreen')),
  },
  {
    paths: ['/replay', '/replay/:id'],
    name: { en: 'Replay', zh: '回放' },
    icon: 'replay',
    key: 'p',
    permission: 'readBoard',
    component: lazy(() => import('../replay/ReplayScreen')),
  },
  {
    paths: ['/reports'],
    name: { en: 'Reports', zh: '报表' },
    icon: 'reports',
    key: 'r',
    permission: 'readReports',
    component: lazy(() => import('../reports/ReportsScreen')),
  },
  {
    paths: ['/access'],
    name: { en: 'Access', zh: '查看记录' },
    icon: 'eye',
    key: 'a',
    permission: 'readAccess',
    component: lazy(() => import('../access/AccessScreen')),
  },
  {
    paths: ['/settings'],
    name: { en: 'Settings', zh: '设置' },
    icon: 'settings',
    key: 's',
    permission: 'readSettingTrail',
    component: lazy(() => import('../settings/SettingsScreen')),
  },
  {
    paths: ['/erasure'],
    name: { en: 'Erase', zh: '删除' },
    icon: 'close',
    key: 'e',
    permission: 'erase',
    component: lazy(() => import('../erasing/ErasureScreen')),
  },
];
