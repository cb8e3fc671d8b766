import type { FieldComment, NeedFormTexts } from '#components/needs/need-form-props';

/** What the reviewers say about a field, each with room for an answer that is saved with the form. */
export function FieldComments({
  comments,
  texts,
}: Readonly<{
  comments: readonly FieldComment[];
  texts: Pick<NeedFormTexts, 'answerComment' | 'commentDone'>;
}>) {
  return (
    <ul className="comments">
      {comments.map(({ id, said, text, answer, isDone, mayResolve }) => (
        <li key={id} id={`comment-${id}`}>
          <p className="note">{said}</p>
          <p className="written" dir="auto">
            {text}
          </p>
          <label htmlFor={`answer-${id}`}>{texts.answerComment}</label>
          <textarea
            id={`answer-${id}`}
            name={`answer.${id}`}
            rows={2}
            dir="auto"
            defaultValue={answer}
          />
          {mayResolve ? (
            <div className="option">
              <input
                type="checkbox"
                id={`done-${id}`}
                name={`done.${id}`}
                value="1"
                defaultChecked={isDone}
              />
              <label htmlFor={`done-${id}`}>{texts.commentDone}</label>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
