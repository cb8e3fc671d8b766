import { Page } from '#components/ui/page';
import { ScrollableTable } from '#components/ui/scrollable-table';
import { operationText } from '#lib/api/document';
import { apiTags, type Operation } from '#lib/api/operation';
import { operations } from '#lib/api/operations/all';
import { environment } from '#lib/base/env';
import type { Locale } from '#lib/convention/names';
import { problemKinds } from '#lib/http/problem';
import { translator, type Translate } from '#lib/text/i18n';

type TableProps = Readonly<{ t: Translate; caption: string; listed: readonly Operation[] }>;

/** The operations about one thing. */
const OperationsTable = ({ t, caption, listed }: TableProps) => (
  <ScrollableTable label={caption}>
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {(['method', 'path', 'what', 'who'] as const).map((column) => (
            <th key={column} scope="col" className="words">
              {t(`api.columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {listed.map((operation) => (
          <tr key={operation.id} id={operation.id}>
            <td className="words">
              <code dir="ltr">{operation.method}</code>
            </td>
            <th scope="row" className="words">
              <code dir="ltr">{operation.path}</code>
            </th>
            <td className="words">{operationText(t, operation)}</td>
            <td className="words">
              {operation.isPublic ? t('api.public') : <code dir="ltr">{operation.scope}</code>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollableTable>
);

/** The API for people: its operations, tokens and errors, from the same table as its description. */
export default async function Api({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const t = translator(locale);
  const base = `${environment().publicUrl.origin}/api/v1`;
  return (
    <Page title={t('api.title')} site={t('site.name')}>
      <h1>{t('api.title')}</h1>
      <p className="lead">{t('api.lead', { base })}</p>
      <p>
        <a href="/api/v1/openapi.json">{t('api.document')}</a>
      </p>
      <h2>{t('api.tokensTitle')}</h2>
      <p className="prose">{t('api.tokensLead')}</p>
      <p>
        <a href={`/${locale}/accounts/tokens`}>{t('api.tokensLink')}</a>
      </p>
      <h2>{t('api.operationsTitle')}</h2>
      {apiTags.map((tag) => (
        <OperationsTable
          key={tag}
          t={t}
          caption={t(`api.tags.${tag}`)}
          listed={operations.filter((operation) => operation.tag === tag)}
        />
      ))}
      <h2>{t('api.errorsTitle')}</h2>
      <p className="prose">{t('api.errorsLead')}</p>
      <dl>
        {problemKinds.map((kind) => (
          <div key={kind} id={kind}>
            <dt>
              <code dir="ltr">{kind}</code>
            </dt>
            <dd>{t(`api.problems.${kind}`)}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}
