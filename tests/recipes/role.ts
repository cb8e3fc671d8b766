import type { Editor, Follow } from '#tests/recipes/recipe';

/** The role that is added. It sees what an adviser sees, without a region of its own. */
const added = 'observer';

/** Lists of roles, and rules by role, in which it stands beside the adviser. */
const listed = [
  'lib/base/roles.ts',
  'lib/needs/lists/list-queries.ts',
  'app/[locale]/accounts/page.tsx',
];
const ruled = ['lib/needs/model/scope.ts', 'lib/counting/facts/scope.ts', 'app/[locale]/page.tsx'];
const columns = [
  'tests/support/permissions/pages-table.ts',
  'tests/support/permissions/forms-table.ts',
  'tests/support/permissions/needs-table.ts',
  'tests/support/permissions/numbers-table.ts',
];

/** A row of a table by role: beside that of the adviser, which is on one line. */
const withColumn = (text: string) =>
  text.replace(/^( *)adviser: (.*),$/gm, `$1adviser: $2,\n$1${added}: $2,`);

type ByRole = Record<string, string>;
type Texts = { roles: ByRole; nextSteps: { begin: ByRole; unmetLead: ByRole } };

function addTexts({ read, write }: Editor, file: string) {
  const texts = JSON.parse(read(file)) as Texts;
  texts.roles[added] = `${texts.roles.adviser} (2)`;
  for (const group of [texts.nextSteps.begin, texts.nextSteps.unmetLead])
    group[added] = group.adviser!;
  write(file, `${JSON.stringify(texts, null, 2)}\n`);
}

function addToMatrix({ addAfter }: Editor) {
  const file = 'tests/support/permissions/register.ts';
  addAfter(file, `  'adviser',\n`, `  '${added}',\n`);
  addAfter(
    file,
    `adviser: await signedIn({ role: 'adviser', region: 'APG', passwordHash }),\n`,
    `    ${added}: await signedIn({ role: '${added}', passwordHash }),\n`,
  );
}

/** Adds a role that reads published summaries. */
export const addRole: Follow = (editor) => {
  const { read, write, addAfter, replace } = editor;
  for (const file of listed)
    write(file, read(file).replaceAll(`'adviser'`, `'adviser', '${added}'`));
  for (const file of ruled)
    write(file, read(file).replaceAll(`case 'adviser':`, `case 'adviser':\n    case '${added}':`));
  replace(
    'app/[locale]/home/assistance-home.tsx',
    `'provider' | 'adviser'`,
    `'provider' | 'adviser' | '${added}'`,
  );
  addAfter(
    'app/[locale]/home/home-links.ts',
    'adviser: [summaries],\n',
    `    ${added}: [summaries],\n`,
  );
  addAfter(
    'lib/people/accounts/demonstration-accounts.ts',
    `role: 'adviser', region: 'AFR' },\n`,
    `  { email: '${added}@demo.example', name: 'Observer', role: '${added}' },\n`,
  );
  for (const file of columns) write(file, withColumn(read(file)));
  addToMatrix(editor);
  for (const locale of ['ar', 'en', 'es', 'fr', 'ru', 'zh'])
    addTexts(editor, `messages/${locale}.json`);
};
