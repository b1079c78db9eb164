import type { Instant } from '@kith/core';

/** What is not in the page's `lang`: provided by `<kith-app>`, or taken from the browser. */
export interface LocaleSettings {
  /** IANA name; decides which day it is and how moments are shown. */
  readonly timeZone: string;
  /** ISO 4217; what a new amount is written in where nothing else says so. */
  readonly currency: string;
  /** The clock. A test or a story sets its own. */
  now(): Instant;
}
