import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What a list says that people put in order. */
export const orderMessages = translated('order', (format: Format) => ({
  grip: (label: string) => `Move ${label}`,
  gripHint: 'Drag, or use the arrow keys',
  up: (label: string) => `Move ${label} up`,
  down: (label: string) => `Move ${label} down`,
  moved: (label: string, place: number, count: number) =>
    `${label} is ${format.number(place)} of ${format.number(count)} now`,
}));
