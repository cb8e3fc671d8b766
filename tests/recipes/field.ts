import type { Editor, Follow } from '#tests/recipes/recipe';

/** The optional text that is added, and the one that it follows. */
const added = 'remark';

/** Files in which the new field has a line of its own behind that of the paragraph. */
const files = [
  'db/schema.ts',
  'lib/needs/model/vocabulary.ts',
  'lib/needs/model/schema.ts',
  'lib/needs/store/versions.ts',
  'lib/needs/store/queries.ts',
  'lib/needs/store/history-queries.ts',
  'components/needs/need-form-props.tsx',
  'components/needs/need-choices.tsx',
  'components/needs/need-columns.tsx',
  'lib/api/model/fields.ts',
  'lib/api/operations/needs.ts',
  'lib/needs/imports/pipeline/queries.ts',
  'lib/needs/imports/needs/row.ts',
  'lib/needs/entry/self-assessment.ts',
  'lib/review/coding/schema.ts',
  'bin/demonstration-needs.ts',
  'tests/support/factories/needs.ts',
  'tests/support/factories/need-codes.ts',
  'tests/unit/need-schema.test.ts',
  'tests/unit/need-fields.test.ts',
  'tests/unit/need-texts.test.ts',
  'tests/unit/text-diff.test.ts',
  'tests/unit/import-rows.test.ts',
];
const isOfParagraph =
  /^\s*(?:paragraph: .*|paragraph,|'paragraph(?:Hint|TooLong)?',|case 'paragraph':|\[\(need\.paragraph.*)$/;
const renamed = (text: string) => text.replaceAll('paragraph', added);

const withField = (text: string) =>
  text
    .split('\n')
    .flatMap((line) => (isOfParagraph.test(line) ? [line, renamed(line)] : [line]))
    .join('\n')
    .replace('paragraph: 20 }', `paragraph: 20, ${added}: 200 }`);

/** The field of the form: as the one of the paragraph. */
function addToForm({ read, addAfter }: Editor) {
  const file = 'components/needs/need-text-fields.tsx';
  const [block = ''] =
    /^ {4}\{isOpen\('paragraph'\) \?[^]*?^ {4}\) : null\}\n/m.exec(read(file)) ?? [];
  addAfter(file, block, renamed(block));
}

function addToPage({ read, addAfter }: Editor) {
  const file = 'components/needs/need-facts.tsx';
  const [block = ''] = /^ {4}\{\n {6}field: 'paragraph',[^]*?^ {4}\},\n/m.exec(read(file)) ?? [];
  addAfter(file, block, renamed(block));
}

type Texts = Record<string, Record<string, string>>;
function addTexts({ read, write }: Editor, file: string) {
  const texts = JSON.parse(read(file)) as Texts;
  const text = `${texts.needs!.paragraph} (2)`;
  texts.needs![added] = text;
  Object.assign(texts.form!, { [added]: text, [`${added}Hint`]: texts.form!.paragraphHint });
  texts.errors![`${added}TooLong`] = texts.errors!.paragraphTooLong!;
  write(file, `${JSON.stringify(texts, null, 2)}\n`);
}

/** Adds an optional text to a need. */
export const addField: Follow = (editor) => {
  const { read, write, addAfter, replace } = editor;
  for (const file of files) write(file, withField(read(file)));
  addAfter('lib/needs/model/fields.ts', `['quote', 'paragraph', 'page'],\n`, `  ['${added}'],\n`);
  replace(
    'lib/needs/imports/needs/row.ts',
    `field === 'paragraph' || field === 'page'`,
    `field === 'paragraph' || field === '${added}' || field === 'page'`,
  );
  addToForm(editor);
  addToPage(editor);
  for (const locale of ['ar', 'en', 'es', 'fr', 'ru', 'zh'])
    addTexts(editor, `messages/${locale}.json`);
};
