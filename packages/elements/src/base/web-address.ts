/** Where a website is; undefined for what is no address of the web, so that data can never bring a `javascript:` link in. */
export function webAddress(website: string): string | undefined {
  const text = /^[a-z][a-z\d+.-]*:/i.test(website) ? website : `https://${website}`;
  if (!URL.canParse(text)) return undefined;
  const { protocol, href } = new URL(text);
  return protocol === 'https:' || protocol === 'http:' ? href : undefined;
}
