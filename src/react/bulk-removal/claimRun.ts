import { newKey } from '../../core/wire.ts'
import { runOf, type SavedRun, textOf } from './savedRuns.ts'

/** This tab's hold on a run: no other tab works on it meanwhile. */
export interface RunClaim {
  /** Tells other tabs that show it how far it is. */
  tell(run: SavedRun): void
  release(): void
}

const nameOf = (id: string) => `avatarkit-bulk:${id}`
/** How often a tab without Web Locks says that it is still there, and when it counts as gone. */
const BEAT_MS = 2000
const GONE_MS = 7000
/** What the other tab said last may come after it has let go. */
const LAST_NEWS_MS = 300
/** Pages without TLS have no Web Locks. */
const locks = () => (typeof navigator === 'undefined' ? undefined : navigator.locks)
const tab = newKey()

/** `undefined` where another tab has it. */
export async function claimRun(id: string): Promise<RunClaim | undefined> {
  const release = await (locks() ? lock(id) : heartbeat(id))
  if (!release) return undefined
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(nameOf(id))
  return {
    tell: (run) => channel?.postMessage(textOf(run)),
    release: () => {
      channel?.close()
      release()
    },
  }
}

/** Follows a run that another tab works on, until the result is called: how far it is, and that the tab has let go of it. */
export function followRun(id: string, onNews: (run: SavedRun) => void, onFree: () => void): () => void {
  const stop = new AbortController()
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(nameOf(id))
  if (channel)
    channel.onmessage = ({ data }) => {
      const run = runOf(typeof data === 'string' ? data : null)
      if (run?.id === id) onNews(run)
    }
  let timer: ReturnType<typeof setTimeout> | undefined
  const free = () => {
    timer ??= setTimeout(onFree, LAST_NEWS_MS)
  }
  if (locks()) {
    locks()!
      .request(nameOf(id), { signal: stop.signal, mode: 'shared' }, free)
      .catch(() => {})
  } else {
    const watch = setInterval(() => {
      if (!beatOf(id)) free()
    }, BEAT_MS)
    stop.signal.addEventListener('abort', () => clearInterval(watch))
  }
  return () => {
    stop.abort()
    clearTimeout(timer)
    channel?.close()
  }
}

/** Whether another tab works on it now. */
export async function isClaimed(id: string): Promise<boolean> {
  if (!locks()) return beatOf(id) !== undefined
  const { held = [] } = await locks()!.query()
  return held.some(({ name, mode }) => name === nameOf(id) && mode === 'exclusive')
}

function lock(id: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    const held = (granted: Lock | null) =>
      granted ? new Promise<void>((release) => resolve(release)) : resolve(undefined)
    locks()!
      .request(nameOf(id), { ifAvailable: true }, held)
      .catch(() => resolve(undefined))
  })
}

/** The other tab that has said lately that it has the run. */
function beatOf(id: string): string | undefined {
  try {
    const [owner, at] = (localStorage.getItem(nameOf(id)) ?? '').split(' ')
    return owner && owner !== tab && Date.now() - Number(at) < GONE_MS ? owner : undefined
  } catch {
    return undefined
  }
}

async function heartbeat(id: string): Promise<(() => void) | undefined> {
  if (beatOf(id)) return undefined
  const beat = () => {
    try {
      localStorage.setItem(nameOf(id), `${tab} ${Date.now()}`)
    } catch {
      // Where nothing may be kept, no other tab knows of the run either.
    }
  }
  beat()
  // Two tabs may have written at once: the last one has it.
  await new Promise((resolve) => setTimeout(resolve, 50))
  if (beatOf(id)) return undefined
  const timer = setInterval(beat, BEAT_MS)
  return () => {
    clearInterval(timer)
    try {
      localStorage.removeItem(nameOf(id))
    } catch {
      // As above.
    }
  }
}
