import type { JourneyMap } from '../journey/map.ts'
import { evidenceWords } from './evidence-words.ts'
import { printedMap } from './html/printed.ts'
import { pageScript } from './html/script.ts'
import { sha256Base64, utf8 } from './html/sha256.ts'
import { pageStyle } from './html/style.ts'
import { mapTable } from './html/table.ts'
import { shownMap } from './shown-map.ts'
import { layoutMap } from './layout/map.ts'
import { basisMark, basisPhrases } from './map-words.ts'
import { escapeText as text } from './svg/element.ts'
import { standings, type Theme } from './tokens.ts'

export interface HtmlOptions {
  readonly title?: string
  /** The theme to begin with; by default what the reader's system prefers. */
  readonly theme?: Theme
}

/**
 * The map as one page that needs no network: table, river, curve, an evidence panel for every card, print pages.
 * Its security policy allows the page's own script and style sheet, by their hashes, and nothing else.
 */
export function mapToHtml(whole: JourneyMap, options: HtmlOptions = {}): string {
  const map = shownMap(whole)
  const title = options.title ?? map.title
  const layout = layoutMap(map, { width: 1560, detail: 'stages', laneHeadWidth: 150 })
  const style = pageStyle()
  const policy = `default-src 'none'; script-src 'sha256-${sha256Base64(utf8(pageScript))}'; style-src 'sha256-${sha256Base64(utf8(style))}'; img-src data:; base-uri 'none'; form-action 'none'`
  const chosen = options.theme === undefined ? '' : ` data-theme="${options.theme}"`
  return [
    `<!doctype html><html lang="en"${chosen}><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${text(policy).replaceAll('&#39;', "'")}">`,
    `<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="generator" content="Wend"><title>${text(title)}</title><style>${style}</style></head><body>`,
    head(map, title),
    legend,
    `<main id="frame" tabindex="0" aria-label="Journey map">${mapTable(map, layout)}</main>`,
    '<aside id="panel" aria-label="Evidence" hidden><button type="button" id="panel-close">Close</button><div id="panel-body"></div></aside>',
    printedMap(map, layout),
    `<script type="application/json" id="map-data">${dataJson(map)}</script><script>${pageScript}</script></body></html>\n`,
  ].join('\n')
}

function head(map: JourneyMap, title: string): string {
  const summary = map.summary === '' ? '' : `<p class="summary" dir="auto">${text(map.summary)}</p>`
  return `<header class="head"><h1 dir="auto">${text(title)}</h1>${summary}<p class="basis">${text(basisPhrases(map).join(' · '))}</p><div class="tools"><button type="button" id="theme">Light or dark</button><p class="mark">${text(basisMark(map))}</p></div></header>`
}

const legend = `<section aria-label="What cards rest on"><ul class="legend">${Object.entries(standings)
  .map(
    ([kind, look]) =>
      `<li><span class="swatch" data-standing="${kind}"></span><b>${look.label}</b> <span class="meaning">${look.meaning}</span></li>`,
  )
  .join('')}</ul></section>`

/** JSON that cannot end the element it stands in. */
function dataJson(map: JourneyMap): string {
  const data = { cards: map.cards.map((card) => evidenceWords(card, map)) }
  return JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
