export interface MaskOptions {
  /** Ids of customers and accounts, and names of people that are known. */
  readonly known?: readonly string[]
}
export interface MaskedText {
  readonly text: string
  /** What was taken out, by kind. */
  readonly masked: Readonly<Record<string, number>>
}

/**
 * A text without what tells who wrote it: addresses of mail and web, numbers of phones, cards, accounts and orders, known ids and
 * names. Rather too much is masked than too little: every run of six digits goes. Names that nobody told it stay.
 */
export function maskPersonalData(text: string, { known = [] }: MaskOptions = {}): MaskedText {
  return createMask({ known })(text)
}

/** The same for many texts; what is known is prepared once. */
export function createMask({ known = [] }: MaskOptions): (text: string) => MaskedText {
  const names = knownPattern(known)
  const rules: readonly (readonly [string, RegExp])[] = [...(names ? [['name', names] as const] : []), ...fixedRules]
  return (text) => {
    const masked: Record<string, number> = {}
    const clean = rules.reduce(
      (rest, [kind, pattern]) =>
        rest.replace(pattern, () => {
          masked[kind] = (masked[kind] ?? 0) + 1
          return `[${kind}]`
        }),
      plain(text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text),
    )
    return { text: clean, masked }
  }
}

/** The rest of a longer text is left out: patterns take long on hostile texts. */
const mostCharacters = 2000

/** Characters that look alike become one; those that cannot be seen go. Digits of every script become 0 to 9. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Co}\p{Cs}\u{FE00}-\u{FE0F}]/gu, '')
    .replace(/[\p{Dash_Punctuation}\u2212]/gu, '-')
    .replace(/\p{Nd}/gu, (digit) => String(digitOf(digit)))
    .replace(/[\p{Zs}\t]/gu, ' ')
}

/** Decimal digits of a script stand in tens in Unicode. */
function digitOf(digit: string): number {
  let code = digit.codePointAt(0) ?? 48
  let value = 0
  if (code >= 48 && code <= 57) return code - 48
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - 1))) {
    code--
    value++
  }
  return value
}

const at = String.raw`(?:@|\s*[([{<]\s*(?:at|@|ät|arroba|chez)\s*[)\]}>]\s*|\s+(?:at|ät|arroba)\s+(?=[\p{L}\p{N}-]+\s*(?:\.|[([{]\s*dot|\s+dot\s)))`
const dot = String.raw`(?:\.|\s*[([{<]\s*(?:dot|punkt|\.)\s*[)\]}>]\s*|\s+dot\s+)`
const mail = new RegExp(String.raw`[\p{L}\p{N}._%+'-]+(?:\s+@\s+|${at})[\p{L}\p{N}-]+(?:${dot}[\p{L}\p{N}-]+)+`, 'giu')
const address = /\b(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s<>"']+/gi
/** A host with a path or a query, without a scheme. */
const bareAddress = /\b(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/|\?)[^\s<>"']*/giu
const iban = /\b[A-Z]{2}[ -]?\d{2}(?:[ -]?[A-Z0-9]){10,30}\b/gi
/** Six digits or more, however they are set apart. */
const digits = /(?<![\p{L}\p{N}])[+(]?(?:\d[ ().\-/:_,]{0,2}){5,}\d(?![\p{L}\p{N}])|\d{6,}/gu
/** Letters and digits mixed, of eight characters or more: orders, bookings, keys. */
const token = /(?<![\p{L}\p{N}])(?=[\p{L}\p{N}_-]*\d[\p{L}\p{N}_-]*\d)(?=[\p{L}\p{N}_-]*\p{L})[\p{L}\p{N}_-]{8,}(?![\p{L}\p{N}])/gu
/** A handle: @ada_l */
const handle = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.]{2,}/gu
/** "Kind regards, Ada": what follows a close at the end of a text. */
const signature =
  /(?<=(?:regards|cheers|sincerely|yours|grüßen?|grüße|cordialement|saludos|atenciosamente|groeten)[,!.]?\s+)\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+){0,3}\s*$/gu
const named =
  /(?<=\b(?:my name is|i am called|ich heiße|mein name ist|je m'appelle|me llamo|meu nome é|mi chiamo)\s+)\p{L}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)*/giu
const titled = /(?<=\b(?:Mrs?|Ms|Dr|Herrn?|Frau|Mme|M|Sr|Sra|Sig)\.?\s)\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'-]+)?/gu

const fixedRules: readonly (readonly [string, RegExp])[] = [
  ['link', address],
  ['email', mail],
  ['link', bareAddress],
  ['account number', iban],
  ['number', digits],
  ['handle', handle],
  ['name', signature],
  ['name', named],
  ['name', titled],
  ['code', token],
]

const mostKnown = 20_000

/** Ids as whole words in either case. One of two characters is no id that could be told from a word. */
function knownPattern(known: readonly string[]): RegExp | undefined {
  const parts = known
    .flatMap((one) => [one, ...(one.includes(' ') ? one.split(/\s+/) : [])])
    .map((one) => plain(one).trim())
    .filter((one) => one.length >= 3)
  const unique = [...new Set(parts)].toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, mostKnown)
  if (unique.length === 0) return undefined
  const escaped = unique.map((one) => one.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replace(/ /g, String.raw`\s+`))
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${escaped.join('|')})(?![\p{L}\p{N}])`, 'giu')
}
