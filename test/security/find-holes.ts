/** Where a link may lead. */
const SCHEMES = ['http:', 'https:', 'mailto:', 'tel:', 'blob:'];
const FORBIDDEN = ['script', 'iframe', 'frame', 'object', 'embed', 'base', 'meta', 'link', 'applet', 'portal'];
const ADDRESSES = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'poster', 'background'];

/** What stands in a drawn tree, shadow roots included, that could run something or lead to where it runs. */
export function* findHoles(root: ParentNode): Generator<string> {
  for (const element of root.querySelectorAll('*')) {
    if (FORBIDDEN.includes(element.localName)) yield `<${element.localName}> was drawn`;
    for (const { name, value } of element.attributes) {
      if (name.startsWith('on')) yield `<${element.localName}> has ${name}="${value}"`;
      if (ADDRESSES.includes(name) && !leadsOn(value)) yield `<${element.localName}> has ${name}="${value}"`;
    }
    if (element.shadowRoot) yield* findHoles(element.shadowRoot);
  }
}

function leadsOn(address: string): boolean {
  try {
    return SCHEMES.includes(new URL(address, document.baseURI).protocol);
  } catch {
    // No address at all: the browser leads nowhere.
    return true;
  }
}
