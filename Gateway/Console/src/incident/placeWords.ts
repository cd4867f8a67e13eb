import { defineWords } from '../i18n/words';

/** Places of calls and incidents, and how good they are. */
export const placeWords = defineWords({
  en: {
    implausible: 'This place is 0, 0 or far from every station. Is it right all the same?',
    accuracy: (distance: string) => `to within ${distance}`,
    confidence: (share: string) => `${share} sure`,
  },
  zh: {
    implausible: '该地点为 0, 0，或远离所有派出所。确认无误吗？',
    accuracy: (distance: string) => `误差 ${distance}以内`,
    confidence: (share: string) => `可信度 ${share}`,
  },
});
