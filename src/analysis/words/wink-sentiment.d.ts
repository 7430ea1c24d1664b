/** Valences −5..+5 that ship with wink-sentiment; the package declares no types. */
declare module 'wink-sentiment/src/afinn-en-165.js' {
  const values: Readonly<Record<string, number>>
  export default values
}
declare module 'wink-sentiment/src/afinn-en-165-2grams.js' {
  const values: Readonly<Record<string, Readonly<Record<string, number>>>>
  export default values
}
declare module 'wink-sentiment/src/emojis.js' {
  const values: Readonly<Record<string, number>>
  export default values
}
declare module 'wink-sentiment/src/emoticons.js' {
  const values: Readonly<Record<string, number>>
  export default values
}
