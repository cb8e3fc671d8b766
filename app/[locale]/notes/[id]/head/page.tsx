import { EditionForm } from '#components/notes/edition-form';
import { AnswerNotice } from '#components/ui/answer-notice';
import { Page } from '#components/ui/page';
import { editions } from '#lib/notes/queries';
import { ForbiddenPage, MissingPage } from '../../../missing-page';
import { readEdition, type NoteParams } from '../reading';

/** The particulars of a draft. */
export default async function Head({ params }: NoteParams) {
  const {
    locale,
    t,
    actor,
    seen,
    writes,
    at,
    answer: { form, errors, notice },
    by,
    framed,
  } = await readEdition({ params, page: '/head' });
  if (!seen) return <MissingPage locale={locale} />;
  if (!writes) return <ForbiddenPage locale={locale} />;
  const { edition } = seen;
  const one = (value: string | number | null) => [String(value ?? '')];
  const stored = {
    symbol: one(edition.symbol),
    chapters: one(edition.chapters.join(',')),
    cutoff: one(edition.cutoff),
    previousId: one(edition.previousId),
    previousCutoff: one(edition.previousId ? null : edition.previousCutoff),
    previousSymbol: one(edition.previousId ? null : edition.previousSymbol),
    session: one(edition.session),
    place: one(edition.place),
    agendaItem: one(edition.agendaItem),
    documentDate: one(edition.documentDate),
    sourceLocale: one(edition.sourceLocale),
    languages: [...edition.languages],
    title: one(edition.title[edition.sourceLocale] ?? ''),
  };
  const earlier = (await editions(actor))
    .filter(({ id }) => id !== edition.id)
    .map(({ id, symbol }) => ({ id, label: symbol }));
  return (
    <Page title={t('notes.form.headTitle')} {...framed}>
      <h1>{t('notes.form.headTitle')}</h1>
      <AnswerNotice problem={t('problem.title')} errors={errors} notice={notice} />
      <EditionForm
        locale={locale}
        t={t}
        action={`${at}/change-head`}
        by={by}
        form={form ?? stored}
        errors={errors}
        earlier={earlier}
        version={edition.version}
      />
    </Page>
  );
}
