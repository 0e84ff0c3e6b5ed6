import { randomFrom } from './random.ts'

/** Has a user's id and an `imageUrl`, and is not a user: removing a person's picture must leave it alone. */
export interface Product {
  id: string
  title: string
  price: number
  imageUrl: string
}

export interface Organisation {
  id: string
  title: string
  members: number
  imageUrl: string
}

const kinds = [
  'Desk lamp',
  'Notebook',
  'Field kettle',
  'Wall clock',
  'Canvas bag',
  'Pocket radio',
  'Wool blanket',
  'Water bottle',
  'Reading chair',
  'Star map',
]
const makes = ['Aurora', 'Basalt', 'Cedar', 'Delta', 'Ember', 'Fjord', 'Grove', 'Harbour', 'Indigo', 'Juniper']
const trades = ['Press', 'Works', 'Library', 'Gardens', 'Studio', 'Museum', 'Workshop', 'Observatory']

export function products(ids: string[]): Product[] {
  return ids.map((id) => {
    const random = randomFrom(`product ${id}`)
    return {
      id,
      title: `${random.pick(makes)} ${random.pick(kinds).toLowerCase()}`,
      price: random.whole(180) + 9.5,
      imageUrl: `/products/${id}.png`,
    }
  })
}

export function organisations(ids: string[]): Organisation[] {
  return ids.map((id) => {
    const random = randomFrom(`organisation ${id}`)
    return {
      id,
      title: `${random.pick(makes)} ${random.pick(trades)}`,
      members: random.whole(400) + 3,
      imageUrl: `/products/org-${id}.png`,
    }
  })
}
