import { type Context, ContextEvent } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Those whose request nobody has answered yet. */
const unanswered = new Set<{ ask(): void }>();
let isListening = false;

/**
 * What is provided for an element somewhere above it, by the context protocol of the web components community group. An
 * element that is there before its provider asks again when one appears, so their order does not matter.
 */
export class Above<Value> implements ReactiveController {
  /** What is provided; the last value there was, once the element has left its provider. */
  value: Value | undefined;
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #context: Context<symbol, Value>;
  #end: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, context: Context<symbol, Value>) {
    this.#host = host;
    this.#context = context;
    host.addController(this);
  }

  hostConnected(): void {
    listen();
    unanswered.add(this);
    this.ask();
  }

  hostDisconnected(): void {
    unanswered.delete(this);
    this.#end?.();
    this.#end = undefined;
  }

  ask(): void {
    this.#host.dispatchEvent(new ContextEvent(this.#context, this.#host, this.#take, true));
  }

  readonly #take = (value: Value, end?: () => void): void => {
    unanswered.delete(this);
    // A nearer provider has taken over.
    if (end !== this.#end) this.#end?.();
    this.#end = end;
    this.value = value;
    this.#host.requestUpdate();
  };
}

function listen(): void {
  if (isListening) return;
  isListening = true;
  document.addEventListener('context-provider', () => {
    for (const each of [...unanswered]) each.ask();
  });
}
