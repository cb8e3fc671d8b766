import { createHash } from 'node:crypto';
import { row, rows } from '#tests/support/databases/sql';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const content = [
  'chapter',
  'general',
  'category',
  'subcategory',
  'topics',
  'types',
  'tags',
  'target_groups',
  'priority',
  'text',
  'language',
  'quote',
  'paragraph',
  'page',
];

/** Each query finds rows that contradict each other; there must be none. */
const contradictions: Readonly<Record<string, string>> = {
  'a need that is not its last version': `select n.id from need n left join need_version v on v.need_id = n.id and v.version = n.version
    where v.id is null or v.to_seq is not null or v.status <> n.status or ${content.map((name) => `v.${name} is distinct from n.${name}`).join(' or ')}`,
  'a version that does not end where the next one begins': `select v.id from need_version v left join need_version w on w.need_id = v.need_id and w.version = v.version + 1
    where v.to_seq is distinct from w.from_seq`,
  'a need that counts by another version than it says': `select n.id from need n left join need_version v on v.need_id = n.id and v.counted_from_seq is not null and v.counted_to_seq is null
    where n.counted_version is distinct from v.version`,
  'a version without its change': `select v.id from need_version v left join change c on c.seq = v.from_seq and c.entity = 'need' and c.entity_id = v.need_id and c.verb = v.verb and c.actor_id = v.actor_id
    where c.seq is null`,
  'a change without its version': `select c.seq from change c left join need_version v on v.from_seq = c.seq where c.entity = 'need' and v.id is null
    and c.verb not in ('translate', 'take-back-translation')`,
  'a translation without its change': `select t.id from need_translation t left join change c on c.seq = t.from_seq and c.entity = 'need' and c.entity_id = t.need_id and c.actor_id = t.actor_id
    and c.verb in ('translate', 'take-back-translation')
    where c.seq is null`,
  'a review that is not its last version': `select r.id from review r left join review_version v on v.review_id = r.id and v.version = r.version
    where v.id is null or v.to_seq is not null or v.completed_on is distinct from r.completed_on or v.published_on is distinct from r.published_on`,
  'a review version that does not end where the next one begins': `select v.id from review_version v left join review_version w on w.review_id = v.review_id and w.version = v.version + 1
    where v.to_seq is distinct from w.from_seq`,
  'a review that has given other numbers than its needs bear': `select r.id from review r left join need n on n.review_id = r.id group by r.id, r.numbered having r.numbered <> count(n.reference)`,
  'a working version without an approved one before it that counts': `select id from need where status = 'approved' and counted_version is distinct from version`,
};

/** What an unbroken chain of changes would not show. */
async function brokenLinks(): Promise<string[]> {
  let previous = '0'.repeat(64);
  const found = (await rows('select * from change order by seq')).flatMap((each, i) => {
    const hash = sha256(
      previous +
        JSON.stringify([
          each.seq,
          each.at,
          each.actor_id,
          each.verb,
          each.entity,
          each.entity_id,
          JSON.parse(String(each.data)),
          JSON.parse(String(each.contents)),
        ]),
    );
    const faults = [
      ...(each.seq === i + 1 ? [] : [`change ${each.seq} stands at place ${i + 1}`]),
      ...(each.previous_hash === previous && each.hash === hash
        ? []
        : [`change ${each.seq} breaks the chain`]),
    ];
    previous = String(each.hash);
    return faults;
  });
  const head = await row('select revision, head_hash from register');
  const [last] = await rows('select max(seq) as seq from change');
  return head.revision === last?.seq && head.head_hash === previous
    ? found
    : [...found, 'the register does not name the last change'];
}

async function wrongArticles(): Promise<string[]> {
  const articles = await rows(
    'select need_id, article from need_article order by need_id, article',
  );
  const held = Object.groupBy(articles, ({ need_id: id }) => String(id));
  const needs = await rows(
    'select n.id, v.provision from need n join need_version v on v.need_id = n.id and v.to_seq is null',
  );
  return needs
    .filter(
      ({ id, provision }) =>
        String(provision).replace(/(^|;)general$/, '') !==
        (held[String(id)] ?? []).map(({ article }) => article).join(';'),
    )
    .map(({ id }) => `need ${id} stands under other articles than its version`);
}

/** All that contradicts itself in the register, by plain SQL; empty where it is sound. */
export async function contradictionsFound(): Promise<string[]> {
  const found = await Promise.all(
    Object.entries(contradictions).map(async ([name, query]) => {
      const { length } = await rows(query);
      return length === 0 ? [] : [`${name}: ${length}`];
    }),
  );
  return [...found.flat(), ...(await brokenLinks()), ...(await wrongArticles())];
}
