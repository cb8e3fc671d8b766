/**
 * Headings of files that earlier releases wrote, by the column that they named: files that people
 * have kept are still read. A heading goes here whenever its text changes.
 */
export const formerLabels = {
  needs: {
    articles: ['Articles (numéros)'],
    tags: [
      'علامات شاملة',
      'Cross-cutting marks',
      'Marcas transversales',
      'Marqueurs transversaux',
      'Сквозные отметки',
      '跨领域标记',
    ],
    target_groups: ['Meant for', 'Destinatarios', 'Destinataires', 'Для кого'],
  },
  activities: {
    language: ['标题和说明的语文'],
    theme: ['الموضوع', 'Tema', 'Thème', 'Тема'],
    topics: ['مجالات الاهتمام', 'Asuntos', 'Sujets', 'Вопросы', '议题'],
    period: [
      'Period in words',
      'Período en palabras',
      'Période en toutes lettres',
      'Период словами',
      '期间（文字）',
    ],
    targetGroups: ['目标群体'],
    iati: ['IATI 活动标识符'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** Labels of categories that earlier releases wrote into cells. */
export const formerCategoryNames: Readonly<Record<string, readonly string[]>> = {
  'legislative-assistance': ['Законодательная помощь'],
};

/** The former headings of a column of needs or of activities. */
export const formerLabelsOf = (
  file: keyof typeof formerLabels,
  column: string,
): readonly string[] =>
  (formerLabels[file] as Readonly<Record<string, readonly string[]>>)[column] ?? [];
