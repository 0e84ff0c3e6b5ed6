import type { QueryClient } from '@tanstack/react-query'
import { AvatarKitError } from '../core/errors.ts'
import { Ledger, type LedgerOptions } from './Ledger.ts'
import { Mutations } from './mutations.ts'

interface Engine {
  ledger: Ledger
  mutations: Mutations
}

const engines = new WeakMap<QueryClient, Engine>()

/**
 * The one ledger of a QueryClient and its tie to that client's mutations. Options apply when it is made.
 *
 * @throws AvatarKitError `misconfigured` where `fields` differ from those it was made with
 */
export function engineOf(client: QueryClient, options: LedgerOptions = {}): Engine {
  let engine = engines.get(client)
  if (!engine) {
    const ledger = new Ledger(client, options)
    engines.set(client, (engine = { ledger, mutations: new Mutations(client, ledger) }))
  } else if (options.fields && options.fields !== engine.ledger.fields) {
    throw new AvatarKitError('misconfigured', {
      message:
        'avatarkit: two providers on one QueryClient have different `fields`. Define them once, outside components, and give both the same value.',
    })
  }
  return engine
}

/** The one ledger of a QueryClient. Options apply when it is made; see `LedgerOptions`. */
export function imageLedger(client: QueryClient, options?: LedgerOptions): Ledger {
  return engineOf(client, options).ledger
}
