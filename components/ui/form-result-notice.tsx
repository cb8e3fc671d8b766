import { ErrorSummary, type FormError } from '#components/ui/error-summary';
import { Notice } from '#components/ui/page';

/** The result of a form that was sent: its errors, or why it was refused. */
export function FormResultNotice({
  problem,
  errors,
  notice,
}: {
  problem: string;
  errors: readonly FormError[];
  notice?: { title: string; text: string };
}) {
  return (
    <>
      <ErrorSummary title={problem} errors={errors} />
      {notice ? (
        <Notice title={notice.title} kind="warn" alert>
          <p>{notice.text}</p>
        </Notice>
      ) : null}
    </>
  );
}
