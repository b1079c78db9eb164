// What is done in the page of a story.

/** Catches Storybook's channel as it is made; it is asked for stories, and says how each ended (`window.__show(id)`). */
export function listenForTheEnd() {
  const LONGEST_IN_MILLIS = 60_000;
  let channel;
  let end;
  let ended;
  let thrown;
  const begin = () => {
    thrown = [];
    ended = new Promise((resolve) => {
      end = resolve;
      window.__stage.setTimeout(() => resolve(['it did not end within 60 s']), LONGEST_IN_MILLIS);
    });
  };
  const words = (event, detail) =>
    `${event}: ${(Array.isArray(detail) ? detail[0] : detail)?.message ?? JSON.stringify(detail)}`;
  begin();

  /** The story that the page was opened with, or another in its place. Answers what is wrong with it. */
  window.__show = (storyId) => {
    if (storyId === undefined) return ended;
    begin();
    localStorage.clear();
    sessionStorage.clear();
    scrollTo(0, 0);
    channel.emit('setCurrentStory', { storyId, viewMode: 'story' });
    return ended;
  };
  Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(made) {
      channel = made;
      made.on('playFunctionThrewException', (detail) => thrown.push(words('play', detail)));
      for (const event of ['storyThrewException', 'storyErrored', 'storyMissing', 'unhandledErrorsWhilePlaying'])
        made.on(event, (detail) => end([words(event, detail)]));
      made.on('storyFinished', ({ status }) => end(thrown.length > 0 || status === 'success' ? thrown : [status]));
    },
  });
}

/** Puts another theme, direction or language on the page. */
export function wear({ theme, direction, locale }) {
  const page = document.documentElement;
  page.dataset.theme = theme;
  page.dir = direction;
  page.lang = locale;
}

/** What axe finds in the page as it is now. */
export async function findViolations() {
  const { violations } = await window.axe.run(
    { include: ['body'], exclude: ['.sb-wrapper', '#storybook-docs', '#storybook-highlights-root'] },
    // Parts of a page stand in no landmark.
    { reporter: 'no-passes', preload: false, rules: { region: { enabled: false } } },
  );
  return violations.map(
    (each) => `${each.id} (${each.help}): ${each.nodes.map((node) => node.target.flat().join(' ')).join(' | ')}`,
  );
}
