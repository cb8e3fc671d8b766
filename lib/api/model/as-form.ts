import 'server-only';
import { formOf, type Answer, type Operation } from '#lib/api/model/operation';
import type { Actor } from '#lib/base/actor';
import { done, type Outcome } from '#lib/base/errors';
import type { ReadInput } from '#lib/http/form';

type Command<I> = (actor: Actor, input: I) => Promise<Outcome<Readonly<{ id: string }>>>;
type Read = (actor: Actor, id: string) => Promise<Outcome<Answer>>;

/**
 * Does what a form does: the body is read as that form, and what it is about is answered. `place` is
 * the path below which an entered thing has its address.
 */
export const asForm =
  <I>(input: ReadInput<I>, command: Command<I>, read: Read, place?: string): Operation['run'] =>
  async (call) => {
    const given = input(formOf(call), call.path);
    if (!given.ok) return given;
    const changed = await command(call.actor, given.value);
    if (!changed.ok) return changed;
    const answer = await read(call.actor, changed.value.id);
    if (!answer.ok || place === undefined) return answer;
    return done({ ...answer.value, location: `${place}/${changed.value.id}` });
  };
