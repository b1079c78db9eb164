import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What is said before a version is published, and of those there were. */
export const publishMessages = translated('publishPipeline', (format: Format) => ({
  title: (version: number) => `Publish version ${format.number(version)}`,
  close: 'Close',
  cancel: 'Cancel',
  publish: 'Publish',
  publishing: 'Publishing…',
  text: 'It holds for everybody at once. Deals that have to move follow right behind, and all of it can be taken back.',
  changes: 'What changes',
  renamedTo: (from: string, to: string) => `${from} is called ${to}`,
  added: (stage: string) => `${stage} is new`,
  removed: (stage: string) => `${stage} goes`,
  retyped: (stage: string, type: string) => `${stage} becomes: ${type}`,
  ruled: (stage: string) => `${stage} has other rules`,
  reordered: 'The stages stand in another order',
  going: (count: number, stage: string, to: string) =>
    format.plural(count, {
      one: `${format.number(count)} deal goes from ${stage} to ${to}`,
      other: `${format.number(count)} deals go from ${stage} to ${to}`,
    }),
  follow: (count: number, stage: string) =>
    format.plural(count, {
      one: `${format.number(count)} deal of ${stage} follows`,
      other: `${format.number(count)} deals of ${stage} follow`,
    }),
  lossReason: 'Why these deals are lost',
  versions: (name: string) => `Versions of ${name}`,
  versionsText: 'Every definition there was. The latest can be taken back, with the deals that have followed it.',
  noVersions: 'It was never changed.',
  loading: 'Reading the versions',
  unreadable: 'The versions cannot be read.',
  version: (version: number) => `Version ${format.number(version)}`,
  takenBack: 'As it was before',
  takeBack: 'Take back',
  takingBack: 'Taking back…',
}));

/** The sentences of {@link publishMessages}. */
export type PublishSentences = ReturnType<typeof publishMessages.en>;
