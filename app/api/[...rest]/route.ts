/** Addresses under /api that nothing answers to. */
export function GET(): Response {
  return Response.json(
    { error: 'There is no such address.' },
    { status: 404, headers: { 'cache-control': 'no-store' } },
  );
}
