import { palettes } from '../tokens.ts'
import { tokensToCss } from '../tokens-to-css.ts'

/** The page's style sheet: tokens of both themes, screen, phone, print. Holds nothing of the map. */
export function pageStyle(): string {
  const themes = `:root{${tokensToCss('light')}}@media (prefers-color-scheme:dark){:root{${tokensToCss('dark')}}}:root[data-theme=light]{${tokensToCss('light')}}:root[data-theme=dark]{${tokensToCss('dark')}}`
  return `${themes}${base}${map}${laneMarks}${cards}${panel}${phone}${print}@media print{:root,:root[data-theme]{${tokensToCss('light')}}}`
}

const base = `
*{box-sizing:border-box}html{background:var(--paper);color:var(--ink);font:400 14px/1.45 var(--font);-webkit-text-size-adjust:100%}
body{margin:0}h1,h2,h3,h4,p,ul,dl,dd,blockquote{margin:0;padding:0}ul{list-style:none}button{font:inherit;color:inherit}
:focus-visible{outline:2px solid var(--focus);outline-offset:2px}
.head{display:grid;grid-template-columns:1fr auto;gap:4px 24px;padding:28px 32px 16px}
.head h1{font-size:var(--type-display);line-height:1.15;font-weight:600;letter-spacing:-.01em;text-wrap:balance;overflow-wrap:anywhere}
.head .summary{color:var(--ink-soft);max-width:78ch;grid-column:1}.head .basis{color:var(--ink-faint);font-size:12px;grid-column:1/-1}
.tools{grid-row:1/3;grid-column:2;text-align:end}.mark{font-size:11px;color:var(--ink-faint)}
#theme,#panel-close{background:var(--surface);border:1px solid var(--line);border-radius:999px;padding:4px 14px;cursor:pointer;min-height:32px}
.legend{display:flex;flex-wrap:wrap;gap:6px 20px;padding:0 32px 14px;font-size:12px;color:var(--ink-faint)}.legend b{color:var(--ink);font-weight:600}
.swatch{border:1px solid var(--line);border-radius:3px;background:var(--surface)}.legend .swatch{display:inline-block;width:26px;height:14px;vertical-align:-2px;margin-inline-end:6px}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.printed{display:none}`

const map = `
#frame{overflow:auto;max-height:100dvh;border-top:1px solid var(--hairline);scroll-padding:150px 16px 16px 150px;position:relative}
.map{border-collapse:separate;border-spacing:0;table-layout:fixed;margin:0 24px 24px 0}
.map th{font-weight:600;text-align:start;vertical-align:top}
.map thead th{position:sticky;top:0;z-index:3;background:var(--paper);padding:12px 0 8px 14px}
.map thead .corner,.map tbody th{position:sticky;left:0;z-index:2;background:var(--paper)}.map thead .corner{z-index:4;padding-left:32px;font-size:12px;color:var(--ink-faint)}
.map tbody th{padding:14px 12px 12px 32px;font-size:12px;line-height:16px;overflow-wrap:anywhere}
.map tbody th .note{display:block;font-weight:400;color:var(--ink-faint);font-size:11px;margin-top:4px}
.map tbody th .name{display:block;border-inline-start:3px solid var(--line);padding-inline-start:8px}
.map tbody tr.lane>*{border-top:1px solid var(--hairline)}.map td{padding:10px 0 10px 14px;vertical-align:top}
.map td.drawing{padding:0}.map td.drawing svg{display:block}
.stage{background:var(--sunken);border-radius:8px;padding:10px 12px;min-height:86px}.stage .no{float:inline-end;color:var(--ink-faint);font-weight:400;font-size:12px}
.stage .title{font-size:15px;line-height:20px;overflow-wrap:anywhere}.stage dl{display:flex;gap:6px 14px;justify-content:space-between;font-weight:400;max-width:320px}
.stage dl div{display:flex;flex-direction:column-reverse;justify-content:flex-end}.stage dd{font-weight:600;white-space:nowrap}.stage dt{font-size:10px;line-height:13px;color:var(--ink-soft)}.stage .bad dd{color:var(--bad)}
.empty{color:var(--ink-faint);font-style:italic;font-size:12px}
.stream{cursor:default}.stream:focus-visible{outline:none;stroke:var(--focus);stroke-width:2}.stream:hover{filter:brightness(.9)}
#river-said{min-height:20px;padding:0 14px 2px;font-size:12px;color:var(--ink-soft);position:sticky;left:150px;display:inline-block}`

const laneMarks = Object.keys(palettes.light.lanes)
  .map((kind) => `.map tbody th .lane-${kind}{border-color:var(--lane-${kind})}`)
  .join('')

