import { describe, expect, it } from 'vitest';
import { formatDate, formatInstant, formatList, formatPartOfDate } from '#lib/text/format';
import { translator } from '#lib/text/i18n';

describe('dates, as documents of the United Nations write them', () => {
  it('have both names of a month in Arabic, `1er` in French and the year in full in Russian', () => {
    expect(formatDate('ar', '2023-02-28')).toBe('28 شباط/فبراير 2023');
    expect(formatPartOfDate('ar', '2021-09')).toBe('أيلول/سبتمبر 2021');
    expect(formatInstant('ar', '2023-06-12T08:05:00Z')).toContain('حزيران/يونيه');
    expect(formatDate('fr', '2023-05-01')).toBe('1er mai 2023');
    expect(formatDate('fr', '2023-05-11')).toBe('11 mai 2023');
    expect(formatDate('ru', '2023-03-27')).toBe('27 марта 2023 года');
    expect(formatDate('en', '2023-03-27')).toBe('27 March 2023');
    expect(formatDate('es', '2023-03-27')).toBe('27 de marzo de 2023');
    expect(formatDate('zh', '2023-03-27')).toBe('2023年3月27日');
  });
});

describe('lists', () => {
  it('are joined by semicolons where an item has a comma, and by words where none has', () => {
    expect(formatList('en', ['a', 'b', 'c'])).toBe('a, b and c');
    expect(formatList('en', ['laws, rules', 'courts'])).toBe('laws, rules; courts');
    expect(formatList('fr', ['lois, règles', 'tribunaux'])).toBe('lois, règles\u202f; tribunaux');
    expect(formatList('zh', ['法律、规则', '法院'])).toBe('法律、规则；法院');
    expect(formatList('ar', ['قوانين، قواعد', 'محاكم'])).toBe('قوانين، قواعد؛ محاكم');
    expect(formatList('en', ['laws, rules'])).toBe('laws, rules');
  });
});

describe('Arabic texts', () => {
  it('set apart what is filled in, but not what a text chooses by', () => {
    const t = translator('ar');
    expect(t('need.title', { reference: 'AFR-18-2-001' })).toContain('\u2068AFR-18-2-001\u2069');
    expect(t('summaries.title', { chapter: 'II_V' })).not.toMatch(/[\u2066-\u2069]/);
    expect(t('imports.faults.lineTooLong', { longest: 2 })).toBe('يتجاوز الصف حرفين');
    expect(translator('en')('need.title', { reference: 'X-1' })).not.toMatch(/[\u2066-\u2069]/);
  });
});
