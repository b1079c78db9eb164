import pairs from 'opencc-js/dict/TSCharacters';

const simplified = new Map(
  pairs.split('|').map((pair) => {
    const [traditional = '', simple = ''] = pair.split(' ');
    return [traditional, simple];
  }),
);

/**
 * Puts simplified characters in the place of traditional ones, each by itself. For finding that is enough: where one
 * character has several traditional forms, all of them become the same.
 */
export const simplify = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, (character) => simplified.get(character) ?? character);
