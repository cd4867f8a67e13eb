import { UnitApp } from './UnitApp';
import { boot } from '../boot/boot';
import './unit.css';

boot(UnitApp, { offline: { worker: '/unit-worker.js', scope: '/unit' } });
