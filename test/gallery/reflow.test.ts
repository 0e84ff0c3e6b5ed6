import { describe, expect, inject } from 'vitest'
import { it } from './galleryTest.ts'
import { urlOf } from './openGallery.ts'
import { reflowFaults } from './reflow.ts'

describe.concurrent('nothing is lost at 320 px, with more space between letters and lines, and by keyboard', () => {
  it.for(inject('gallery').names)('%s', async (story, { open }) => {
    const page = await open(urlOf(inject('gallery').origin, { story }))
    expect(await reflowFaults(page)).toEqual([])
  })
})
