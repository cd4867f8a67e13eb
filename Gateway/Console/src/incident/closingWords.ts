import { defineWords } from '../i18n/words';

export const closingWords = defineWords({
  en: {
    needs: { feedback: 'feedback', place: 'coordinates', party: 'a party', results: 'results', owner: 'an owner' },
    and: ', ',
    needsText: (needs: string) => `needs ${needs}`,
    invalid: 'not valid',
    onlyFor: (classes: string) => `only for ${classes}`,
    missing: (needs: string) => `Missing: ${needs}.`,
    notListed: (word: string) => `“${word}” is not among the outcomes of the centre.`,
    outcomes: 'Outcomes of the centre',
    override: 'Close it all the same, because',
    notValid: 'Not a valid incident',
  },
  zh: {
    needs: { feedback: '反馈', place: '坐标', party: '当事人', results: '战果', owner: '主责单位' },
    and: '、',
    needsText: (needs: string) => `须有${needs}`,
    invalid: '无效警情',
    onlyFor: (classes: string) => `仅限 ${classes}`,
    missing: (needs: string) => `尚缺：${needs}。`,
    notListed: (word: string) => `“${word}”不在本中心的处警结果之列。`,
    outcomes: '本中心处警结果',
    override: '仍予办结，理由',
    notValid: '无效警情',
  },
});
