/** Wend's sign: a path that bends, and the stream beside it. */
export function WendMark() {
  return (
    <svg className="wend-mark" viewBox="0 0 32 32" width="28" height="28" aria-hidden>
      <rect width="32" height="32" rx="8" className="wend-mark-ground" />
      <path d="M5 11c5.500 0 5.500 10 11 10s5.500-10 11-10" className="wend-mark-path" />
      <path d="M5 21c3 0 4.500-2 5.800-4.200M21.200 15.200C22.500 13 24 21 27 21" className="wend-mark-stream" />
    </svg>
  )
}
