import { describe, expect, it } from 'vitest';
import { splitNote } from '../../../packages/elements/src/activities/note.js';

describe('splitNote', () => {
  it('CD24 makes the first line the subject and the rest the body', () => {
    expect(splitNote('  Asked for a named contact \nBudget until 40,000.\n\nCalls back. ')).toEqual({
      subject: 'Asked for a named contact',
      body: 'Budget until 40,000.\n\nCalls back.',
    });
    expect(splitNote('One line')).toEqual({ subject: 'One line' });
  });

  it('CD24 cuts a first line that is too long between words and loses nothing', () => {
    const long = 'word '.repeat(150).trim();
    const { subject, body } = splitNote(`${long}\nAfter`);
    expect(subject.length).toBeLessThanOrEqual(500);
    expect(`${subject} ${body}`).toBe(`${long}\nAfter`);
    const unbroken = splitNote('x'.repeat(600));
    expect(unbroken).toEqual({ subject: 'x'.repeat(500), body: 'x'.repeat(100) });
  });
});
