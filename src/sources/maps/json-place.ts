/** The line, from 1, on which the value at a path such as `cards[3].lane` stands in a JSON text; 1 where there is none. */
export function lineOfPath(json: string, path: string): number {
  const parts = [...path.matchAll(/\[(\d+)\]|([^.[\]]+)/g)].map((part) => (part[1] === undefined ? (part[2] ?? '') : Number(part[1])))
  const at = new Walker(json).find(parts)
  return json.slice(0, at).split('\n').length
}

/** Walks a text that is known to be JSON. */
class Walker {
  private at = 0
  private readonly json: string
  constructor(json: string) {
    this.json = json
  }

  find(parts: readonly (string | number)[]): number {
    let place = this.skip()
    for (const part of parts) {
      if (!this.enter(part)) break
      place = this.skip()
    }
    return place
  }

  /** Moves to the value of a key or at an index of the value it stands at. */
  private enter(part: string | number): boolean {
    const open = this.json[this.at]
    if (open !== (typeof part === 'number' ? '[' : '{')) return false
    this.at += 1
    for (let index = 0; ; index++) {
      const next = this.json[this.skip()]
      if (next === undefined || next === '}' || next === ']') return false
      if (typeof part === 'string') {
        const from = this.at
        this.string()
        const key: unknown = JSON.parse(this.json.slice(from, this.at))
        this.skip()
        this.at += 1
        if (key === part) return true
      } else if (index === part) return true
      this.skip()
      this.value()
      if (this.json[this.skip()] === ',') this.at += 1
    }
  }

  private skip(): number {
    while (/\s/.test(this.json[this.at] ?? '')) this.at += 1
    return this.at
  }

  private string(): void {
    this.at += 1
    while (this.at < this.json.length && this.json[this.at] !== '"') this.at += this.json[this.at] === '\\' ? 2 : 1
    this.at += 1
  }

  private value(): void {
    for (let depth = 0; this.at < this.json.length;) {
      const sign = this.json[this.at]
      if (sign === '"') this.string()
      else {
        if (sign === '{' || sign === '[') depth += 1
        if (sign === '}' || sign === ']') depth -= 1
        if (depth < 0 || (depth === 0 && sign === ',')) return
        this.at += 1
      }
      if (depth === 0 && /[,\]}]/.test(this.json[this.at] ?? ',')) return
    }
  }
}
