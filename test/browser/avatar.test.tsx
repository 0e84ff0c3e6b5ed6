import { act, render, screen, waitFor } from '@testing-library/react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import { UserAvatar } from '../../src/index.ts'
import '../../src/styles/styles.css'
import { wait } from '../support/until.ts'

const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
const person = (imageUrl: string) => ({ id: 'ada', firstName: 'Ada', lastName: 'Lovelace', imageUrl, hasImage: true })
const avatar = () => screen.getByRole('img', { name: 'Ada Lovelace' })
const initials = () => screen.getByText('AL')

describe('an address that must not be loaded leaves the initials', () => {
  it.each([
    ['script', 'javascript:window.hacked=true'],
    ['script in capitals', ' JaVaScRiPt:window.hacked=true'],
    [
      'an SVG in the address',
      'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="window.hacked=true"/>',
    ],
    ['a page in the address', 'data:text/html,<script>window.hacked=true</script>'],
    ['another host’s plain http', 'http://images.test/ada.png'],
    ['no scheme, another host', '//images.test/ada.png'],
  ])('%s', (_, url) => {
    render(<UserAvatar user={person(url)} />)
    expect(document.querySelector('img')).toBeNull()
    expect(initials()).toBeVisible()
    expect(window).not.toHaveProperty('hacked')
  })

  it('CSS in an address is never CSS', () => {
    render(<UserAvatar user={person('/x.png); background: url(/stolen')} />)
    expect(avatar().getAttribute('style')).toBeNull()
    expect(document.querySelector('img')!.getAttribute('style')).toBeNull()
  })
})

describe('what a picture’s end leaves', () => {
  it('one that is there: the picture, and no initials through it', async () => {
    render(<UserAvatar user={person(PNG)} />)
    await waitFor(() => expect(avatar()).toHaveAttribute('data-image', 'loaded'))
    expect(initials()).not.toBeVisible()
  })

  it('a broken one: the initials, asked for once', async () => {
    const asked = vi.fn()
    const observer = new PerformanceObserver((list) =>
      asked(list.getEntries().filter(({ name }) => name.endsWith('/not-there.png')).length),
    )
    observer.observe({ type: 'resource' })
    render(<UserAvatar user={person('/not-there.png')} />)
    await waitFor(() => expect(avatar()).toHaveAttribute('data-image', 'error'))
    expect(initials()).toBeVisible()
    await wait(300)
    observer.disconnect()
    expect(asked.mock.calls.reduce((sum, [count]) => sum + (count as number), 0)).toBeLessThanOrEqual(1)
  })

  it('one that hangs: the initials meanwhile', () => {
    render(<UserAvatar user={person('https://images.test/hangs.png')} />)
    expect(initials()).toBeVisible()
  })

  it('another picture after a broken one is tried again', async () => {
    const { rerender } = render(<UserAvatar user={person('/not-there-either.png')} />)
    await waitFor(() => expect(avatar()).toHaveAttribute('data-image', 'error'))
    rerender(<UserAvatar user={person(PNG)} />)
    await waitFor(() => expect(avatar()).toHaveAttribute('data-image', 'loaded'))
  })
})

describe('rendered on a server', () => {
  it('has the picture in its markup, no style attribute, and hydrates without a warning', async () => {
    const element = <UserAvatar user={person('/broken-before-hydration.png')} />
    const html = renderToString(element)
    expect(html).toContain('<img')
    expect(html).toMatch(/referrerpolicy="no-referrer"/i)
    expect(html).not.toContain('style=')
    const host = document.body.appendChild(document.createElement('div'))
    host.innerHTML = html
    // The error happens before React is there to hear of it.
    await waitFor(() => expect(host.querySelector('img')!.complete).toBe(true))
    const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
    const root = hydrateRoot(host, element)
    await waitFor(() => expect(host.firstElementChild).toHaveAttribute('data-image', 'error'))
    expect(complaints).not.toHaveBeenCalled()
    complaints.mockRestore()
    act(() => root.unmount())
    host.remove()
  })
})

describe('the colours of initials', () => {
  it('have a contrast of 4.5 or more for every hue, light and dark', () => {
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = 1
    const paint = canvas.getContext('2d', { willReadFrequently: true })!
    const luminance = (colour: string) => {
      paint.fillStyle = colour
      paint.fillRect(0, 0, 1, 1)
      const [red, green, blue] = [...paint.getImageData(0, 0, 1, 1).data].slice(0, 3).map((part) => {
        const value = part / 255
        return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
      }) as [number, number, number]
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const hues = new Set<string>()
    for (const scheme of ['light', 'dark']) {
      for (let at = 0; at < 60; at++) {
        const { container, unmount } = render(
          <div data-theme={scheme}>
            <UserAvatar user={{ id: `person-${at}`, firstName: 'A' }} />
          </div>,
        )
        const element = container.querySelector<HTMLElement>('[data-slot="user-avatar"]')!
        const { color, backgroundColor } = getComputedStyle(element)
        const [high, low] = [luminance(color), luminance(backgroundColor)].sort((a, b) => b - a) as [number, number]
        expect((high + 0.05) / (low + 0.05), `${scheme} ${element.dataset.hue}`).toBeGreaterThanOrEqual(4.5)
        hues.add(element.dataset.hue!)
        unmount()
      }
    }
    expect(hues.size).toBe(12)
  })
})
