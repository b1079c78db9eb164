const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

/** A size as people write it in a language, `1.2 MB` from 1,234,567. A thousand of one unit is one of the next. */
export function bytesText(bytes: number, lang: string): string {
  // What would be written as a thousand is one of the next unit already.
  const step = UNITS.findIndex((_, index) => Math.abs(bytes) < 999.5 * 1_000 ** index);
  const unit = UNITS[step] ?? 'terabyte';
  const value = bytes / 1_000 ** UNITS.indexOf(unit);
  const digits = value < 10 && unit !== 'byte' ? 1 : 0;
  const format = new Intl.NumberFormat(lang, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: digits,
  });
  return format.format(value);
}
