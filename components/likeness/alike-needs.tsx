import type { AlikeShown, AlikeTexts } from '#components/likeness/alike-shown';

type Props = Readonly<{ shown: AlikeShown; texts: AlikeTexts }>;

/** Each with its words, what is said of it, and its own page, which opens beside this one. */
const Needs = ({ needs, texts }: { needs: AlikeShown['alike']; texts: AlikeTexts }) => (
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

/** A word of warning where the State already has such a need; it keeps nobody from going on. */
export function SameNeeds({ shown, texts }: Props) {
  if (shown.same.length === 0) return null;
  return (
    <div className="notice warn same-needs">
      <p>
        <strong>{texts.sameTitle}</strong> {texts.sameLead}
      </p>
      <Needs needs={shown.same} texts={texts} />
    </div>
  );
}

/** The approved needs that read alike, folded away until they are wanted. */
export function AlikeNeeds({ shown, texts }: Props) {
  if (shown.alike.length === 0) return <p className="hint">{texts.none}</p>;
  return (
    <details className="what-belongs alike">
      <summary>
        {texts.title} ({shown.alike.length})
      </summary>
      <p className="hint">{texts.lead}</p>
      <Needs needs={shown.alike} texts={texts} />
    </details>
  );
}
