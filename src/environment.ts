import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

const positive = z.coerce.number().int().positive()

const environmentSchema = z.object({
  /** Where Wend keeps everything. */
  WEND_DATA: z.string().min(1).default(join(homedir(), '.wend')),
  WEND_PORT: z.coerce.number().int().min(0).max(65_535).default(4470),
  /** Size of one uploaded file. */
  WEND_MAX_UPLOAD_BYTES: positive.default(20_000_000_000),
  /** Bytes of memory that the event engine may use; unset: a share of the machine's. */
  WEND_ENGINE_MEMORY: positive.optional(),
  /** A PostgreSQL database for everything but events; unset: an SQLite file in the data directory. */
  DATABASE_URL: z
    .string()
    .refine((text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text), 'it has the form postgres://user:password@host:5432/database')
    .optional(),
  /** An OpenAI-compatible endpoint that may name themes and draft text, such as https://models.example/v1. Unset: none, nothing is sent. */
  WEND_ASSISTANT_URL: z
    .string()
    .refine((text) => /^https?:\/\//.test(text) && URL.canParse(text) && new URL(text).username === '', 'it has the form https://host/v1')
    .optional(),
  WEND_ASSISTANT_KEY: z.string().min(1).optional(),
  WEND_ASSISTANT_MODEL: z.string().min(1).max(200).optional(),
})

export interface Environment {
  readonly dataDirectory: string
  readonly port: number
  readonly uploadBytes: number
  readonly engineMemory?: number
  readonly databaseUrl?: string
  readonly assistant?: { readonly url: string; readonly model: string; readonly key?: string }
}

/** The settings of the environment, checked once at start. Throws a sentence that names the setting to mend. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const parsed = environmentSchema.safeParse(variables)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new Error(`The setting ${issue?.path.map(String).join('.') ?? ''} cannot be used: ${issue?.message ?? 'unknown'}.`)
  }
  const { WEND_DATA, WEND_PORT, WEND_MAX_UPLOAD_BYTES, WEND_ENGINE_MEMORY, DATABASE_URL } = parsed.data
  const { WEND_ASSISTANT_URL: url, WEND_ASSISTANT_MODEL: model, WEND_ASSISTANT_KEY: key } = parsed.data
  if (url !== undefined && model === undefined) throw new Error('The setting WEND_ASSISTANT_MODEL is missing: name the model to ask.')
  return {
    dataDirectory: WEND_DATA,
    port: WEND_PORT,
    uploadBytes: WEND_MAX_UPLOAD_BYTES,
    ...(WEND_ENGINE_MEMORY !== undefined && { engineMemory: WEND_ENGINE_MEMORY }),
    ...(DATABASE_URL !== undefined && { databaseUrl: DATABASE_URL }),
    ...(url !== undefined && model !== undefined && { assistant: { url, model, ...(key !== undefined && { key }) } }),
  }
}
