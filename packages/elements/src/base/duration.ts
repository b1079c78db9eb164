const formats = new Map<string, Intl.NumberFormat>();

/** A number of minutes, `18 min`. */
export const minutesText = (minutes: number, lang: string): string => unit('minute', 'short', lang).format(minutes);

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long something lasted, in the largest unit that it fills: `12 days`, `5 hr`, `20 min`. Takes milliseconds. */
export function durationText(millis: number, lang: string): string {
  if (millis >= DAY) return unit('day', 'long', lang).format(Math.floor(millis / DAY));
  if (millis >= HOUR) return unit('hour', 'short', lang).format(Math.floor(millis / HOUR));
  return minutesText(Math.max(0, Math.floor(millis / 60_000)), lang);
}

function unit(name: 'minute' | 'hour' | 'day', unitDisplay: 'short' | 'long', lang: string): Intl.NumberFormat {
  const key = `${lang} ${name}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(lang, { style: 'unit', unit: name, unitDisplay });
    formats.set(key, format);
  }
  return format;
}
