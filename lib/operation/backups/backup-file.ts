import 'server-only';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable, type Duplex } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import * as z from 'zod/mini';
import { OperationError } from '#lib/operation/base/operation-error';

z.config({ jitless: true });

/**
 * A backup is a header of a fixed length and then the database: compressed, and encrypted if there
 * is a recipient. The header ends with its own hash and has the hash of all that follows, so that
 * no byte can be changed or missing without notice.
 */
const magic = 'needs-register-backup';
const formatVersion = 1;
const headerBytes = 4096;

const measured = z.object({ bytes: z.int(), sha256: z.string() });
const headerSchema = z.object({
  engine: z.enum(['sqlite', 'postgresql']),
  at: z.string(),
  release: z.string(),
  /** Which register it is of: the id of its first account. */
  register: z.string(),
  demonstration: z.boolean(),
  /** The last migration that the database has had. */
  migration: z.string(),
  revision: z.int(),
  head: z.string(),
  events: z.int(),
  encrypted: z.boolean(),
  content: measured,
  payload: measured,
});
export type BackupHeader = z.infer<typeof headerSchema>;
/** What a backup says of its register: the header without what is measured when it is written. */
export type BackupFacts = Omit<BackupHeader, 'encrypted' | 'content' | 'payload'>;

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function headerBlock(header: BackupHeader): Buffer {
  const text = `${magic} ${formatVersion}\n${JSON.stringify(header)}\n`;
  return Buffer.from(`${`${text}${sha256(text)}`.padEnd(headerBytes - 1)}\n`);
}

const damaged = (what: string) =>
  new OperationError('damaged', `This backup is damaged (${what}). Take another one.`);

function parseHeader(block: Buffer): BackupHeader {
  const [first = '', json = ''] = block.toString('latin1').split('\n', 2);
  const [, version] = /^needs-register-backup (\d{1,4})$/.exec(first) ?? [];
  if (version === undefined)
    throw new OperationError('not-a-backup', 'This file is not a backup of the Needs Register.');
  if (Number(version) > formatVersion)
    throw new OperationError('newer', 'A newer release made this backup. Use that release.');
  try {
    const header = headerSchema.parse(JSON.parse(json));
    if (headerBlock(header).equals(block)) return header;
  } catch {
    /* It is refused below. */
  }
  throw damaged('its header is not as it was written');
}

/** Reads the header of a backup. @throws OperationError where it is none, damaged or newer. */
export async function readHeader(file: string): Promise<BackupHeader> {
  const handle = await open(file);
  try {
    const block = Buffer.alloc(headerBytes);
    const { bytesRead } = await handle.read(block, 0, headerBytes, 0);
    const header = parseHeader(block.subarray(0, bytesRead));
    const { size } = await handle.stat();
    if (size !== headerBytes + header.payload.bytes) throw damaged('its length is wrong');
    return header;
  } finally {
    await handle.close();
  }
}

type Chunks = AsyncIterable<Buffer>;

/** Measures what flows through it, and refuses more than `most` bytes. */
function measure(most = Infinity) {
  const hash = createHash('sha256');
  let bytes = 0;
  return {
    through: async function* through(chunks: Chunks) {
      for await (const chunk of chunks) {
        bytes += chunk.length;
        if (bytes > most) throw damaged('it holds more than was written');
        hash.update(chunk);
        yield chunk;
      }
    },
    result: () => ({ bytes, sha256: hash.digest('hex') }),
  };
}

type Crypter = (file: globalThis.ReadableStream<Uint8Array>) => Promise<unknown>;

/** A step of a pipeline that encrypts or decrypts. */
const crypt = (crypter: Crypter) =>
  async function* through(chunks: Chunks) {
    const given = Readable.toWeb(Readable.from(chunks, { objectMode: false }));
    const made = await crypter(given as globalThis.ReadableStream<Uint8Array>);
    for await (const chunk of made as ReadableStream<Uint8Array>) yield Buffer.from(chunk);
  };
const unchanged = (chunks: Chunks) => chunks;

function encrypted(recipient: string | null) {
  if (recipient === null) return unchanged;
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return crypt((file) => encrypter.encrypt(file));
}

function decrypted(identity: string | null) {
  if (identity === null) {
    const line =
      'This backup is encrypted. Name the file with its age identity: BACKUP_IDENTITY_FILE=PATH.';
    throw new OperationError('identity', line);
  }
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return crypt((file) => decrypter.decrypt(file));
}

/** A private file, which must not be there yet. */
const writing = (file: string, start = 0) =>
  createWriteStream(file, { flags: start === 0 ? 'wx' : 'r+', mode: 0o600, start, flush: true });

async function syncFolder(folder: string) {
  const handle = await open(folder);
  await handle.sync().catch(() => undefined);
  await handle.close();
}

/** Writes a backup of the content; the file is there whole or not at all. */
export async function writeBackup(
  content: string,
  file: string,
  { facts, recipient }: Readonly<{ facts: BackupFacts; recipient: string | null }>,
): Promise<BackupHeader> {
  const begun = `${file}.part`;
  try {
    await (await open(begun, 'wx', 0o600)).close();
    const [plain, payload] = [measure(), measure()];
    const compress: Duplex = createZstdCompress();
    const source = createReadStream(content);
    const target = writing(begun, headerBytes);
    await pipeline(source, plain.through, compress, encrypted(recipient), payload.through, target);
    const sizes = { content: plain.result(), payload: payload.result() };
    const header = { ...facts, encrypted: recipient !== null, ...sizes };
    const handle = await open(begun, 'r+');
    await handle.write(headerBlock(header), 0, headerBytes, 0);
    await handle.sync();
    await handle.close();
    await rename(begun, file);
    await syncFolder(dirname(file));
    return header;
  } finally {
    await rm(begun, { force: true });
  }
}

/** Whether every byte after the header is as it was written. */
async function checkPayload(file: string, { payload }: BackupHeader) {
  const found = measure();
  await pipeline(createReadStream(file, { start: headerBytes }), found.through, async (chunks) => {
    for await (const _ of chunks);
  });
  if (found.result().sha256 !== payload.sha256) throw damaged('its checksum is wrong');
}

/**
 * Writes the content of a backup to a new file.
 * @throws OperationError where the backup is damaged or cannot be decrypted; nothing is left then.
 */
export async function unpackBackup(
  file: string,
  content: string,
  identity: string | null,
): Promise<BackupHeader> {
  const header = await readHeader(file);
  await checkPayload(file, header);
  const decrypt = header.encrypted ? decrypted(identity) : unchanged;
  const plain = measure(header.content.bytes);
  try {
    const source = createReadStream(file, { start: headerBytes });
    const decompress: Duplex = createZstdDecompress();
    await pipeline(source, decrypt, decompress, plain.through, writing(content));
    if (plain.result().sha256 !== header.content.sha256) throw damaged('its content differs');
    return header;
  } catch (error) {
    await rm(content, { force: true });
    if (error instanceof OperationError) throw error;
    if (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code)))
      throw error;
    if (header.encrypted)
      throw new OperationError('identity', 'This backup is encrypted for another identity.');
    throw damaged('it cannot be decompressed');
  }
}

/** The bytes of a file, or 0 where there is none. */
export const sizeOf = (file: string): Promise<number> =>
  stat(file).then(
    ({ size }) => size,
    () => 0,
  );
