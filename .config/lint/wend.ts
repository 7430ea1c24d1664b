import { arrow } from './arrow.ts'
import { pureClock } from './pure-clock.ts'

/** Wend's own lint rules. A plugin has to be a default export. */
export default { meta: { name: 'wend' }, rules: { arrow, 'pure-clock': pureClock } }
