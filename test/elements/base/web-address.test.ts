import { describe, expect, it } from 'vitest';
import { webAddress } from '../../../packages/elements/src/base/web-address.js';

describe('webAddress', () => {
  it('CD16 takes addresses of the web, with or without their scheme, and nothing else', () => {
    expect(webAddress('brevent.example')).toBe('https://brevent.example/');
    expect(webAddress('http://brevent.example/fr')).toBe('http://brevent.example/fr');
    for (const text of [
      'javascript:alert(1)',
      'JavaScript:alert(1)',
      'data:text/html,x',
      'file:///etc',
      'not a site',
      ' javascript:alert(1)',
    ])
      expect(webAddress(text), text).toBeUndefined();
  });
});
