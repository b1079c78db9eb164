// Loaded before anything else: tells of every call that takes a string for markup or code, when a payload is in it.
window.tried = { payloads: [], seen: new Set() };
{
  const { tried } = window;
  const look = (sink, value) => {
    const text = String(value);
    if (tried.payloads.some((payload) => text.includes(payload))) tried.seen.add(`${sink}: ${text.slice(0, 300)}`);
  };
  const wrapSetter = (owner, name) => {
    const { get, set, ...rest } = Object.getOwnPropertyDescriptor(owner, name);
    Object.defineProperty(owner, name, {
      ...rest,
      get,
      set(value) {
        look(name, value);
        set.call(this, value);
      },
    });
  };
  const wrapCall = (owner, name, which = () => true) => {
    const original = owner[name];
    owner[name] = function (...parameters) {
      if (which(...parameters)) look(name, parameters.join(' '));
      return original.apply(this, parameters);
    };
  };
  for (const owner of [Element.prototype, ShadowRoot.prototype]) {
    wrapSetter(owner, 'innerHTML');
    if (owner.setHTMLUnsafe) wrapCall(owner, 'setHTMLUnsafe');
  }
  wrapSetter(Element.prototype, 'outerHTML');
  wrapSetter(HTMLIFrameElement.prototype, 'srcdoc');
  wrapSetter(HTMLScriptElement.prototype, 'src');
  wrapSetter(HTMLScriptElement.prototype, 'text');
  wrapCall(Element.prototype, 'insertAdjacentHTML');
  wrapCall(Element.prototype, 'setAttribute', (name) => /^(on|srcdoc$|style$)/i.test(name));
  wrapCall(Document.prototype, 'write');
  wrapCall(Document.prototype, 'writeln');
  wrapCall(Range.prototype, 'createContextualFragment');
  wrapCall(DOMParser.prototype, 'parseFromString');
  wrapCall(window, 'eval');
  wrapCall(window, 'setTimeout', (code) => typeof code === 'string');
  wrapCall(window, 'setInterval', (code) => typeof code === 'string');
  wrapCall(window, 'open');
  window.Function = new Proxy(Function, {
    construct(target, parameters) {
      look('Function', parameters.join(' '));
      return Reflect.construct(target, parameters);
    },
  });
  // What payloads do when they run.
  for (const name of ['alert', 'confirm', 'prompt', 'print'])
    window[name] = () => {
      tried.seen.add(`${name}() was called`);
    };
}
