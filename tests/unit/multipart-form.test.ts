import { describe, expect, it } from 'vitest';
import { parseMultipartForm } from '#lib/http/multipart-form';

const boundary = '----boundary7';
const part = (name: string, text: string, further = '') =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${further}\r\n\r\n${text}\r\n`;
const end = `--${boundary}--\r\n`;

/** A request that sends its chunks one by one, and says how many were taken. */
function request(chunks: readonly string[]) {
  const taken = { count: 0 };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const chunk = chunks[taken.count];
        if (chunk === undefined) return controller.close();
        taken.count += 1;
        controller.enqueue(new TextEncoder().encode(chunk));
      },
    },
    { highWaterMark: 0 },
  );
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  // The types of the browser do not know that Node asks for `duplex`.
  const init = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
  const sent = new Request('http://localhost/', init);
  return { sent, taken };
}

describe('a form with files', () => {
  it('is read, wherever its chunks are cut', async () => {
    const text =
      part('title', 'Ein Bericht é') + part('file', 'a,b\r\n1,2', '; filename="x.csv"') + end;
    for (const size of [1, 7, 19, 1000]) {
      const chunks = text.match(new RegExp(`[^]{1,${size}}`, 'g'))!;
      const { form, files } = await parseMultipartForm(request(chunks).sent);
      expect(form).toEqual({ title: ['Ein Bericht é'] });
      expect(files!.file!.name).toBe('x.csv');
      expect(Buffer.from(files!.file!.content).toString()).toBe('a,b\r\n1,2');
    }
  });

  it('of more than twenty parts is not read to its end', async () => {
    const chunks = Array.from({ length: 1000 }, (_, n) => part(`f${n}`, 'x').repeat(10));
    const { sent, taken } = request([...chunks, end]);
    expect(await parseMultipartForm(sent)).toEqual({});
    expect(taken.count).toBeLessThan(6);
  });

  it('of more than 21 MB is not read to its end', async () => {
    const { sent, taken } = request([
      part('file', '', '; filename="x"'),
      ...Array.from({ length: 60 }, () => 'x'.repeat(1024 * 1024)),
    ]);
    expect(await parseMultipartForm(sent)).toEqual({});
    expect(taken.count).toBeLessThan(26);
  });

  it('with a header longer than any browser sends is no form', async () => {
    const { sent } = request([part('a'.repeat(5000), 'x'), end]);
    expect(await parseMultipartForm(sent)).toEqual({});
  });
});
