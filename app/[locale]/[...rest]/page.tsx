import type { Locale } from '#lib/convention/names';
import { MissingPage } from '../missing-page';

/** Whatever no other page answers to. */
export default async function UnknownPage({ params }: { params: Promise<{ locale: Locale }> }) {
  return <MissingPage locale={(await params).locale} />;
}
