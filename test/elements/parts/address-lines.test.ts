import { describe, expect, it } from 'vitest';
import { addressText, type PostalAddress } from '../../../packages/elements/src/parts/address-lines.js';

const HANGZHOU = { street: '文三路1号', postalCode: '310000', city: '杭州市', region: '浙江省', country: 'CN' };
const MUNICH = { street: 'Marienplatz 1', postalCode: '80331', city: 'München', country: 'DE' };

describe('an address', () => {
  it('CD65 stands in the order of its country, for readers of any language', () => {
    expect(addressText(MUNICH, 'en')).toBe('Marienplatz 1, 80331 München, Germany');
    expect(
      addressText(
        { street: '548 Market St', postalCode: '94104', city: 'San Francisco', region: 'CA', country: 'US' },
        'de',
      ),
    ).toBe('548 Market St, San Francisco, CA 94104, Vereinigte Staaten');
    expect(
      addressText({ street: 'Unit 2\n10 Downing St', postalCode: 'SW1A 2AA', city: 'London', country: 'GB' }, 'es'),
    ).toBe('Unit 2, 10 Downing St, London, SW1A 2AA, Reino Unido');
    expect(addressText({ street: 'طريق الملك فهد', postalCode: '11564', city: 'الرياض', country: 'SA' }, 'ar')).toBe(
      'طريق الملك فهد، الرياض 11564، المملكة العربية السعودية',
    );
  });

  it('CD65 goes from the large to the small where its own script is written so, and in Latin letters the other way', () => {
    expect(addressText(HANGZHOU, 'en')).toBe('China 310000 浙江省杭州市 文三路1号');
    expect(
      addressText(
        { street: '1 Wensan Rd', postalCode: '310000', city: 'Hangzhou', region: 'Zhejiang', country: 'CN' },
        'en',
      ),
    ).toBe('1 Wensan Rd, Hangzhou, Zhejiang, 310000, China');
    expect(addressText({ street: '千代田1-1', city: '千代田区', region: '東京都', country: 'JP' }, 'zh-Hans')).toBe(
      '日本 東京都千代田区 千代田1-1',
    );
  });

  it('CD65 names no country that is the reader’s own', () => {
    expect(addressText(MUNICH, 'de-DE')).toBe('Marienplatz 1, 80331 München');
    expect(addressText(MUNICH, 'de-AT')).toContain('Deutschland');
    expect(addressText(HANGZHOU, 'zh-Hans-CN')).toBe('310000 浙江省杭州市 文三路1号');
    expect(addressText({ country: 'DE' }, 'de-DE')).toBe('Deutschland');
  });

  it('CD65 loses no part that somebody wrote down', () => {
    const parts: PostalAddress = { street: 'A 1', postalCode: '123', city: 'Strelsau', region: 'Hentzau' };
    for (const country of ['DE', 'AE', 'HK', 'JP', 'FR', 'SG', 'US', 'QA', 'Ruritania', undefined]) {
      const text = addressText({ ...parts, country }, 'en');
      for (const part of Object.values(parts)) expect(text, country).toContain(part);
    }
    expect(addressText({ city: 'Singapore', postalCode: '018956', country: 'SG' }, 'de')).toBe(
      'SINGAPORE 018956, Singapur',
    );
    expect(addressText({ city: 'Berlin', region: 'Berlin' }, 'de')).toBe('Berlin');
    expect(addressText({}, 'en')).toBe('');
  });
});
