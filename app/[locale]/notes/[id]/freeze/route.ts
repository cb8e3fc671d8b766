import { freezeEdition } from '#lib/notes/edition-commands';
import { askForDocuments } from '#lib/notes/jobs';
import { freezeInput } from '#lib/notes/input';
import { post } from '#lib/http/post';

export const POST = post({
  input: freezeInput,
  // The documents are made at once. If that cannot be started, a person can start it later.
  command: async (actor, input) => {
    const frozen = await freezeEdition(actor, input);
    if (frozen.ok) await askForDocuments(actor, { id: input.id });
    return frozen;
  },
  page: ({ locale, id }) => `/${locale}/notes/${id}/checks`,
  onward: (_, { locale, id }) => `/${locale}/notes/${id}`,
});
