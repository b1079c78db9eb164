import type { LitElement } from 'lit';

/**
 * Draws an element anew and leaves the focus in its place: where the control that had it goes away, the box around it
 * takes it over, so that the next Tab goes on from there. The box is found by `selector` and can be focused.
 */
export async function redrawAt(host: LitElement, selector: string): Promise<void> {
  const root = host.renderRoot as ShadowRoot;
  const isInside = root.querySelector(selector)?.contains(root.activeElement) ?? false;
  host.requestUpdate();
  await host.updateComplete;
  if (isInside && !root.activeElement) root.querySelector<HTMLElement>(selector)?.focus();
}
