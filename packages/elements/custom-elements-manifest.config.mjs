// What the elements offer, for Storybook, editors and wrappers: `cem analyze` reads it off the classes' doc blocks.
const hidden = (member) =>
  member.privacy === 'private' ||
  member.privacy === 'protected' ||
  member.name?.startsWith('_') ||
  // What the platform calls.
  /^form\w+Callback$/.test(member.name);

/** Attributes that every element of HTML has, and that ours listen to. */
const GLOBAL = {
  lang: 'Its language: words, numbers, money and dates; that of the nearest element around it when left out.',
  dir: 'From left to right or from right to left; as the language is written when left out.',
};

const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        // What `dispatchEvent` was seen with has no words; what the doc block names has.
        if (declaration.events) declaration.events = declaration.events.filter(({ description }) => description);
        if (declaration.members) declaration.members = declaration.members.filter((member) => !hidden(member));
        if (declaration.attributes)
          declaration.attributes = declaration.attributes
            .filter((attribute) => !hidden(attribute))
            .map((attribute) => ({ ...attribute, description: attribute.description ?? GLOBAL[attribute.name] }));
      }
    }
  },
};

/** A class says its name without a prefix (`static readonly tag = 'timeline'`); the manifest knows it by the usual one. */
const namedByTag = {
  name: 'named-by-tag',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations ?? []) {
        const tag = declaration.members?.find((member) => member.static && member.name === 'tag');
        const name = /^'(.+)'$/.exec(tag?.default ?? '')?.[1];
        if (!name) continue;
        declaration.tagName = `kith-${name}`;
        declaration.customElement = true;
        declaration.members = declaration.members.filter((member) => member !== tag);
        module.exports.push({
          kind: 'custom-element-definition',
          name: declaration.tagName,
          declaration: { name: declaration.name, module: module.path },
        });
      }
    }
  },
};

/** Modules without an element are nobody's business but ours. */
const elementsOnly = {
  name: 'elements-only',
  packageLinkPhase({ customElementsManifest }) {
    customElementsManifest.modules = customElementsManifest.modules
      .filter((module) => module.declarations?.some((declaration) => declaration.tagName))
      // A folder lists its files in whatever order.
      .sort((left, right) => (left.path < right.path ? -1 : 1));
  },
};

export default {
  globs: ['src/**/*.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [namedByTag, publicOnly, elementsOnly],
};
