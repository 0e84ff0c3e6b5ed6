/**
 * For PostCSS: gives every selector of a stylesheet named `….unlayered.css` the weight of one class, all of them
 * alike, so that what wins over what inside the kit stays as it is in the layer. Without it a host's
 * `button { all: unset }` outside of any layer would beat `:where([data-slot='…'])`, which weighs nothing.
 */
export const unlayered = {
  postcssPlugin: 'avatarkit-unlayered',
  OnceExit(root, { result }) {
    if (!/\.unlayered\.css(\?|$)/.test(result.opts.from ?? '')) return
    root.walkRules((rule) => {
      // A nested rule has its parent's weight already; steps of an animation have none.
      for (let at = rule.parent; at; at = at.parent) {
        if (at.type === 'rule' || (at.type === 'atrule' && at.name.endsWith('keyframes'))) return
      }
      rule.selectors = rule.selectors.map(heavier)
    })
  },
}

/** No element has this class. It stands before a pseudo-element, which must be the last. */
const weight = ':not(._)'

const heavier = (selector) => selector.replace(/(::[\w-]+(?:\([^()]*\))?(?::[\w-]+)*)?$/, `${weight}$1`)
