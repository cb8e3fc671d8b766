import { freezeEdition } from '#lib/notes/editions/status-commands';
import { requestDocuments } from '#lib/notes/documents/jobs';
import { freezeInput } from '#lib/notes/editions/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: freezeInput,
  // The documents are made at once. If that cannot be started, a person can start it later.
  command: async (actor, input) => {
    const frozen = await freezeEdition(actor, input);
    if (frozen.ok) await requestDocuments(actor, { id: input.id });
    return frozen;
  },
  page: ({ locale, id }) => `/${locale}/notes/${id}/checks`,
  next: (_, { locale, id }) => `/${locale}/notes/${id}`,
});
