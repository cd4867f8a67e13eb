import { App } from './App';
import { boot } from './boot/boot';

boot(App);
