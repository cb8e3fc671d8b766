import { environment } from '#lib/base/env';
import { isLocale } from '#lib/convention/names';
import { mediaTypes } from '#lib/files/media-types';
import { download } from '#lib/http/download';
import { entityTagOfFile } from '#lib/http/entity-tag';
import { fileOfEdition } from '#lib/notes/documents/files';
import { documentFormats } from '#lib/notes/model/vocabulary';

/** Downloads a finished document of an edition, for everybody who may see the edition. */
export const GET = download(async ({ actor, address }) => {
  const { id = '', language = '', format: wanted } = address;
  const format = documentFormats.find((known) => known === wanted);
  const isOpen = environment().open;
  if (!format || !isLocale(language) || (actor.role === 'public' && !isOpen)) {
    return { kind: 'missing' };
  }
  const found = await fileOfEdition(actor, id, language, format);
  if (!found) return { kind: 'missing' };
  const { file, content, symbol, isPublic } = found;
  const name = `${symbol.replaceAll('/', '-')}-${language}.${format}`;
  return {
    version: { entityTag: entityTagOfFile(file.sha256), isPublic: isPublic && isOpen },
    sha256: file.sha256,
    create: async () => ({ name, type: mediaTypes[format], content }),
  };
});
