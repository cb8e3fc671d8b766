import { EditionForm } from '#components/notes/edition-form';
import { FormResultNotice } from '#components/ui/form-result-notice';
import { Page } from '#components/ui/page';
import type { FormFields } from '#lib/http/form';
import { visibleEditions, type EditionView } from '#lib/notes/store/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';
import { readEdition, type NoteParams } from '../read-edition';

/** The stored particulars as the fields of the form. */
function fieldsOfEdition({ edition }: EditionView): FormFields {
  const field = (value: string | number | null) => [String(value ?? '')];
  return {
    symbol: field(edition.symbol),
    chapters: field(edition.chapters.join(',')),
    cutoff: field(edition.cutoff),
    previousId: field(edition.previousId),
    previousCutoff: field(edition.previousId ? null : edition.previousCutoff),
    previousSymbol: field(edition.previousId ? null : edition.previousSymbol),
    session: field(edition.session),
    place: field(edition.place),
    agendaItem: field(edition.agendaItem),
    documentDate: field(edition.documentDate),
    sourceLocale: field(edition.sourceLocale),
    agendaSymbol: field(edition.standing?.agendaSymbol ?? ''),
    readSymbol: field(edition.standing?.readSymbol ?? ''),
    sinceSession: field(edition.standing?.sinceSession ?? ''),
    nextChapters: field(edition.standing?.nextChapters.join(',') ?? ''),
    nextSession: field(edition.standing?.nextSession ?? ''),
    languages: [...edition.languages],
    title: field(edition.title[edition.sourceLocale] ?? ''),
  };
}

/** The form of the particulars of a draft. */
export default async function Head({ params }: NoteParams) {
  const reading = await readEdition({ params, page: '/head' });
  const { locale, t, actor, found, isWriter, notePath, result, by, frame } = reading;
  if (!found) return <MissingPage locale={locale} />;
  if (!isWriter) return <ForbiddenPage locale={locale} />;
  const { id, version } = found.edition;
  const { form = fieldsOfEdition(found), errors, notice } = result;
  const earlier = (await visibleEditions(actor))
    .filter((other) => other.id !== id)
    .map((other) => ({ id: other.id, label: other.symbol }));
  return (
    <Page title={t('notes.form.headTitle')} {...frame}>
      <h1>{t('notes.form.headTitle')}</h1>
      <FormResultNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <EditionForm
        {...{ locale, t, by, form, errors, earlier, version }}
        action={`${notePath}/change-head`}
      />
    </Page>
  );
}
