import type { SimilarView, SimilarTexts } from '#components/similarity/similar-view';

type Props = Readonly<{ similar: SimilarView; texts: SimilarTexts }>;

/** The needs with their text and coding; their pages open in a new tab. */
const Needs = ({ needs, texts }: { needs: SimilarView['alike']; texts: SimilarTexts }) => (
  <ul className="alike-needs">
    {needs.map(({ id, href, name, text, lang, dir, said }) => (
      <li key={id}>
        <p className="written" lang={lang} dir={dir}>
          {text}
        </p>
        <p>
          {said} ·{' '}
          <a href={href} target="_blank" rel="noopener">
            <bdi>{name}</bdi> {texts.newTab}
          </a>
        </p>
      </li>
    ))}
  </ul>
);

/** Warns that the State already has such a need. It does not stop the entry. */
export function SameNeedsWarning({ similar, texts }: Props) {
  if (similar.same.length === 0) return null;
  return (
    <div className="notice warn same-needs">
      <p>
        <strong>{texts.sameTitle}</strong> {texts.sameLead}
      </p>
      <Needs needs={similar.same} texts={texts} />
    </div>
  );
}

/** The similar approved needs, collapsed. */
export function SimilarNeeds({ similar, texts }: Props) {
  if (similar.alike.length === 0) return <p className="hint">{texts.none}</p>;
  return (
    <details className="what-belongs alike">
      <summary>
        {texts.title} ({similar.alike.length})
      </summary>
      <p className="hint">{texts.lead}</p>
      <Needs needs={similar.alike} texts={texts} />
    </details>
  );
}
