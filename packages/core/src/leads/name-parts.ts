/** The two parts of a person's name, where they can be told. */
export interface NameParts {
  readonly givenName?: string;
  readonly familyName?: string;
}

const HAN = /^[\p{Script=Han}]{2,5}$/u;
/** Chinese family names of two characters, simplified and traditional. */
const DOUBLE =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|司徒|东方|東方|皇甫|尉迟|尉遲|公孙|公孫|慕容|令狐|长孙|長孫|宇文|夏侯|轩辕|軒轅|端木|南宫|南宮|西门|西門|独孤|獨孤)/u;
const PARTICLES = new Set(
  'van von der den de del della di da dos das do du la le el al bin ibn ter ten zu zur af av mac o'.split(' '),
);

/**
 * Splits a full name: `Ludwig van Beethoven` before the particle, `Fontanel, Léa` at its comma, `王小明` behind the family
 * name (which has two characters in names such as 欧阳). One word alone is not split: nobody knows which part it is.
 */
export function nameParts(name: string): NameParts {
  const text = name.trim().replaceAll(/\s+/gu, ' ');
  const [family, given] = text.split(/\s*[,，]\s*/u, 2);
  if (family && given) return { givenName: given, familyName: family };
  if (HAN.test(text)) {
    const length = text.length > 2 && DOUBLE.test(text) ? 2 : 1;
    return { familyName: text.slice(0, length), givenName: text.slice(length) };
  }
  const words = text.split(' ');
  if (words.length < 2) return {};
  let at = words.length - 1;
  while (at > 1 && PARTICLES.has((words[at - 1] ?? '').toLowerCase())) at--;
  return { givenName: words.slice(0, at).join(' '), familyName: words.slice(at).join(' ') };
}

/** A name as one writes it: `LÉA FONTANEL` and `léa fontanel` become `Léa Fontanel`; what has both cases stays as it is. */
export function writtenName(name: string): string {
  const text = name.normalize('NFC').trim().replaceAll(/\s+/gu, ' ');
  if (text !== text.toUpperCase() && text !== text.toLowerCase()) return text;
  return text
    .toLowerCase()
    .replaceAll(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase())
    .replaceAll(/(?<=\s)(?:Van|Von|Der|Den|De|Del|Della|Di|Da|Dos|Du|La|Zu|Bin|Ibn|Af|Av)(?=\s)/g, (word) =>
      word.toLowerCase(),
    );
}
