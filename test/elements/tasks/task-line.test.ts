import type { Day } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { readTaskLine } from '../../../packages/elements/src/tasks/task-line.js';

/** A Friday. */
const TODAY = '2026-11-20' as Day;
const read = (text: string, lang = 'en', before: readonly string[] = ['on', 'by']) => {
  const { subject, dueDay, priority } = readTaskLine(text, lang, TODAY, before);
  return [subject, dueDay, ...(priority ? [priority] : [])];
};

describe('a task in one line', () => {
  it('TK23 understands a day at its end or beginning, in the words of the language', () => {
    expect(read('Call Léa tomorrow')).toEqual(['Call Léa', '2026-11-21']);
    expect(read('Today: call Léa')).toEqual(['Today: call Léa', undefined]);
    expect(read('Tomorrow call Léa')).toEqual(['call Léa', '2026-11-21']);
    expect(read('Send samples on Friday')).toEqual(['Send samples', '2026-11-27']);
    expect(read('Send samples by Dec 18')).toEqual(['Send samples', '2026-12-18']);
    expect(read('Angebot 18.12.2026', 'de', ['am'])).toEqual(['Angebot', '2026-12-18']);
    expect(read('Angebot schicken am Montag', 'de', ['am'])).toEqual(['Angebot schicken', '2026-11-23']);
    expect(read('Angebot übermorgen', 'de')).toEqual(['Angebot', '2026-11-22']);
    expect(read('Llamar a Léa mañana', 'es')).toEqual(['Llamar a Léa', '2026-11-21']);
    expect(read('明天寄样品', 'zh-Hans')).toEqual(['寄样品', '2026-11-21']);
    expect(read('寄样品明天', 'zh-Hans')).toEqual(['寄样品', '2026-11-21']);
  });

  it('TK23 leaves numbers, single words and parts of words alone', () => {
    expect(read('Order 12')).toEqual(['Order 12', undefined]);
    expect(read('tomorrow')).toEqual(['tomorrow', undefined]);
    expect(read('Watch Black Mondays')).toEqual(['Watch Black Mondays', undefined]);
    expect(read('Renewal!')).toEqual(['Renewal', undefined, 'high']);
    expect(read('Renewal tomorrow !!')).toEqual(['Renewal', '2026-11-21', 'high']);
    expect(read('!')).toEqual(['!', undefined]);
    expect(read('  ')).toEqual(['', undefined]);
  });
});
