export { presetNames, simulate, type Chunk, type PresetName, type SimulateOptions } from './simulate.ts'
export type { Truth } from './truth.ts'
