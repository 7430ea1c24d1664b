/**
 * Words that say nothing of what a text is about, by language (ISO 639-1). Our own short lists: articles, pronouns, auxiliary
 * verbs, prepositions, and what everybody writes in every answer.
 */
const lists = {
  en: `a about after again all also am an and any are aren't as at be because been before being but by can can't cannot could couldn't did
    didn't do does doesn't doing don't down each else even every for from further get gets getting go goes going got had has have haven't
    having he her here hers him his how i i'd i'll i'm i've if in into is isn't it it's its itself just let like made make makes many may me
    might more most much must my no nor not of off often on once one only or other our out over own per perhaps quite rather really said same
    say says she should shouldn't since so some still such than that that's the their them then there these they they're this those though
    through to too under until up us very via was wasn't we we're we've well were weren't what when where which while who whom whose why will
    with within without won't would wouldn't yet you you're your yours ve ll re im ive dont`,
  de: `aber alle allem allen aller alles als also am an ander andere anderen auch auf aus bei beim bin bis bist da dabei damit dann das dass
    dein dem den denn der des dich die dies diese diesem diesen dieser dieses doch dort du durch ein eine einem einen einer eines er es etwas
    euch euer für gegen gewesen hab habe haben hat hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihren im immer in ins ist ja jede
    jeden jeder jetzt kann kein keine keinen können könnte leider man mehr mein meine meinem meinen meiner mich mir mit mal muss nach nicht
    noch nun nur ob oder ohne schon sehr sein seine sich sie sind so soll sondern über um und uns unser unsere unter viel vom von vor war
    waren warum was wegen weil weiter welche wenn wer werde werden wie wieder will wir wird wo wurde wurden zu zum zur zwar zwischen`,
  fr: `à ai aucun aussi autre aux avec avais avait avant avez avoir avons bien c'est car ce cela ces cet cette chez comme comment d'un d'une
    dans de des donc dont du elle elles en encore est et étaient était été être eu fait il ils j'ai je jusqu la là le les leur leurs lui ma
    mais me même mes moi mon n'a n'est ne ni nos notre nous on ont ou où par pas peu peut plus pour pourquoi qu'il quand que quel quelle qui
    sa sans se sera ses si son sont sous suis sur ta te tes ton toujours tous tout toute toutes très trop tu un une vos votre vous y`,
  es: `a al algo algunos ante antes aquí así aunque cada como con cual cuando de del desde donde dos el él ella ellos en entre era eran es
    esa ese eso esta está están estar estas este esto estoy fue fueron ha había hace han hasta hay he la las le les lo los más me mi mis
    mientras muy nada ni no nos nosotros o otra otro para pero poco por porque pues que qué quien se sea según ser si sí sido sin sobre
    solo son soy su sus también tan tanto te tengo tiene tienen todo todos tu un una unas uno unos usted y ya yo`,
  pt: `a à ainda ao aos as às até com como da das de dela dele do dos e é ela ele eles em entre era essa esse esta está estava este eu foi
    foram há isso isto já lhe lo mais mas me mesmo meu meus minha minhas muito na não nas nem no nos nós o os ou para pela pelo por porque
    pois pra quais qual quando que quem se sem ser será seu seus só sou sua suas são também te tem tenho ter teu teve tinha tive toda todo
    todos tudo um uma umas uns você vocês vou`,
  it: `a abbiamo ad ai al alla alle allo anche ancora avere aveva c'è che chi ci ciò come con cosa così da dal dalla dalle degli dei del
    della delle dello di dove due e è ed era erano essere fa fra gli ha hai hanno ho i il in io l'ho la le lei li lo loro lui ma me mi mia
    mio molto ne nei nel nella non nono noi o ogni per però perché più poi qua quando quella quello questa questo qui sarà se sei senza si
    sia sono sta stato su sua sul sulla suo te ti tra tutti tutto un una uno vi voi`,
  nl: `aan al alle alles als altijd bij ben bent daar dan dat de der deze die dit doe door dus een en er ge geen had hadden heb hebben heeft
    hem het hier hij hoe hun ik in is je kan kon kunnen maar me meer men met mij mijn moet na naar niet nog nu of om omdat ons onze ook op
    over reeds te toch toen tot u uit uw van veel voor want waren was wat we wel werd wezen wie wij wil worden zal ze zei zelf zich zij zijn zo
    zonder zou`,
  pl: `a ale bardzo bez bo by był była było być bym co czy dla do go i ich ile im ja jak jest jestem jeszcze już ja każdy kiedy która które
    który ma mam mi mnie moje może mój na nad nam nas nie nim o od on ona one po pod przez przy się są ta tak także tam te tego tej ten to
    tu tylko tym u w we wszystko z za ze że żeby`,
  sv: `alla allt att av bara blev bli där de dem den denna det detta dig din du efter ej eller en er ett finns för från går ha hade han har
    hon hur i icke in inte jag kan kom kunde man med men mig min mina mot mycket nu när någon något och om oss på sedan sig sin ska som så
    till under upp ut utan vad var vara vi vid vill är även över`,
} as const satisfies Readonly<Record<string, string>>

/** A language that themes know the small words of. */
export type KnownLanguage = keyof typeof lists

const sets = new Map(
  Object.entries(lists).map(([language, words]) => [language as KnownLanguage, new Set(words.trim().split(/\s+/))] as const),
)
const nothing: ReadonlySet<string> = new Set()

export const stopWords = (language: string): ReadonlySet<string> => sets.get(language as KnownLanguage) ?? nothing

/** The language whose small words a text uses most; '' where none or two alike. */
export function languageByStopWords(words: readonly string[]): string {
  let best = ''
  let most = 0
  let tied = false
  for (const [language, set] of sets) {
    let hits = 0
    for (const word of words) if (set.has(word)) hits++
    if (hits === most) tied = hits > 0
    if (hits <= most) continue
    most = hits
    best = language
    tied = false
  }
  return tied ? '' : best
}