const cards = `
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(150px,1fr));gap:7px;align-items:start}
.card{display:grid;grid-template-columns:1fr auto;gap:0 8px;width:100%;text-align:start;background:var(--surface);border:1px solid var(--line);border-radius:5px;padding:8px 10px;font-size:12px;line-height:16px;cursor:pointer;position:relative}
.card>*{overflow-wrap:anywhere;min-width:0}.card:hover{background:var(--sunken)}.card[aria-expanded]{outline:2px solid var(--accent)}
.card .title{font-weight:600}.card .plain{font-weight:400}.card .figure{font-size:17px;line-height:20px;font-weight:600;overflow-wrap:normal;white-space:nowrap}
.card .tag,.card .detail,.card meter,.card .sign{grid-column:1/-1}.card .tag{color:var(--bad);font-weight:600;font-size:10px}.card .detail{color:var(--ink-soft);font-size:11px;line-height:14px}
.card .note{grid-column:1/-1;font-style:italic;font-size:11px;line-height:14px}.card .picture{grid-column:1/-1;max-width:100%;max-height:140px;border-radius:3px;margin-bottom:4px}
.card .sign{color:var(--ink-faint);font-size:10px;line-height:14px;margin-top:2px}
.card meter{appearance:none;width:100%;height:4px;background:var(--sunken);border:0;border-radius:2px;margin:4px 0;display:block}.card meter::-webkit-meter-bar{background:var(--sunken);border:0;height:4px;border-radius:2px}
.card meter::-webkit-meter-optimum-value{background:var(--accent)}.card meter::-moz-meter-bar{background:var(--accent)}
[data-standing=reported] .plain:before{content:'“';color:var(--lane-verbatims);font-weight:600}[data-standing=reported] .plain:after{content:'”';color:var(--lane-verbatims);font-weight:600}
[data-standing=reported]{border-inline-start:3px double var(--lane-verbatims)}[data-standing=inferred]{border-style:dotted;border-width:1.5px}
[data-standing=assumed]{border-style:dashed;background:repeating-linear-gradient(135deg,var(--surface) 0 6px,var(--sunken) 6px 7px)}
[data-standing='no data']{border:1px dashed var(--line);background:none;color:var(--ink-faint)}
.pain{border-color:var(--bad);border-inline-start:4px solid var(--bad);background-color:var(--bad-soft)}`

const panel = `
#panel{position:fixed;inset:0 0 0 auto;width:min(400px,100vw);background:var(--surface);border-inline-start:1px solid var(--line);box-shadow:-8px 0 28px rgb(0 0 0/.14);padding:16px 24px 32px;overflow:auto;z-index:10}
#panel-close{position:sticky;top:0;float:inline-end;z-index:1}#panel .place{font-size:12px;color:var(--ink-faint);padding-top:6px}#panel h2{font-size:20px;line-height:26px;margin:8px 0;overflow-wrap:anywhere;clear:both}
#panel h3{font-size:15px;margin:20px 0 6px}#panel h4{font-size:14px;overflow-wrap:anywhere}#panel .figure{font-size:30px;line-height:36px;font-weight:600}#panel .detail,#panel .facts{color:var(--ink-soft)}
#panel .why{background:var(--sunken);border-radius:5px;padding:8px 12px;margin:12px 0}#panel .evidence{border-top:1px solid var(--hairline);padding:10px 0;overflow-wrap:anywhere}#panel .evidence p{color:var(--ink-soft);font-size:12px}
#panel blockquote{border-inline-start:3px solid var(--lane-verbatims);padding-inline-start:10px;margin:6px 0}#panel a{color:var(--accent)}`

const phone = `
@media (max-width:700px){.head{grid-template-columns:1fr;padding:18px 16px 10px}.head h1{font-size:24px}.tools{grid-row:auto;grid-column:1;display:flex;justify-content:space-between;align-items:center;margin-top:8px}.legend{padding:0 16px 10px;gap:4px 12px}.legend .meaning{display:none}
#frame{scroll-snap-type:x proximity;scroll-padding:120px 0 0 34px}.map thead th:not(.corner){scroll-snap-align:start}.map col.heads{width:34px}
.map thead .corner{padding:0;font-size:0}.map tbody th{padding:12px 4px 8px;writing-mode:vertical-rl;width:34px;white-space:nowrap;overflow:hidden}.map tbody th .note{display:none}.map tbody th .name{border-inline-start:0;border-block-end:3px solid var(--line);padding:2px}
#river-said{left:34px}#panel{inset:auto 0 0 0;width:100%;max-height:75dvh;border-radius:12px 12px 0 0;border-top:1px solid var(--line)}}`

const print = `
@page{size:A4 landscape;margin:12mm}
@media print{html{background:#fff}#frame,#panel,#theme{display:none!important}.head{padding:0 0 8px}.legend{padding:0 0 8px}.printed{display:block}.printed svg{width:100%;height:auto}
.printed section{break-before:page}.printed h2{font-size:18px;margin-bottom:2px}.printed .numbers{color:var(--ink-soft);margin-bottom:8px}.printed table{width:100%;border-collapse:collapse;font-size:11px;line-height:15px}
.printed th{text-align:start;vertical-align:top;width:34mm;padding:5px 8px 5px 0;border-top:1px solid var(--hairline)}.printed td{border-top:1px solid var(--hairline);padding:5px 0}.printed ul{columns:2;column-gap:8mm}.printed li{break-inside:avoid;overflow-wrap:anywhere;margin-bottom:3px}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`
