import { inAsciiFigures } from './figures.js';

/**
 * Reads a number as people of a language type it (`18,000.5`, `18.000,5`, `١٨٬٠٠٠٫٥`) into plain digits; undefined when
 * it is none. Groups may be left out, or be spaces; what looks like a group but is none (`12.5` where the point makes
 * groups) is refused, not guessed. Arabic figures and signs are read under any tag, and Latin ones where Arabic are written.
 */
export function readNumber(text: string, lang: string): string | undefined {
  const format = new Intl.NumberFormat(lang);
  const parts = format.formatToParts(-12345.6);
  const sign = (type: string): string => parts.find((part) => part.type === type)?.value.replace('’', "'") ?? ' ';
  const [decimal, group] = [sign('decimal'), sign('group')];
  const figures = inAsciiFigures(text.normalize('NFKC').trim(), format.format(0).charCodeAt(0));
  const latin = decimal === '٫' ? figures.replaceAll('.', decimal).replaceAll(',', group) : figures;
  const typed = latin
    .replaceAll('’', "'")
    .replaceAll('٫', decimal)
    .replaceAll('٬', group)
    .replace(/^[\u200e\u200f\u061c]*[-\u2212]/, '-');
  const [whole = '', fraction, ...more] = typed.split(decimal);
  const groups = whole.replaceAll(group, ' ').replace(/\s/g, ' ');
  if (more.length > 0 || !/^-?(\d+|\d{1,3}( \d{2,3})* \d{3})$/.test(groups) || !/^\d*$/.test(fraction ?? ''))
    return undefined;
  const digits = groups.replaceAll(' ', '');
  return fraction ? `${digits}.${fraction}` : digits;
}
