/** A caller may go on sending this many times the limit before the connection is cut; until then it gets an answer. */
const patience = 8

/** All bytes of a stream, or undefined when there are more than `most`. Memory is bounded by `most`. */
export async function collectBytes(bytes: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  let pieces: Uint8Array[] = []
  let total = 0
  for await (const piece of bytes) {
    total += piece.byteLength
    if (total <= most) pieces.push(piece)
    else pieces = []
    // Leaving the loop closes the connection, and the caller would never read why.
    if (total > most * patience) break
  }
  return total > most ? undefined : Buffer.concat(pieces)
}
