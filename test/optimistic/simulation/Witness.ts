import { CONCURRENCY, LAG_MS } from './engines.ts'
import { IDS, type Panel } from './Panel.ts'

/** What must hold, in the words of the table that `npm run prove` prints. */
export const properties = {
  end: 'in the end every copy shows the server’s truth',
  intent: 'while pending every frame shows the last intent',
  outdated: 'after success no frame shows an outdated image',
  refused: 'after a refusal no frame shows what was refused',
  others: 'nothing but the image is changed',
  refetch: 'a query is not asked again without a reason',
  rest: 'when all is done nothing is left: no guard, timer or subscription',
  lanes: 'requests for one user never overlap, and what was undone is not sent',
  once: 'each change ends once',
  page: 'the host’s fetchNextPage is not lost',
  patience: 'so many requests at a time, and none before the server said',
} as const

export type Property = keyof typeof properties

export interface Complaint {
  property: Property
  sentence: string
}

interface Outdated {
  images: Set<string | null>
  /** Those that the panel could know of: told, or its own. */
  told: Set<string | null>
  until: number
  /** Reads before this one were asked for before the server confirmed. */
  asked: number
}

/** Knows what an admin intends and what the server told, and complains where a frame shows something else. */
export class Witness {
  readonly complaints: Complaint[] = []
  readonly #panel: Panel
  /** What the admin wants to see. */
  readonly #intents = new Map<string, string | null>()
  /** Images that the server had before what it last confirmed, and until when a late read may bring them. */
  readonly #outdated = new Map<string, Outdated>()
  /** All that the server ever had. */
  readonly #history = new Map<string, Set<string | null>>()
  /** What was refused and never held. */
  readonly #refused = new Map<string, string | null>()
  readonly #names = new Map<string, Set<string>>()
  /** Queries that may be asked again, each once. */
  readonly #owed = new Set<string>()
  /** How often each was asked again when the window closed on an unknown outcome. */
  readonly #final = new Map<string, number>()
  /** How many reads had been asked for when the server last answered a change. */
  #asked = 0
  /** How many outcomes are unknown. */
  #lost = 0
  /** Users whom somebody else changed too: what the panel was not told it cannot know to be outdated. */
  readonly foreign = new Set<string>()
  /** The server's version at which each user's image last changed. */
  readonly #changed = new Map<string, number>()
  /** The query in which a reply landed in this step. */
  landed: string | undefined
  /** Users with a change whose outcome is unknown. */
  readonly unclear = new Set<string>()

