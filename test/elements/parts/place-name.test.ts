import { describe, expect, it } from 'vitest';
import { countryName, languageName, placeName } from '../../../packages/elements/src/parts/place-name.js';

describe('names of places and languages', () => {
  it('CD1 are those of the reader where the code is known, and the source’s own where not', () => {
    expect(placeName({ city: 'Annecy', country: 'FR' }, 'en')).toBe('Annecy, France');
    expect(placeName({ region: 'Savoie', country: 'FR' }, 'zh-Hans')).toBe('Savoie, 法国');
    expect(placeName({}, 'en')).toBe('');
    expect(countryName('United Kingdom', 'en')).toBe('United Kingdom');
    expect(languageName('fr', 'en')).toBe('French');
    expect(languageName('not a tag!', 'en')).toBe('not a tag!');
  });
});
