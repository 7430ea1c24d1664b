/**
 * A word without its common endings, so that "connect", "connecting" and "connection" count as one. Light on purpose: endings by
 * language, longest first, and at least four letters stay. Returns the word itself where the language is not known.
 */
export function stem(word: string, language: string): string {
  const endings = byLanguage[language]
  if (!endings || word.length < 5) return word
  for (const ending of endings) {
    if (word.length - ending.length < 4 || !word.endsWith(ending)) continue
    return tidy(word.slice(0, -ending.length))
  }
  return tidy(word)
}

/** "shipped" → "shipp" → "ship"; "delivery", "deliverie" → "deliver". */
function tidy(text: string): string {
  const last = text.at(-1)
  if (text.length > 4 && (last === 'e' || last === 'y' || last === 'i')) return text.slice(0, -1)
  return text.length > 4 && last === text.at(-2) && !'aeioulsz'.includes(last ?? '') ? text.slice(0, -1) : text
}

const byLength = (endings: string): readonly string[] => endings.split(' ').toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))

const byLanguage: Readonly<Record<string, readonly string[]>> = {
  en: byLength("'s s es ed ing ings ion ions ors tor ly ment ments ness able ful"),
  de: byLength('e en er ern em es s st t te ten tes ung ungen lich liche licher lichen heit keit'),
  fr: byLength('e es s er ée ées és é ez ent ement ments ment ation ations ant ants tion tions eur eurs euse'),
  es: byLength('s es o a os as ó ar er ir ado ada ados adas ando iendo ido ida ción ciones mente aron ieron'),
  pt: byLength('s es o a os as ar er ir ou ei ado ada ados adas ando endo ido ida ção ções mente aram eram'),
  it: byLength('o a i e are ere ire ato ata ati ate ando endo uto ito ita zione zioni mente'),
  nl: byLength('e en s er t te ten de den ing ingen lijk lijke heid'),
  sv: byLength('a ar er or en et na t s de te ade at ning ningar'),
}