  constructor(panel: Panel) {
    this.#panel = panel
    for (const id of IDS) {
      this.#names.set(id, new Set([`Name ${id}`]))
      this.#history.set(id, new Set([panel.server.person(id).image]))
      this.#outdated.set(id, { images: new Set(), told: new Set(), until: 0, asked: 0 })
    }
    panel.server.onChange = ({ id, image }) => {
      this.#changed.set(id, panel.server.version)
      this.#history.get(id)!.add(image)
      const outdated = this.#outdated.get(id)!
      outdated.images.delete(image)
      outdated.told.delete(image)
    }
    panel.onRefetch = (hash) => {
      if (this.#owed.delete(hash)) return
      const times = (this.#final.get(hash) ?? 0) + 1
      this.#final.set(hash, times)
      if (times > this.#lost) this.complain('refetch', `${hash} was asked again without a reason`)
    }
    // Once the window has closed.
    panel.onUnanswered = (hash) => this.owe(hash)
    panel.onCheck(() => this.#look())
  }

  complain(property: Property, sentence: string) {
    if (!this.complaints.some((one) => one.sentence === sentence)) this.complaints.push({ property, sentence })
  }

  intend(id: string, image: string | null | undefined) {
    if (image === undefined) this.#intents.delete(id)
    else this.#intents.set(id, image)
  }

  rename(id: string, name: string) {
    this.#names.get(id)!.add(name)
  }

  refuse(id: string, image: string | null) {
    this.#refused.set(id, image)
  }

  confirm(id: string, image: string | null) {
    const { server, clock } = this.#panel
    if (server.person(id).image !== image) return
    const images = [...this.#history.get(id)!].filter((one) => one !== image)
    const told = images.filter((one) => one === null || this.#panel.told.includes(one) || one.startsWith('/new'))
    this.#outdated.set(id, {
      images: new Set(images),
      told: new Set(told),
      until: clock.now() + LAG_MS,
      asked: this.#asked,
    })
  }

  /** Something happened after which every query may be asked again. */
  oweAll() {
    for (const query of this.#panel.client.getQueryCache().getAll()) this.owe(query.queryHash)
  }

  /** The server is about to answer a change. */
  answer() {
    this.#asked = this.#panel.server.asked
    this.oweAll()
  }

  /** The outcome of a change is unknown: all may be asked once more when the window closes. */
  lose(id: string) {
    this.unclear.add(id)
    this.#lost++
  }

  owe(hash: string) {
    this.#owed.add(hash)
  }

  /** A reply landed in a query. Where it may have seemed old it may be asked for again. */
  land(hash: string) {
    this.landed = hash
    const { delivered, version } = this.#panel.server
    // What others did, or a late commit, may look old and is not.
    const fresh =
      delivered?.version === version && delivered.number >= this.#asked && this.foreign.size + this.#lost === 0
    // Of several pages only the last is known here.
    if (!fresh || hash === '["members"]') this.owe(hash)
  }

  #look() {
    const { server, engine, clock, client, products } = this.#panel
    const since = Math.min(clock.now(), server.oldestRead)
    for (const { where, id, name, image } of this.#panel.copies()) {
      const pending = engine.isPending(id)
      const intent = this.#intents.get(id)
      const old = this.#outdated.get(id)!
      if (pending && intent !== undefined && image !== intent)
        this.complain('intent', `while pending, ${where} shows ${image} of ${id} and not ${intent}`)
      // Of what nobody told the panel it cannot know that it is outdated, but for reads that began before.
      const early = where === this.landed && server.delivered !== undefined && server.delivered.number < old.asked
      if (!pending && since <= old.until && (early ? old.images : old.told).has(image))
        this.complain('outdated', `after success, ${where} shows the outdated ${image} of ${id}`)
      const refused = this.#refused.get(id)
      if (!pending && refused !== undefined && image === refused && !this.#history.get(id)!.has(refused))
        this.complain('refused', `after a refusal, ${where} shows the refused ${refused} of ${id}`)
      if (!this.#names.get(id)!.has(name)) this.complain('others', `${where} shows the name ${name} of ${id}`)
    }
    if (client.getQueryData(['products']) !== products) this.complain('others', 'products were written')
    if (!engine.orderly) return
    if (server.overlaps > 0) this.complain('lanes', 'two requests for one user overlapped')
    if (server.busiest > CONCURRENCY) this.complain('patience', `${server.busiest} requests ran at once`)
    if (server.impatient > 0) this.complain('patience', 'a request came before the server’s time')
  }

  /** Every copy against the truth; where the server was not asked since, what others did is not known. */
  compare(when: string, { all }: { all: boolean }) {
    const { server, versions } = this.#panel
    for (const { where, id, image } of this.#panel.copies()) {
      const truth = server.person(id).image
      const unread = where === '["never refetched"]' && (all || this.unclear.has(id))
      const unknown =
        this.foreign.has(id) &&
        !all &&
        (where === '["members"]' || (versions.get(where) ?? -1) < (this.#changed.get(id) ?? 0))
      // What the host's router loaded by a late read, where nobody had told the panel of that image before.
      const { images, told } = this.#outdated.get(id)!
      const untold =
        where.startsWith('["loaded"') && !all && !versions.has(where) && images.has(image) && !told.has(image)
      if (image !== truth && !unread && !unknown && !untold)
        this.complain('end', `${when}, ${where} shows ${image} of ${id} and not ${truth}`)
    }
  }
}
