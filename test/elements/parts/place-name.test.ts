import { describe, expect, it } from 'vitest';
import { countryName, languageName, placeName } from '../../../packages/elements/src/parts/place-name.js';

describe('names of places and languages', () => {
  it('CD1 are those of the reader where the code is known, and the source’s own where not', () => {
    expect(placeName({ city: 'Annecy', country: 'FR' }, 'en')).toBe('Annecy, France');
    expect(placeName({ region: 'Savoie', country: 'FR' }, 'zh-Hans')).toBe('法国Savoie');
    expect(placeName({ city: 'Annecy', country: 'FR' }, 'ar')).toBe('Annecy، فرنسا');
    expect(placeName({ city: 'Annecy', country: 'FR' }, 'fr-FR')).toBe('Annecy');
    expect(placeName({ country: 'FR' }, 'fr-FR')).toBe('France');
    expect(placeName({}, 'en')).toBe('');
    expect(countryName('United Kingdom', 'en')).toBe('United Kingdom');
    expect(languageName('fr', 'en')).toBe('French');
    expect(languageName('not a tag!', 'en')).toBe('not a tag!');
  });
});
