import type { Template } from '../template.ts'
import { b2bSaas } from './b2b-saas.ts'
import { general } from './general.ts'

/** All templates, in the order in which they are offered. */
export const templates: readonly Template[] = [general, b2bSaas]
