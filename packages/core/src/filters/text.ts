const ASCII = /^[\0-\x7f]*$/;

/**
 * Text as it is searched: composed (NFC) and without regard to case, by Unicode's own mapping to capitals and back, so
 * that `STRASSE` finds Straße and `istanbul` finds İstanbul. Accents stay: `resume` does not find résumé.
 */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFC')
    .toUpperCase()
    .toLowerCase()
    .replaceAll('ς', 'σ')
    .replaceAll('i\u0307', 'i')
    .normalize('NFC');
}

/** From U+0300 on there are combining marks and surrogates; text below is composed and sorts by itself. */
const NEEDS_CARE = /[\u0300-\uffff]/;

/** Compares two texts by the code points of their composed form: negative, zero or positive. The port's order. */
export function compareText(left: string, right: string): number {
  if (!NEEDS_CARE.test(left) && !NEEDS_CARE.test(right)) return left < right ? -1 : left > right ? 1 : 0;
  const [a, b] = [left.normalize('NFC'), right.normalize('NFC')];
  if (a === b) return 0;
  let at = 0;
  while (a.charCodeAt(at) === b.charCodeAt(at)) at++;
  // Where the texts part inside a surrogate pair, the pair began one unit earlier.
  return codePoint(a, at - 1) - codePoint(b, at - 1) || codePoint(a, at) - codePoint(b, at);
}

const codePoint = (text: string, at: number): number => text.codePointAt(at) ?? -1;
