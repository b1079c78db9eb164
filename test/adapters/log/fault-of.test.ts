import { StorageFault } from '@kith/adapters';
import { describe, expect, it } from 'vitest';
import { faultOf } from '../../../packages/adapters/src/log/fault-of.js';

const named = (name: string, extra: object = {}) => Object.assign(new Error(''), { name, ...extra });
const kindOf = (error: unknown) => (faultOf(error) as StorageFault).fault.kind;

describe('what errors of the storage come to', () => {
  it('P1 finds a full disk by its name, wherever it hides', () => {
    expect(kindOf(named('QuotaExceededError'))).toBe('quota');
    expect(kindOf(named('QuotaExceededError '))).toBe('quota');
    expect(kindOf(named('AbortError', { inner: named('QuotaExceededError ') }))).toBe('quota');
    expect(kindOf(named('AbortError', { inner: named('AbortError', { cause: named('QuotaExceededError') }) }))).toBe(
      'quota',
    );
  });

  it('P1 says that the outcome is unknown when the connection was lost', () => {
    for (const name of ['AbortError', 'UnknownError', 'InvalidStateError', 'DatabaseClosedError'])
      expect(faultOf(named(name))).toMatchObject({ fault: { kind: 'unavailable', applied: 'unknown' } });
  });

  it('P9 takes a version error for newer data', () => {
    expect(kindOf(named('VersionError'))).toBe('superseded');
  });

  it('says what to do where there is no IndexedDB', () => {
    expect(faultOf(named('MissingAPIError'))).toMatchObject({ fault: { kind: 'unsupported' } });
    expect((faultOf(named('MissingAPIError')) as Error).message).toContain('memoryAdapter');
  });

  it('keeps the cause', () => {
    const error = named('QuotaExceededError');
    expect((faultOf(error) as Error).cause).toBe(error);
  });

  it('leaves alone what is no failure of the storage', () => {
    const mistake = new TypeError('undefined is not a function');
    expect(faultOf(mistake)).toBe(mistake);
    const fault = new StorageFault({ kind: 'closed' });
    expect(faultOf(fault)).toBe(fault);
  });

  it('comes to an end with errors that contain themselves', () => {
    const loop: Error & { cause?: unknown } = named('AbortError');
    loop.cause = loop;
    expect(kindOf(loop)).toBe('unavailable');
  });
});
