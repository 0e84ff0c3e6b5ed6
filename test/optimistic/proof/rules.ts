import type { Property } from '../simulation/Witness.ts'

/** One rule of the ledger, and how its code looks without it. */
export interface Rule {
  name: string
  /** Below `src/optimistic/`. */
  file: string
  /** Each `[from, to]`; `from` is found exactly once. */
  edits: [from: string, to: string][]
  /** A schedule, or the name of a scenario, that goes wrong without it: found by `npm run prove` and shortened. */
  kept: string
  /** What breaks then. */
  breaks: Property
}

export const rules: Rule[] = [
  {
    name: 'lanes: one request at a time for each user',
    file: 'Lanes.ts',
    edits: [
      [
        'this.#options.users.get(userId)?.ops[0]',
        "this.#options.users.get(userId)?.ops.find(({ state }) => state === 'unsent')",
      ],
    ],
    kept: `
      remove u1
      set u1`,
    breaks: 'lanes',
  },
  {
    name: 'replaced: an unsent change gives way to the next and is never sent',
    file: 'Ledger.ts',
    edits: [["if (last?.state === 'unsent') user.ops.pop()!.end({ status: 'superseded' })", '']],
    kept: `
      set u1
      hold u1
      set u1
      undo at 0`,
    breaks: 'intent',
  },
  {
    name: 'concurrency: so many requests at a time',
    file: 'Lanes.ts',
    edits: [['if (this.#running >= this.#options.concurrency) return', '']],
    kept: `
      batch u2
      batch u1, u3`,
    breaks: 'patience',
  },
  {
    name: 'patience: nothing is sent before the server said',
    file: 'Lanes.ts',
    edits: [['if (this.closedUntil !== undefined) return this.#options.onWait()', '']],
    kept: `
      remove u2
      batch u1
      end at 1 how wait`,
    breaks: 'patience',
  },
  {
    name: 'setState and not setQueryData',
    file: 'Overlay.ts',
    edits: [['query.setState({ data })', 'this.#client.setQueryData(query.queryKey, data)']],
    kept: `
      remove u1
      end at 0 how wait`,
    breaks: 'refused',
  },
  {
    name: 'cancelled fetches put old data back: laid over again',
    file: 'CacheWatch.ts',
    edits: [["action.type === 'setState' && action.state && 'data' in action.state", 'false']],
    kept: `
      arrive
      next page
      hold u1
      cancel ["members"]`,
    breaks: 'intent',
  },
  {
    name: 'new queries are laid over',
    file: 'CacheWatch.ts',
    edits: [
      ["this.#listener.onData(query, this.track(query), 'write')\n    } else if (event.type", '} else if (event.type'],
    ],
    kept: `
      hold u1
      open loaded u1 lag 0`,
    breaks: 'intent',
  },
  {
    name: 'confirmed: what the server confirmed is laid on every copy',
    file: 'PendingUser.ts',
    edits: [['committing && this.confirmed ?', 'false ?']],
    kept: `
      remove u1`,
    breaks: 'end',
  },
  {
    name: 'fetchSeq: a read that began before the end of a change is old',
    file: 'PendingUser.ts',
    edits: [['track.fetchSeq < this.settledSeq || ', '']],
    kept: `
      read at 0 lag 0
      remove u3`,
    breaks: 'outdated',
  },
  {
    name: 'window: a read that began within it may still be old',
    file: 'PendingUser.ts',
    edits: [['(inWindow && this.superseded.has(key))', 'false']],
    kept: `
      arrive
      remove u1
      end at 0 how reply
      read at 0 lag 1`,
    breaks: 'outdated',
  },
  {
    name: 'known: every image that was a base is outdated once another is confirmed',
    file: 'PendingUser.ts',
    edits: [
      [
        '    this.mem.set(queryHash, { fields, image })\n    this.known.add(imageKey(image))',
        '    this.mem.set(queryHash, { fields, image })',
      ],
    ],
    kept: `
      remove u1
      others set u1
      deliver at 0
      end at 0 how reply
      deliver at 0
      deliver at 0
      deliver at 0
      read at 0 lag 1`,
    breaks: 'outdated',
  },
  {
    name: 'known: what was confirmed is outdated once another is',
    file: 'PendingUser.ts',
    edits: [['    this.known.add(key)\n', '']],
    kept: 'noCopies',
    breaks: 'end',
  },
  {
    name: 'known: what may have been carried out is outdated once another is confirmed',
    file: 'PendingUser.ts',
    edits: [['    this.known.add(imageKey(imageOf(op.change)))\n', '']],
    kept: `
      arrive
      set u1
      commit at 0
      end at 0 how lose
      remove u1
      end at 0 how reply
      read at 3 lag 1
      deliver at 3`,
    breaks: 'outdated',
  },
  {
    name: 'known again: what is confirmed is not outdated',
    file: 'PendingUser.ts',
    edits: [['    this.superseded.delete(key)\n', '']],
    kept: `
      remove u1
      end at 0 how reply
      hold u1`,
    breaks: 'refetch',
  },
  {
    name: 'superseded: a host that puts an outdated image back is corrected',
    file: 'PendingUser.ts',
    edits: [['this.confirmed && this.superseded.has(imageKey(rules.image(base)))', 'this.confirmed && false']],
    kept: `
      deliver at 3
      next page
      batch u1`,
    breaks: 'outdated',
  },
  {
    name: 'ghosts: what a host wrote may hold our own overlay',
    file: 'PendingUser.ts',
    edits: [['this.ghosts.has(imageKey(rules.image(own)))', 'false']],
    kept: `
      deliver at 0
      remove u1
      rename ["list"] u1
      end at 0 how refuse`,
    breaks: 'refused',
  },
  {
    name: 'ghosts: what a host wrote may be put back as it was written',
    file: 'Overlay.ts',
    edits: [['        if (!same(base, own)) shadow.set(place.object, base)\n', '']],
    kept: `
      arrive
      remove u1
      rename ["members"] u1
      end at 0 how wait
      roll back at 0
      cancel ["members"]`,
    breaks: 'refused',
  },
  {
    name: 'ghosts: what the server confirmed is none',
    file: 'PendingUser.ts',
    edits: [['    this.ghosts.delete(key)\n', '']],
    kept: 'ownNull',
    breaks: 'end',
  },
  {
    name: 'ghosts: what another tab tells is none',
    file: 'PendingUser.ts',
    edits: [['!base && !told && ', '!base && ']],
    kept: 'otherTab',
    breaks: 'end',
  },
  {
    name: 'guard: also what was undone stays a ghost for the window',
    file: 'Ledger.ts',
    edits: [
      [
        'user.expires = this.#clock.now() + this.#lagMs',
        "if (op.state !== 'unsent') user.expires = this.#clock.now() + this.#lagMs",
      ],
    ],
    kept: `
      arrive
      hold u1
      rename ["never refetched"] u1
      undo at 0
      roll back at 0`,
    breaks: 'end',
  },
  {
    name: 'sweep: a user is kept while a fetch runs that began before the window closed',
    file: 'Upkeep.ts',
    edits: [[' || this.#watch.hasFetchSince(user.expires)', '']],
    kept: `
      arrive
      remove u1
      end at 0 how reply
      read at 0 lag 1
      wait ms 30001
      deliver at 0`,
    breaks: 'outdated',
  },
  {
    name: 'final: after an unknown outcome all is asked once more when the window closes',
    file: 'PendingUser.ts',
    edits: [['    this.final = true\n', '']],
    kept: `
      remove u1
      read at 0 lag 0
      commit at 0
      end at 0 how lose`,
    breaks: 'end',
  },
  {
    name: 'unanswered: what was called off, or failed, is asked once more when the window closes',
    file: 'Upkeep.ts',
    edits: [['user.doubtful.has(hash) || this.#refetches.unanswered(hash)', 'user.doubtful.has(hash)']],
    kept: `
      remove u1
      commit at 0
      others set u1
      deliver at 0
      end at 0 how reply
      cancel ["list"]`,
    breaks: 'end',
  },
  {
    name: 'echo: a reply that seems old is asked for again',
    file: 'Overlay.ts',
    edits: [['        again ||= landed.again\n', '']],
    kept: `
      hold u1
      wait ms 20000
      commit at 0
      others set u1`,
    breaks: 'end',
  },
  {
    name: 'carried: the pages that a fetchNextPage brings along were not read',
    file: 'Overlay.ts',
    edits: [['!carried || carried.has(place.object)', '!carried']],
    kept: `
      arrive
      remove u1
      next page
      end at 0 how refuse`,
    breaks: 'refused',
  },
  {
    name: 'carried: only the pages that it held when it began',
    file: 'fetches.ts',
    edits: [['track.moreParams!.has(data.pageParams[at])', 'at >= 0']],
    kept: `
      deliver at 3
      next page
      read at 3 lag 0
      remove u3
      end at 0 how reply
      deliver at 3`,
    breaks: 'outdated',
  },
  {
    name: 'deferral: a running fetchNextPage is not cancelled',
    file: 'Refetches.ts',
    edits: [['if (isFetchingMore(query)) this.#deferred.add(hash)\n      else now.add(hash)', 'now.add(hash)']],
    kept: `
      arrive
      remove u1
      next page`,
    breaks: 'page',
  },
  {
    name: 'ours: a refetch that a fetchNextPage replaced is owed again',
    file: 'Refetches.ts',
    edits: [['if (isFetchingMore(query) && this.#ours.delete(hash)) this.#deferred.add(hash)', '']],
    kept: 'replacedRefetch',
    breaks: 'end',
  },
  {
    name: 'one refetch: what is asked again now is not asked for its echo too',
    file: 'Refetches.ts',
    edits: [['      this.#again.delete(hash)\n', '']],
    kept: `
      remove u1
      end at 0 how reply
      deliver at 0
      remove u1`,
    breaks: 'refetch',
  },
  {
    name: 'one refetch: only when no change is pending any more',
    file: 'Upkeep.ts',
    edits: [['if (!this.#pending && this.#holders === 0)', 'if (this.#holders === 0)']],
    kept: `
      set u1
      deliver at 0
      remove u1
      set u1`,
    breaks: 'refetch',
  },
  {
    name: 'doubt: an image that nobody had told of is asked for again',
    file: 'PendingUser.ts',
    edits: [['this.#doubted.add(key)', 'void 0']],
    kept: `
      remove u3
      commit at 0
      deliver at 0
      deliver at 0
      deliver at 0
      end at 0 how reply
      next page
      read at 1 lag 1`,
    breaks: 'end',
  },
  {
    name: 'rest: when nothing is left the ledger stops listening',
    file: 'Upkeep.ts',
    edits: [['    this.#watch.stop()\n', '']],
    kept: `
      remove u1`,
    breaks: 'rest',
  },
]
