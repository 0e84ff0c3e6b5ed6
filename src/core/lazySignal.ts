import type { CallContext } from './adapter.ts'

/** Makes a context's signal. */
const SIGNAL = Symbol('signal')
/** One for all: an engine gives an object with a getter of its own a hidden class of its own, and to clear those away costs a server more than the rest of a call. */
const LAZY = {
  get(this: { [SIGNAL]: () => AbortSignal }) {
    return this[SIGNAL]()
  },
  enumerable: true,
  configurable: true,
}

/** With a signal that is there when it is asked for. */
export function having(context: CallContext, signal: () => AbortSignal): CallContext {
  const held = { [SIGNAL]: signal, ...context }
  // A context that another guard made has brought its own along.
  held[SIGNAL] = signal
  return Object.defineProperty(held, 'signal', LAZY)
}
