// Warns before a session ends because nothing was asked of the register for a while, and lets it go on.
'use strict';
{
  const texts = document.currentScript.dataset;
  const limit = Number(document.body.dataset.idleMinutes) * 60_000;
  const warning = 5 * 60_000;
  const key = 'last-use';

  // Every tab of this browser has the same session: a page in any of them counts.
  let here = Date.now();
  const note = () => {
    here = Date.now();
    try { localStorage.setItem(key, String(here)); } catch { /* It is not stored: each tab counts for itself. */ }
  };
  const lastUse = () => {
    try { return Math.max(here, Number(localStorage.getItem(key) ?? 0)); } catch { return here; }
  };

  let shown = '';
  let box = null;
  function show(kind, ...parts) {
    if (shown === kind) return;
    shown = kind;
    box?.remove();
    box = document.createElement('div');
    box.className = `notice idle ${kind === 'extended' ? 'ok' : 'warn'}`;
    box.setAttribute('role', kind === 'extended' ? 'status' : 'alert');
    const text = document.createElement('p');
    text.textContent = texts[kind];
    box.append(text, ...parts);
    document.querySelector('main').append(box);
  }
  function hide() {
    shown = '';
    box?.remove();
  }

  async function extend() {
    try {
      const answer = await fetch(texts.address, { method: 'POST', body: new URLSearchParams(), headers: { accept: 'application/json' } });
      if (!answer.ok) return show('ended');
      note();
      return show('extended');
    } catch {
      return undefined;
    }
  }
  function button() {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'button';
    made.textContent = texts.extend;
    made.addEventListener('click', () => void extend());
    return made;
  }

  function look() {
    const idle = Date.now() - lastUse();
    if (idle >= limit) show('ended');
    else if (idle >= limit - warning) show('soon', button());
    else if (shown !== 'extended') hide();
  }
  note();
  setInterval(look, 15_000);
  document.addEventListener('visibilitychange', look);
}
