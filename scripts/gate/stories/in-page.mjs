// What is run in the page of a story.

/**
 * Storybook's own channel says how a story ended, and what axe found in it (the a11y addon runs it after
 * each story); the channel is caught as it is made.
 */
export function listenForTheEnd() {
  window.__storyEnded = new Promise((resolve) => {
    setTimeout(() => resolve(['it did not end within 60 s']), 60_000);
    const words = (event, detail) =>
      `${event}: ${(Array.isArray(detail) ? detail[0] : detail)?.message ?? JSON.stringify(detail)}`;
    const violations = (report) =>
      (report.result?.violations ?? []).map(
        (each) => `${each.id} (${each.help}): ${each.nodes.map((node) => node.target.flat().join(' ')).join(' | ')}`,
      );
    let channel;
    Object.defineProperty(window, '__STORYBOOK_ADDONS_CHANNEL__', {
      configurable: true,
      get: () => channel,
      set(made) {
        channel = made;
        const thrown = [];
        made.on('playFunctionThrewException', (detail) => thrown.push(words('play', detail)));
        for (const event of ['storyThrewException', 'storyErrored', 'storyMissing', 'unhandledErrorsWhilePlaying'])
          made.on(event, (detail) => resolve([words(event, detail)]));
        made.on('storyFinished', ({ status, reporters = [] }) => {
          const found = [...thrown, ...reporters.flatMap(violations)];
          const isRead = reporters.some((report) => report.type === 'a11y');
          if (!isRead && thrown.length === 0) found.push('axe did not read it');
          resolve(found.length > 0 || status === 'success' ? found : [status]);
        });
      },
    });
  });
}

/** Puts another theme, direction or language on the page, and waits until every element is drawn in it. */
export async function wear({ theme, direction, locale }) {
  const page = document.documentElement;
  page.dataset.theme = theme;
  page.dir = direction;
  page.lang = locale;
  function* below(root) {
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* below(element.shadowRoot);
    }
  }
  for (let calm = 0; calm < 2; ) {
    await new Promise(requestAnimationFrame);
    const all = [...below(document)];
    calm = all.some((element) => element.isUpdatePending) ? 0 : calm + 1;
    // Colours that are on their way to others are neither.
    for (const root of [document, ...all.flatMap(({ shadowRoot }) => shadowRoot ?? [])])
      for (const animation of root.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
  }
  await document.fonts.ready;
}

/** What axe, which the a11y addon has loaded, finds in the page as it is now: by some rules only, or without some. */
export async function findViolations({ only, without = [] }) {
  const off = Object.fromEntries(['region', ...without].map((rule) => [rule, { enabled: false }]));
  const { violations } = await window.axe.run(
    { include: ['body'], exclude: ['.sb-wrapper', '#storybook-docs', '#storybook-highlights-root'] },
    only ? { runOnly: { type: 'rule', values: only } } : { rules: off },
  );
  return violations.map(
    (each) => `${each.id} (${each.help}): ${each.nodes.map((node) => node.target.flat().join(' ')).join(' | ')}`,
  );
}
