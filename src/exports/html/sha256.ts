/** SHA-256 (FIPS 180-4) of bytes, in base64: what a content security policy names a script by. */
export function sha256Base64(bytes: Uint8Array): string {
  const state = Uint32Array.from(initial)
  const padded = pad(bytes)
  const view = new DataView(padded.buffer)
  for (let offset = 0; offset < padded.length; offset += 64) compress(state, view, offset)
  return base64(Array.from(state, (word) => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255]).flat())
}

/** A text's UTF-8 bytes. Lone surrogates become U+FFFD. */
export function utf8(text: string): Uint8Array {
  const escaped = encodeURIComponent(text.toWellFormed())
  const bytes: number[] = []
  for (let index = 0; index < escaped.length; index++) {
    if (escaped[index] !== '%') bytes.push(escaped.charCodeAt(index))
    else {
      bytes.push(Number.parseInt(escaped.slice(index + 1, index + 3), 16))
      index += 2
    }
  }
  return Uint8Array.from(bytes)
}

const firstPrimes = Array.from({ length: 312 }, (_, n) => n).filter(
  (n) => n > 1 && !Array.from({ length: n }, (_, d) => d).some((d) => d > 1 && n % d === 0),
)
const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32)
const initial = firstPrimes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)))
const constants = Uint32Array.from(firstPrimes.slice(0, 64).map((prime) => fraction(Math.cbrt(prime))))

function pad(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0)
  return padded
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

function compress(state: Uint32Array, view: DataView, offset: number): void {
  const words = new Uint32Array(64)
  const at = (index: number): number => words[index] ?? 0
  for (let index = 0; index < 64; index++) {
    const [early, late] = [at(index - 15), at(index - 2)]
    words[index] =
      index < 16
        ? view.getUint32(offset + index * 4)
        : at(index - 16) +
          (turn(early, 7) ^ turn(early, 18) ^ (early >>> 3)) +
          at(index - 7) +
          (turn(late, 17) ^ turn(late, 19) ^ (late >>> 10))
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let index = 0; index < 64; index++) {
    const first = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (constants[index] ?? 0) + at(index)) | 0
    const second = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  ;[a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) + word
  })
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: readonly number[]): string {
  let text = ''
  for (let index = 0; index < bytes.length; index += 3) {
    const group = ((bytes[index] ?? 0) << 16) | ((bytes[index + 1] ?? 0) << 8) | (bytes[index + 2] ?? 0)
    const signs = [18, 12, 6, 0].map((shift) => alphabet[(group >> shift) & 63] ?? '')
    text += signs
      .slice(0, Math.min(4, bytes.length - index + 1))
      .join('')
      .padEnd(4, '=')
  }
  return text
}
