// Keeps what is typed into forms on this device until it has been sent. It takes every form with more
// than three fields, or with a long text, that does not keep drafts of its own. It also puts a
// calendar beside each typed date.
'use strict';
{
  const texts = document.currentScript.dataset;
  const days = 30;
  const manyFields = 4;
  const typeable =
    'input:not([type=hidden], [type=password], [type=file], [type=submit], [type=button]), select, textarea';
  const isTick = ({ type }) => type === 'checkbox' || type === 'radio';

  // A browser may refuse to store anything; then forms work as without this script.
  const attempt = (work) => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };

  const controlsOf = (form) => [...form.elements].filter((each) => each.name && each.matches(typeable));
  const actionOf = (form) => new URL(form.getAttribute('action') ?? '', location.href);

  function isKept(form) {
    if (form.method !== 'post' || form.dataset.drafts === 'own' || !form.closest('main')) return false;
    const controls = controlsOf(form);
    return controls.length >= manyFields || controls.some(({ type }) => type === 'textarea');
  }

  /** What tells forms with the same address apart: their hidden codes, but no ids and numbers. */
  const codesOf = (form) =>
    [...form.elements]
      .filter(({ type, name, value }) => type === 'hidden' && name !== 'by' && /^[a-z][\w.-]{0,30}$/i.test(value))
      .filter(({ value }) => !/^[0-9a-f]{8}-/.test(value))
      .map(({ name, value }) => `${name}=${value}`);

  /** Whose text it is: forms say so, because what one account typed is not for another. */
  const personOf = (form) =>
    form.elements.namedItem('by')?.value ?? document.querySelector('.who')?.textContent ?? '';

  const keyOf = (form) =>
    ['typed', personOf(form), actionOf(form).pathname.replace(/^\/[a-z]{2}(?=\/)/, ''), form.id, ...codesOf(form)].join(' ');

  const valueOf = (control) => (isTick(control) ? String(control.checked) : control.value);
  function storedValueOf(control) {
    if (isTick(control)) return String(control.defaultChecked);
    if (control.type !== 'select-one') return control.defaultValue;
    const options = [...control.options];
    return (options.find((option) => option.defaultSelected) ?? options[0])?.value ?? '';
  }

  /** The controls of a form by names that stay the same when the page is opened again. */
  function namedControls(form) {
    const seen = new Map();
    return controlsOf(form).map((control) => {
      const number = seen.get(control.name) ?? 0;
      seen.set(control.name, number + 1);
      return [isTick(control) ? `${control.name}=${control.value}` : `${control.name}#${number}`, control];
    });
  }

  const read = (key) => attempt(() => JSON.parse(localStorage.getItem(key))) ?? { fields: {}, meanwhile: [] };
  const forget = (key) => attempt(() => localStorage.removeItem(key));
  function write(key, draft) {
    if (Object.keys(draft.fields).length === 0 && draft.meanwhile.length === 0) return forget(key);
    return attempt(() => localStorage.setItem(key, JSON.stringify({ ...draft, at: Date.now() })));
  }

  /** Stores what differs from what the register holds, each with what it differs from. */
  function store(form) {
    const key = keyOf(form);
    const draft = read(key);
    for (const [name, control] of namedControls(form)) {
      const base = draft.fields[name]?.[0] ?? storedValueOf(control);
      const value = valueOf(control);
      if (value === base) delete draft.fields[name];
      else draft.fields[name] = [base, value];
    }
    draft.hidden = Object.fromEntries(
      [...form.elements].filter(({ type, name }) => type === 'hidden' && ['id', 'batch'].includes(name)).map(({ name, value }) => [name, value]),
    );
    write(key, draft);
  }

  function put(control, value) {
    if (isTick(control)) {
      if (String(control.checked) !== value) control.click();
      return;
    }
    const prototype = Object.getPrototypeOf(control);
    Object.getOwnPropertyDescriptor(prototype, 'value').set.call(control, value);
    control.dispatchEvent(new Event('input', { bubbles: true }));
  }

  const labelOf = (control) =>
    control.getAttribute('aria-label') ?? control.labels?.[0]?.textContent.trim() ?? control.name;

  function notice(form, kind, ...parts) {
    form.querySelector(':scope > .typed-notice')?.remove();
    const box = document.createElement('div');
    box.className = `notice typed-notice ${kind}`;
    box.setAttribute('role', kind === 'warn' ? 'alert' : 'status');
    box.append(...parts);
    form.prepend(box);
  }

  function element(name, content, className = '') {
    const made = document.createElement(name);
    made.textContent = content;
    made.className = className;
    return made;
  }

  function discardButton(form) {
    const button = element('button', texts.discard, 'as-link');
    button.type = 'button';
    button.addEventListener('click', () => {
      forget(keyOf(form));
      for (const control of controlsOf(form)) put(control, storedValueOf(control));
      forget(keyOf(form));
      button.closest('.typed-notice').remove();
    });
    return button;
  }

  /** Fills in what was typed before and never sent. What others changed meanwhile is not overwritten. */
  function restore(form) {
    const key = keyOf(form);
    const draft = read(key);
    // The page that answers this form shows what was sent, and why it was not stored.
    const isAnswer = location.pathname === actionOf(form).pathname;
    const back = [];
    for (const [name, control] of namedControls(form)) {
      const [base, typed] = draft.fields[name] ?? [];
      if (typed === undefined) continue;
      const now = storedValueOf(control);
      if (now === typed) {
        if (!isAnswer) delete draft.fields[name];
      } else if (now === base || isAnswer) back.push([control, typed]);
      else {
        draft.meanwhile.push(`${labelOf(control)}: ${typed}`);
        delete draft.fields[name];
      }
    }
    if (back.length > 0 && !isAnswer)
      for (const [name, value] of Object.entries(draft.hidden ?? {})) {
        const hidden = form.elements.namedItem(name);
        if (hidden?.type === 'hidden') hidden.value = value;
      }
    write(key, draft);
    for (const [control, typed] of back) put(control, typed);
    if (back.length === 0 && draft.meanwhile.length === 0) return;
    const parts = back.length > 0 ? [element('p', texts.restored)] : [];
    if (draft.meanwhile.length > 0) {
      const list = document.createElement('ul');
      for (const each of draft.meanwhile) {
        const item = element('li', each, 'written');
        item.dir = 'auto';
        list.append(item);
      }
      parts.push(element('p', texts.meanwhile), list);
    }
    notice(form, 'said', ...parts, discardButton(form));
  }

  function sendAsUsual(form, submitter) {
    if (submitter?.name) {
      const field = document.createElement('input');
      Object.assign(field, { type: 'hidden', name: submitter.name, value: submitter.value });
      form.append(field);
    }
    HTMLFormElement.prototype.submit.call(form);
  }

  function goTo(address) {
    const next = new URL(address, location.href);
    const isHere = next.pathname + next.search === location.pathname + location.search;
    location.assign(next);
    if (isHere && next.hash) location.reload();
  }

  /** Shows the page that a form was answered with: a link that is shown once, a form filled in. */
  function show(html) {
    const page = new DOMParser().parseFromString(html, 'text/html');
    document.replaceChild(document.adoptNode(page.documentElement), document.documentElement);
    window.scrollTo(0, 0);
    document.querySelector('main')?.focus();
  }

  /** Sends the form, and forgets what was typed only once it is stored. A page answers all else. */
  async function send(form, submitter) {
    const data = new FormData(form, submitter);
    const body = form.enctype === 'multipart/form-data' ? data : new URLSearchParams(data);
    // Whoever has gone on meanwhile is not called back.
    let isLeaving = false;
    const onLeave = () => {
      isLeaving = true;
    };
    window.addEventListener('beforeunload', onLeave);
    try {
      const answer = await fetch(actionOf(form), { method: 'POST', body, headers: { accept: 'application/json' } });
      // It is stored: it must not be sent again, whatever comes back.
      if (answer.ok) forget(keyOf(form));
      if (isLeaving) return undefined;
      if (!answer.ok) return sendAsUsual(form, submitter);
      const isJson = answer.headers.get('content-type')?.includes('json');
      if (!isJson) return show(await answer.text());
      const { location: address } = await answer.json();
      return goTo(address);
    } catch {
      return notice(form, 'warn', element('p', texts.unreachable));
    } finally {
      window.removeEventListener('beforeunload', onLeave);
    }
  }

  /** Forgets what nobody has come back to. */
  const forgetOld = () =>
    attempt(() => {
      for (const key of Object.keys(localStorage))
        if (key.startsWith('typed ') && (read(key).at ?? 0) < Date.now() - days * 86_400_000) forget(key);
    });

  /** Puts a button beside a typed date that opens the calendar of the browser. */
  function addCalendar(field) {
    const calendar = Object.assign(document.createElement('input'), { type: 'date', tabIndex: -1 });
    const button = Object.assign(document.createElement('button'), { type: 'button' });
    if (!calendar.showPicker) return;
    calendar.ariaHidden = 'true';
    button.className = 'calendar';
    button.textContent = '▦';
    button.title = texts.chooseDate;
    button.ariaLabel = texts.chooseDate;
    button.setAttribute('aria-description', field.labels[0]?.textContent ?? '');
    button.addEventListener('click', () => {
      calendar.value = field.value;
      attempt(() => calendar.showPicker());
    });
    calendar.addEventListener('change', (event) => {
      event.stopPropagation();
      field.value = calendar.value;
      for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, { bubbles: true }));
      field.focus();
    });
    field.after(button, calendar);
  }

  function begin() {
    forgetOld();
    for (const field of document.querySelectorAll('main input.date')) addCalendar(field);
    let isSending = false;
    const onTyping = ({ target }) => {
      if (target.form && isKept(target.form)) store(target.form);
    };
    document.addEventListener('input', onTyping);
    document.addEventListener('change', onTyping);
    document.addEventListener('submit', (event) => {
      const { target: form, submitter } = event;
      if (event.defaultPrevented || submitter?.hasAttribute('formaction') || !isKept(form)) return;
      event.preventDefault();
      if (isSending) return;
      isSending = true;
      store(form);
      void send(form, submitter).finally(() => {
        isSending = false;
      });
    });
    for (const form of document.forms) if (isKept(form)) restore(form);
  }

  // What the framework takes over must not be touched before.
  const isTakenOver = () =>
    Object.keys(document.querySelector('main')).some((name) => name.startsWith('__react'));
  const wait = (left) => {
    if (left === 0 || isTakenOver()) return begin();
    return setTimeout(() => wait(left - 1), 100);
  };
  if (document.querySelector('script[src*="/_next/"]')) wait(50);
  else begin();
}
