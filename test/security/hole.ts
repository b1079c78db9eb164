/** Defines `<x-hole>`, which does what no element may: it proves that the harness would see it. */
export function openHole(): void {
  customElements.define(
    'x-hole',
    class extends HTMLElement {
      connectedCallback(): void {
        const root = this.attachShadow({ mode: 'open' });
        for (const payload of window.tried.payloads) {
          const box = document.createElement('div');
          const link = document.createElement('a');
          link.setAttribute('href', payload);
          root.append(link, box);
          try {
            box.innerHTML = payload;
          } catch {
            // Trusted Types forbid it, and sinks.js has seen it.
          }
        }
      }
    },
  );
}
