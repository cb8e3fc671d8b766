import { readdirSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addField } from '#tests/recipes/field';
import { addFigure } from '#tests/recipes/figure';
import { addLanguage } from '#tests/recipes/language';
import { addColumn, migrationName } from '#tests/recipes/migration';
import {
  changesOf,
  missingFiles,
  missingSymbols,
  recipeOf,
  recipes,
  recipesIn,
  type Changes,
  type Follow,
} from '#tests/recipes/recipe';
import { addRole } from '#tests/recipes/role';
import { copySources, type SourceCopy } from '#tests/recipes/source-copy';
import { campaign } from '#tests/support/run/campaign';

const followed: Readonly<Record<string, Follow>> = {
  'Add a field to a need': addField,
  'Add a figure': addFigure,
  'Add a language': addLanguage,
  'Add a role': addRole,
  'Add a migration': addColumn,
};

describe('the recipes of CONTRIBUTING.md', () => {
  it('are all followed here', () => {
    expect(recipes.map(({ title }) => title)).toEqual(Object.keys(followed));
  });

  it.each(recipes.map((recipe) => [recipe.title, recipe] as const))(
    'name files and symbols that are there: %s',
    (_, recipe) => {
      expect(missingFiles(recipe)).toEqual([]);
      expect(missingSymbols(recipe)).toEqual([]);
    },
  );

  it.each(Object.entries(followed))(
    'name every file that is changed by who follows them: %s',
    (title, follow) => {
      const changes = changesOf(recipeOf(title), follow);
      for (const [file, text] of changes) {
        if (file.endsWith('.ts')) stripTypeScriptTypes(text);
        if (file.endsWith('.json')) JSON.parse(text);
      }
      expect(changes.size).toBeGreaterThan(0);
    },
  );

  it('are found wrong where a file, a symbol or a step is missing', () => {
    const [planted] = recipesIn('## Add a thing\n\n1. `lib/none.ts`: `noSuchName`.\n');
    expect(missingFiles(planted!)).toEqual(['lib/none.ts']);
    expect(missingSymbols(planted!)).toEqual(['noSuchName']);
    expect(() => changesOf(planted!, addColumn)).toThrow('does not name db/schema.ts');
  });
});

/** The unit tests that the recipes name and that a change of all of them at once must pass. */
const unitTests = [
  'need-schema',
  'need-fields',
  'need-texts',
  'text-diff',
  'import-rows',
  'count.test',
  'figure-files',
  'guide',
  'notes-text',
];

if (campaign) {
  describe('who follows all recipes on a copy of the sources', () => {
    let copy: SourceCopy | undefined;
    afterAll(() => copy?.remove());
    const changedCopy = () => {
      const changes = Object.entries(followed)
        .filter(([, follow]) => follow !== addColumn)
        .reduce<Changes>(
          (before, [title, follow]) => changesOf(recipeOf(title), follow, before),
          new Map(),
        );
      return copySources(changes);
    };

    it('has no fault of types', () => {
      copy = changedCopy();
      expect(copy.run('tsc', ['--noEmit', '-p', '.'])).toEqual({ ok: true, output: '' });
    });

    it('passes the tests near to the change', () => {
      const { ok, output } = copy!.run('vitest', ['run', '--project=unit', ...unitTests], {
        CAMPAIGN: '',
      });
      expect(ok, output).toBe(true);
    });

    it.each(['sqlite', 'postgresql'])('gets a migration for %s', (engine) => {
      const env = {
        NODE_OPTIONS: '--conditions=react-server',
        DATABASE_URL: engine === 'sqlite' ? 'file:none' : 'postgres://generate',
      };
      const { ok, output } = copy!.run('drizzle-kit', ['generate', `--name=${migrationName}`], env);
      expect(ok, output).toBe(true);
      const files = readdirSync(join(copy!.folder, 'db/migrations', engine));
      expect(files.filter((file) => file.endsWith(`_${migrationName}.sql`))).toHaveLength(1);
    });
  });
}
