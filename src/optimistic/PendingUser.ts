import { type AvatarKitError, meaningOf } from '../core/errors.ts'
import type { ImageStatus } from '../core/status.ts'
import {
  type ImageChange,
  type ImageFields,
  imageKey,
  imageOf,
  type ProfileImage,
  type UserFields,
} from '../core/user.ts'
import type { QueryTrack } from './fetches.ts'
import type { Op } from './op.ts'
import { shadow } from './shadow.ts'

/** A copy's own image fields as the server is believed to hold them. */
interface Base {
  fields: ImageFields
  image: ProfileImage
}

/** What the ledger remembers of one user, as plain values: for developers' tools. */
export interface PendingUserSnapshot {
  userId: string
  /** What the admin intends: at most one sent and, behind it, one unsent. */
  ops: { change: ImageChange; state: string }[]
  /** The last image that the server is believed to hold, by query hash; `''` for none. */
  bases: Record<string, string>
  /** What the server last confirmed; `undefined` where it confirmed nothing yet. */
  confirmed: string | undefined
  superseded: string[]
  /** Unix ms until which late reads are distrusted. */
  guardedUntil: number
}

/**
 * What the ledger remembers of one user, from the first change until no late reply can bring back an
 * outdated image: what the admin intends (`ops`) and what the server is believed to hold.
 */
export class PendingUser {
  readonly id: string
  /** At most one sent and, behind it, one unsent. */
  readonly ops: Op[] = []
  /** What the server last confirmed. */
  confirmed: { image: ProfileImage; version: number | undefined } | undefined
  /** Ledger clock at the last success. */
  settledSeq = 0
  /** Real time until which a read may still be served from before the last settle. */
  expires = 0
  /** Images known to be outdated. */
  readonly superseded: Set<string> = new Set()
  /** Images that exist only as our overlay. */
  readonly ghosts: Set<string> = new Set()
  /** The last base in each query, by query hash. */
  readonly mem: Map<string, Base> = new Map()
  /** Images that are or were this user's, as far as anybody told: all but the next confirmed one are outdated then. */
  readonly known: Set<string> = new Set()
  /** An outcome is unknown: refetch once more when the window closes. */
  final = false
  /** Images of which nobody had told when a reply brought them: somebody else's change, or the one before that no query had shown. */
  readonly #doubted = new Set<string>()
  /** Queries, by hash, that brought one of those last: to be asked once more when the window closes. */
  readonly doubtful: Set<string> = new Set()

  constructor(id: string) {
    this.id = id
  }

  inspect(): PendingUserSnapshot {
    return {
      userId: this.id,
      ops: this.ops.map((op) => ({ change: op.change, state: op.hold ? 'held' : op.paused ? 'waiting' : op.state })),
      bases: Object.fromEntries([...this.mem].map(([hash, base]) => [hash, imageKey(base.image)])),
      confirmed: this.confirmed && imageKey(this.confirmed.image),
      superseded: [...this.superseded],
      guardedUntil: this.expires,
    }
  }

  /** `undefined` while nothing is pending. */
  get imageStatus(): ImageStatus | undefined {
    const op = this.ops[0]
    if (!op) return undefined
    if (op.hold) return 'held'
    if (op.paused) return 'waiting'
    if (op.state === 'verifying') return 'verifying'
    return op.change.kind === 'set' ? 'uploading' : 'removing'
  }

  /** Addresses by which copies without another mark of a user are recognised. */
  knownImages(): Set<string> {
    const known = new Set(this.known)
    known.delete('')
    return known
  }

  remember(queryHash: string, fields: ImageFields, rules: UserFields): void {
    const image = rules.image(fields)
    this.mem.set(queryHash, { fields, image })
    this.known.add(imageKey(image))
  }

  /** What a component that holds `image` must show. */
  imageFor(image: ProfileImage): ProfileImage {
    // What a component holds while a change is pending is outdated once that is confirmed.
    if (this.ops.length > 0) this.known.add(imageKey(image))
    const shown = this.ops.findLast((op) => op.optimistic)
    if (shown) return imageOf(shown.change)
    if (this.confirmed && this.superseded.has(imageKey(image))) return this.confirmed.image
    // It may hold what was shown while a change was pending, as a page that is kept while the next one loads.
    return this.ghosts.has(imageKey(image)) ? this.#believed(image) : image
  }

