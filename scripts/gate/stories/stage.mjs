// What the page of a story stands on. Run in the page before anything else in it.

/**
 * Makes it always `now` there, and keeps count of what the page itself has on its way, so that one can wait until that
 * is done (`window.__stage.underway`). Long timers never end: a toast stays, a minute does not pass, however slow the
 * machine is.
 */
export function setTheStage(now) {
  const LONG_IN_MILLIS = 1000;
  const TheDate = Date;
  TheDate.now = () => now;
  window.Date = new Proxy(TheDate, {
    construct: (target, given, made) => Reflect.construct(target, given.length > 0 ? given : [now], made),
    apply: () => new TheDate(now).toString(),
  });

  const underway = new Map();
  const stage = { underway, setTimeout: window.setTimeout.bind(window) };
  window.__stage = stage;

  /** Replaces a function that promises a call later, and the one that takes it back. */
  function count(begin, end, isHeld = () => false) {
    const [plan, cancel] = [window[begin].bind(window), window[end].bind(window)];
    const held = (done, ...rest) => {
      if (typeof done !== 'function') return plan(done, ...rest);
      if (isHeld(...rest)) return -1;
      const id = plan(
        (...words) => {
          try {
            done(...words);
          } finally {
            underway.delete(`${begin} ${id}`);
          }
        },
        ...rest,
      );
      underway.set(`${begin} ${id}`, `${begin}(${done.name})`);
      return id;
    };
    window[begin] = held;
    window[end] = (id) => {
      underway.delete(`${begin} ${id}`);
      cancel(id);
    };
  }
  count('setTimeout', 'clearTimeout', (delay = 0) => delay >= LONG_IN_MILLIS);
  count('requestIdleCallback', 'cancelIdleCallback');

  const giveWay = window.scheduler.yield.bind(window.scheduler);
  let ways = 0;
  window.scheduler.yield = async (...rest) => {
    const way = `yield ${ways++}`;
    underway.set(way, 'scheduler.yield()');
    try {
      return await giveWay(...rest);
    } finally {
      underway.delete(way);
    }
  };
}

/** Waits until nothing that the page has begun is left to come. Answers what still is after half a minute, if so. */
export async function rest() {
  const PATIENCE_IN_MILLIS = 30_000;
  const CALM_FRAMES = 3;
  const began = performance.now();
  let changes = 0;
  const observer = new MutationObserver(() => changes++);
  const watched = new Set();
  function* below(root) {
    if (!watched.has(root)) {
      watched.add(root);
      observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    }
    for (const element of root.querySelectorAll('*')) {
      yield element;
      if (element.shadowRoot) yield* below(element.shadowRoot);
    }
  }
  /** What moves is shown where it ends; what never ends (a spinner), where it begins. */
  const hold = (animation) => {
    if (Number.isFinite(animation.effect.getComputedTiming().endTime)) return animation.finish();
    animation.pause();
    animation.currentTime = 0;
  };
  const { isWaiting } = window.__stage;
  const isInSight = (element) => {
    const { top, bottom, width } = element.getBoundingClientRect();
    return width > 0 && bottom > 0 && top < innerHeight && element.checkVisibility({ visibilityProperty: true });
  };
  const reasons = (all, before) => [
    ...new Set(window.__stage.underway.values()),
    ...(changes === before ? [] : ['changes of the tree']),
    ...(document.fonts.status === 'loading' ? ['fonts'] : []),
    ...all.flatMap((element) => {
      if (element.isUpdatePending) return [`the drawing of ${element.localName}`];
      if (element.localName === 'img' && !element.complete) return [`the image ${element.src}`];
      const isBusy = element.ariaBusy === 'true' || element.classList.contains('skeleton');
      return !isWaiting && isBusy && isInSight(element) ? [`what is in ${element.localName}.${element.className}`] : [];
    }),
  ];
  try {
    for (let calm = 0; calm < CALM_FRAMES; ) {
      const before = changes;
      await new Promise(requestAnimationFrame);
      const all = [...below(document)];
      for (const root of watched) for (const animation of root.getAnimations()) hold(animation);
      const left = reasons(all, before);
      calm = left.length > 0 ? 0 : calm + 1;
      if (performance.now() - began > PATIENCE_IN_MILLIS) return left;
    }
    return [];
  } finally {
    observer.disconnect();
  }
}
