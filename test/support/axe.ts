import { expect } from '@open-wc/testing';

/**
 * Has axe read an element, and what is slotted into it, in Chromium. It reads names, roles, states and colours, which are
 * the same in each engine, and takes ten times as long in some.
 */
export async function expectNothingFromAxe(element: Element): Promise<void> {
  if (isChromium) await expect(element).to.be.accessible();
}

const isChromium = 'userAgentData' in navigator;
