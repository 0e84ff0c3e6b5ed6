import { cleanup, render } from '@testing-library/react'
import { UserAvatarManager } from 'avatarkit'
import layered from 'avatarkit/styles.css?inline'
import unlayered from 'avatarkit/styles.unlayered.css?inline'
import type { CSSProperties } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { people } from '../../../stories/people.ts'
import { App, Parts } from './App.tsx'
import { bareShapes } from './bareShapes.tsx'
import { kitRoots, openQuestion, section } from './kitParts.ts'
import { shapesIn, wear } from './measure.ts'

const undress: (() => void)[] = []
afterEach(() => {
  cleanup()
  for (const takeOff of undress.splice(0)) takeOff()
})

const Panel = ({ children }: { children: React.ReactNode }) => <>{children}</>

/** What differs from a bare page, under these rules and in such a parent. */
async function differences(rules: string, kit: string, parent: CSSProperties = {}) {
  undress.push(wear(['body { margin: 0 }', rules, kit]))
  render(
    <App system={{ Panel }}>
      <div style={parent}>
        <Parts />
      </div>
    </App>,
  )
  await openQuestion(section('Ada'))
  const [here, bare] = [shapesIn(kitRoots()), await bareShapes()]
  expect(here).toHaveLength(bare.length)
  return here.filter((line) => !bare.includes(line))
}

const rules = {
  'a root font size of 62.5 %': ':root { font-size: 62.5% }',
  'content boxes': '*, *::before, *::after { box-sizing: content-box }',
  'buttons without anything': 'button { all: unset }',
  'buttons of a theme':
    'button { padding: 20px 40px; font: italic 700 22px/2 serif; letter-spacing: 4px; text-transform: uppercase; border: 5px solid red; border-radius: 0; min-height: 60px; cursor: help; color: red; background: yellow }',
  'pictures that fit':
    'img { max-width: 100%; height: auto; display: inline; border-radius: 20px; margin: 10px; padding: 4px; border: 3px solid }',
  'no margins, no paddings': '* { margin: 0; padding: 0 }',
  'drawings as blocks': 'svg, img, video { display: block; vertical-align: middle }',
  'titles and paragraphs of a text':
    'h1, h2, h3 { margin: 2em 0 1em; font: 700 3rem/1.1 serif; letter-spacing: -1px; text-transform: uppercase } p { margin: 0 0 1.5em; font-size: 20px; line-height: 2; text-indent: 2em } ul, ol { margin: 1em; padding: 2em; list-style: square } strong { font-weight: 900 }',
  'dialogs and what is hidden':
    'dialog { position: static; padding: 0 } [hidden] { display: none } [role=dialog] { color: inherit }',
  'a reset of everything':
    '*, *::before, *::after { margin: 0; padding: 0; border: 0; font: inherit; vertical-align: baseline; box-sizing: inherit }',
}

describe('unlayered rules for elements', () => {
  it.each(Object.entries(rules))('%s: styles.unlayered.css holds', async (_, css) => {
    expect(await differences(css, unlayered)).toEqual([])
  })

  it('win over styles.css, which is in a layer', async () => {
    expect((await differences(rules['buttons of a theme'], layered)).length).toBeGreaterThan(20)
  })

  it('that come before it in a layer of their own lose to styles.css too', async () => {
    expect(
      await differences(`@layer base { ${rules['buttons of a theme']} ${rules['a reset of everything']} }`, layered),
    ).toEqual([])
  })

  it('of a class, written after it, win over styles.unlayered.css', async () => {
    undress.push(wear([unlayered, '.mine { text-transform: uppercase; padding: 3px }']))
    render(
      <App system={{ Panel }}>
        <UserAvatarManager user={people.ada} classNames={{ removeTrigger: 'mine' }} />
      </App>,
    )
    const { textTransform, padding } = getComputedStyle(document.querySelector('.mine')!)
    expect([textTransform, padding]).toEqual(['uppercase', '3px'])
  })
})

describe('a parent that', () => {
  it.each<[string, CSSProperties]>([
    ['has no line height', { lineHeight: 0 }],
    ['centres its text', { textAlign: 'center' }],
    ['has capitals, far apart', { textTransform: 'uppercase', letterSpacing: 4, wordSpacing: 9, textIndent: 20 }],
    ['breaks no line', { whiteSpace: 'nowrap' }],
    ['has huge italic letters', { fontSize: 40, fontStyle: 'italic' }],
    ['is transformed', { transform: 'translateX(40px) scale(1)' }],
    ['cuts off and stands above', { overflow: 'hidden', position: 'relative', zIndex: 1 }],
  ])('%s: nothing of the kit changes its shape', async (_, parent) => {
    expect(await differences('', layered, parent)).toEqual([])
  })

  it('is a bold heading: names keep their weight', async () => {
    expect(await differences('', layered, { fontWeight: 900 })).toEqual([])
  })
})
