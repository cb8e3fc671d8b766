import { foldAssistanceTexts } from '#lib/assistance/activities/fold-search-texts';
import { alikeRefs, fillSearchTexts } from '#lib/needs/store/search-texts';
import { foldOrganisationNames } from '#lib/people/organisations/folded-names';

const mostListed = 20;

/**
 * Folds all stored texts by the folding of this release, after an upgrade. Lists refs of needs that
 * earlier releases kept apart and that are alike now.
 */
export async function foldStoredTexts(print: (line: string) => void): Promise<void> {
  const changed =
    (await foldOrganisationNames()) + (await fillSearchTexts()) + (await foldAssistanceTexts());
  if (changed === 0) return;
  print(`Folded ${changed} ${changed === 1 ? 'text' : 'texts'} for search.`);
  const groups = await alikeRefs();
  if (groups.length === 0) return;
  print('These refs of needs differ only in how they are written. They stay apart, and an import');
  print('refuses them; give such needs by their references:');
  for (const group of groups.slice(0, mostListed))
    print(`  ${group.map((ref) => JSON.stringify(ref)).join(', ')}`);
  if (groups.length > mostListed) print(`  … and ${groups.length - mostListed} more groups.`);
}
