import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const beside = fileURLToPath(new URL('../../shared/data', import.meta.url))

/**
 * Returns the path of a file of the real test data. The data lies beside the project (`../shared/data`) or where
 * WEND_TEST_DATA says. Throws when it is missing: a test on real data is never skipped.
 */
export function testData(...path: readonly string[]): string {
  const root = resolve(process.env['WEND_TEST_DATA'] ?? beside)
  const file = join(root, ...path)
  if (!existsSync(file))
    throw new Error(
      `The real test data is missing: ${file} does not exist. Put the data there, or set WEND_TEST_DATA to the folder that holds olist/, logs/ and the others.`,
    )
  return file
}
