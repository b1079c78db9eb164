/** What an attribute takes: one of these, any text, on or off, or a number from one to another. */
type Takes = readonly string[] | 'text' | 'boolean' | { readonly from: number; readonly to: number };

const LANGUAGES = ['en', 'zh-Hans', 'zh-Hant', 'de', 'es', 'ar'];

/** Attributes of an element that can be tried out below its stories; its language always. */
export const controls = (attributes: Readonly<Record<string, Takes>>) =>
  Object.fromEntries(
    Object.entries({ ...attributes, lang: LANGUAGES }).map(([name, takes]) => [name, controlFor(takes)]),
  );

function controlFor(takes: Takes) {
  if (takes === 'text') return { control: { type: 'text' as const } };
  if (takes === 'boolean') return { control: { type: 'boolean' as const } };
  if ('from' in takes) return { control: { type: 'number' as const, min: takes.from, max: takes.to } };
  return { control: { type: 'select' as const }, options: takes };
}

/** For the story that an element's page begins with: it stands in the page itself, where the controls reach it, with its markup. */
export const onItsPage = { parameters: { docs: { story: { inline: true }, source: { type: 'dynamic' } } } };
