const bytesOf = (hex: string): Uint8Array =>
  Uint8Array.from({ length: hex.length / 2 }, (_, at) => parseInt(hex.slice(at * 2, at * 2 + 2), 16))

/** The smallest real pictures of each format, 1 × 1. */
export const pictures = {
  png: bytesOf(
    '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da6364f8cf500f00038601805a347d6b0000000049454e44ae426082',
  ),
  gif: bytesOf('47494638396101000100800000000000ffffff21f90401000000002c000000000100010000020144003b'),
  jpeg: bytesOf(
    'ffd8ffe000104a46494600010101004800480000ffdb004300ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc2000b080001000101011100ffc40014100100000000000000000000000000000000ffda0008010100013f10ff0012ffd9',
  ),
  webp: bytesOf('52494646220000005745425056503820160000003001009d012a010001000ec0fe25a400037000000000'),
} as const
