export { presetNames, simulate, type Chunk, type PresetName, type SimulateOptions } from './simulate.ts'
export type { CustomerTruth } from './arrival.ts'
export type { PlantedTruth, Truth } from './truth.ts'
