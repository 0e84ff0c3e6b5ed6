import { afterEach, describe, expect, it, vi } from 'vitest'
import { safeImageUrl } from '../../src/core/image.ts'

afterEach(() => vi.unstubAllGlobals())

describe('safeImageUrl', () => {
  it.each([
    'https://images.test/ada.png',
    'https://images.test/ada.png?size=64#x',
    '/pictures/ada.png',
    'pictures/ada.png',
    'ada.png?at=12:30',
    './ada.png',
    'blob:https://panel.test/1e2f',
    'data:image/png;base64,iVBORw0KGgo=',
    'data:image/jpeg;base64,/9j/',
    'DATA:image/WEBP;base64,UklGRg==',
  ])('loads %s', (url) => {
    expect(safeImageUrl(url)).toBe(url)
    expect(safeImageUrl(` ${url}\n`)).toBe(url)
  })

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'vbscript:msgbox(1)',
    'data:image/svg+xml,<svg onload="alert(1)"/>',
    'data:image/svg+xml;base64,PHN2Zy8+',
    'data:text/html,<script>alert(1)</script>',
    'data:,x',
    'data:image/png',
    'data:image/png+xml,<svg/>',
    'file:///etc/passwd',
    'ftp://images.test/ada.png',
    'filesystem:https://panel.test/x',
    'http://images.test/ada.png',
    '//images.test/ada.png',
    '\\\\images.test\\ada.png',
    '/\\images.test/ada.png',
    'https://',
    'https://[::1',
    '',
    null,
    undefined,
  ])('does not load %j', (url) => {
    expect(safeImageUrl(url)).toBeUndefined()
  })

  it.each(['url(javascript:alert(1))', 'url("https://images.test/x.png")'])(
    'takes %s for nothing but a file of that name',
    (url) => {
      // Only ever a `src`, where this is a relative address; never put into CSS.
      expect(safeImageUrl(url)).toBe(url)
      expect(new URL(url, 'https://panel.test/').href.startsWith('https://panel.test/url(')).toBe(true)
    },
  )

  it('loads http from an allowed origin, and from that one only', () => {
    const allowed = ['http://images.internal:8080']
    expect(safeImageUrl('http://images.internal:8080/ada.png', allowed)).toBe('http://images.internal:8080/ada.png')
    for (const url of [
      'http://images.internal/ada.png',
      'http://images.internal:8080@elsewhere.test/ada.png',
      'http://images.internal.elsewhere.test/',
    ])
      expect(safeImageUrl(url, allowed)).toBeUndefined()
  })

  it('loads http from the page’s own origin', () => {
    vi.stubGlobal('location', new URL('http://localhost:5180/users'))
    expect(safeImageUrl('http://localhost:5180/ada.png')).toBe('http://localhost:5180/ada.png')
    expect(safeImageUrl('http://localhost:5181/ada.png')).toBeUndefined()
  })
})
