/** What storage keeps: plain JSON. `-0` comes back as `0`; undefined is no value and is left out of objects. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [field: string]: Json };
