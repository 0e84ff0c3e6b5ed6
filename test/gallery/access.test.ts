import { describe, expect, inject } from 'vitest'
import { axeFaults } from './axe.ts'
import { it } from './galleryTest.ts'
import { urlOf } from './openGallery.ts'

const { origin, names } = inject('gallery')

/** The same table several times over, whose searches and pages have the same names. */
const WITHOUT: Record<string, string[]> = { 'Themes/SideBySide': ['landmark-unique'] }

describe.concurrent('axe finds nothing, in light and dark, from left to right and from right to left', () => {
  it.for(names)('%s', async (story, { open }) => {
    const page = await open(urlOf(origin, { story }))
    expect(await axeFaults(page, WITHOUT[story])).toEqual([])
  })

  it('a table with rows selected, one of them under the pointer', async ({ open }) => {
    const page = await open(urlOf(origin, { story: 'UserTable/Selection', play: false }))
    for (const name of ['Ada Mansour', 'Grace Dijkstra', 'Emmy Perlman'])
      await page.getByRole('checkbox', { name: `Select ${name}` }).check()
    expect(await axeFaults(page)).toEqual([])
  })
})
