import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { safeLink } from './evidence-words.ts'
import { sha256Base64, utf8 } from './html/sha256.ts'
import { mapForTests } from './map-for-tests.ts'
import { mapToHtml } from './map-to-html.ts'

const part = (html: string, pattern: RegExp): string => pattern.exec(html)?.[1] ?? ''

describe('the page of a map', () => {
  const html = mapToHtml(exampleMap())
  it('needs no network and allows only its own script and style, by hash', () => {
    const policy = part(html, /Content-Security-Policy" content="([^"]*)"/)
    const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`script-src ${hash(part(html, /<script>([\s\S]*?)<\/script>/))}`)
    expect(policy).toContain(`style-src ${hash(part(html, /<style>([\s\S]*?)<\/style>/))}`)
    expect(policy).not.toContain('unsafe')
    expect(html).not.toMatch(/ (src|href)=|@import|url\((?!#)| style="| on[a-z]+="/)
  })
  it('tells every card in its data, and every card is a button', () => {
    const data = JSON.parse(part(html, /id="map-data">([\s\S]*?)<\/script>/))
    expect(data.cards).toHaveLength(exampleMap().cards.length)
    expect(html.match(/class="card[ "]/g)).toHaveLength(exampleMap().cards.length)
    expect(data.cards[0]).toMatchObject({ standing: 'Observed', place: expect.stringContaining(' › ') })
  })
  it('runs nothing that a text holds', () => {
    const hostile = `</script><img src=x onerror=alert(1)><!--<script>`
    const page = mapToHtml(mapForTests({ stages: 2, stepsPerStage: 1, cardsPerCell: 1, text: hostile }))
    expect(page.match(/<script/g)).toHaveLength(2)
    expect(page.match(/<\/script/g)).toHaveLength(2)
    expect(page).not.toContain('<img')
    expect(page).not.toContain('<!--')
    const data = JSON.parse(part(page, /id="map-data">([\s\S]*?)<\/script>/))
    expect(data.cards.some((card: { title: string }) => card.title === hostile)).toBe(true)
  })
  it('follows only addresses of the web and of mail', () => {
    for (const url of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'java\nscript:x',
      '//x',
      'http://a b',
      undefined,
    ])
      expect(safeLink(url)).toBeUndefined()
    for (const url of ['https://example.org/a?b=c', 'http://example.org', 'mailto:a@example.org']) expect(safeLink(url)).toBe(url)
  })
  it('stands without river, curve, stages or cards', () => {
    const { river: _r, emotion: _e, basis: _b, ...map } = mapForTests({ stages: 1, stepsPerStage: 1, cardsPerCell: 0 })
    expect(mapToHtml(map)).toContain('id="river-said" hidden')
    expect(mapToHtml({ ...map, stages: [], lanes: [], cards: [] })).toContain('</html>')
  })
})

it('hashes as SHA-256 does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(sha256Base64(utf8(text))).toBe(createHash('sha256').update(text).digest('base64'))
    }),
  )
})
