/** The zeros of Arabic script: those of Arabic, and those of Persian and Urdu. */
const ARABIC_ZEROS = [0x0660, 0x06f0];

/** A text with its figures as 0 to 9: those of a language, by its zero, and those of Arabic script, which people type under any tag of it. */
export const inAsciiFigures = (text: string, zero: number): string =>
  [...text]
    .map((character) => {
      const code = character.charCodeAt(0);
      const own = [zero, ...ARABIC_ZEROS].find((first) => code >= first && code < first + 10);
      return own === undefined ? character : String(code - own);
    })
    .join('');