  /** In place of a ghost: what the server is believed to hold, where that is known. */
  #believed(ghost: ProfileImage): ProfileImage {
    const images = [...this.mem.values()].map(({ image }) => image)
    return images.some((image) => imageKey(image) === imageKey(ghost)) ? ghost : (images[0] ?? ghost)
  }

  /** Visible fields = pending changes over the base. */
  overlay(base: ImageFields, copy: object, rules: UserFields): ImageFields {
    const shown = this.ops.findLast((op) => op.optimistic)
    return shown ? { ...base, ...rules.write(imageOf(shown.change), copy) } : base
  }

  /** The confirmed image under the copy's own names. */
  #confirmedFields(own: ImageFields, copy: object, rules: UserFields): ImageFields {
    return { ...own, ...rules.write(this.confirmed!.image, copy) }
  }

  /** The base of a copy that was in the cache when a change began or ended. */
  baseOf(copy: object, rules: UserFields, committing: boolean): ImageFields {
    const base = shadow.get(copy) ?? rules.read(copy)
    return committing && this.confirmed ? this.#confirmedFields(base, copy, rules) : base
  }

  /** The base of a copy that a reply of the server brought. `again`: it was read before what is confirmed, or may have been. */
  landedBase(
    copy: object,
    queryHash: string,
    track: QueryTrack,
    rules: UserFields,
  ): { base: ImageFields; again: boolean } {
    const own = rules.read(copy)
    if (!this.confirmed) return { base: own, again: false }
    const key = imageKey(rules.image(own))
    const newer = (rules.version?.(copy) ?? Number.NaN) - (this.confirmed.version ?? Number.NaN)
    const inWindow = track.fetchAt <= this.expires
    const early = track.fetchSeq < this.settledSeq || (inWindow && this.superseded.has(key))
    // Versions decide where both sides have one and they differ: some providers do not count a removal.
    if (newer < 0 || (!(newer > 0) && early)) return { base: this.#confirmedFields(own, copy, rules), again: true }
    // What is doubted holds, and is asked for again: soon, and when no read lags behind any more.
    const mayLag = inWindow && !(newer > 0)
    if (mayLag && !this.known.has(key)) this.#doubted.add(key)
    const doubtful = mayLag && this.#doubted.has(key)
    const again = doubtful && !this.doubtful.has(queryHash)
    if (doubtful) this.doubtful.add(queryHash)
    else this.doubtful.delete(queryHash)
    return { base: own, again }
  }

  /**
   * The base of a copy that the host wrote, restored or carried along: its image may be our own overlay. Not so
   * where another tab told it: that one knows nothing of ours.
   */
  writtenBase(copy: object, queryHash: string, rules: UserFields, told = false): ImageFields {
    const own = rules.read(copy)
    let base = shadow.get(copy)
    if (!base && !told && this.ghosts.has(imageKey(rules.image(own)))) {
      const known = this.mem.get(queryHash) ?? this.mem.values().next().value
      if (known) base = { ...own, ...rules.write(known.image, copy) }
    }
    base ??= own
    return this.confirmed && this.superseded.has(imageKey(rules.image(base)))
      ? this.#confirmedFields(base, copy, rules)
      : base
  }

  /** `reply` is the user, or their image fields; where it is neither, what was asked for holds. */
  succeed(op: Op, reply: unknown, rules: UserFields): void {
    const { image, version } = readReply(reply, rules) ?? { image: imageOf(op.change), version: undefined }
    const key = imageKey(image)
    for (const outdated of this.known) this.superseded.add(outdated)
    this.superseded.delete(key)
    this.known.add(key)
    this.ghosts.delete(key)
    this.confirmed = { image, version }
    this.#doubted.clear()
    this.doubtful.clear()
  }

  fail(op: Op, error: AvatarKitError): void {
    if (!meaningOf(error.code).uncertain) return
    // It may have been carried out.
    this.known.add(imageKey(imageOf(op.change)))
    this.final = true
  }
}

/** What a reply says, where the host's rules can read it. */
function readReply(reply: unknown, rules: UserFields): PendingUser['confirmed'] {
  if (typeof reply !== 'object' || reply === null) return undefined
  try {
    return { image: rules.image(rules.read(reply)), version: rules.version?.(reply) }
  } catch {
    return undefined
  }
}
