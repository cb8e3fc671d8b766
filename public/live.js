// Keeps an open overview up to date. It asks by the tag of what it shows; while nothing has changed, the answer is an empty 304.
'use strict';
{
  const main = document.querySelector('main');
  const live = document.getElementById('live');
  let shown = main.innerHTML;
  let tag = null;
  const reader = (page) => page.querySelector('.who')?.textContent;
  const open = () => [...main.querySelectorAll('details')].map((details) => details.open);

  function show(fresh) {
    const opened = open();
    for (const node of [...main.childNodes]) if (node !== live) node.remove();
    main.append(...[...fresh.childNodes].filter((node) => node.id !== 'live'));
    main.querySelectorAll('details').forEach((details, at) => { details.open = opened[at] ?? details.open; });
    live.textContent = '';
    setTimeout(() => { live.textContent = live.dataset.said; }, 100);
  }

  async function look() {
    // Whoever is choosing something in a form is not disturbed.
    if (document.hidden || document.activeElement?.closest('main form')) return;
    const answer = await fetch(location.href, { cache: 'no-store', headers: tag ? { 'if-none-match': tag } : {} });
    if (answer.status !== 200) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    if (reader(page) !== reader(document)) return location.reload();
    const fresh = page.querySelector('main');
    tag = answer.headers.get('etag');
    if (!fresh || fresh.innerHTML === shown) return;
    shown = fresh.innerHTML;
    show(fresh);
  }

  const quietly = () => { look().catch(() => {}); };
  setInterval(quietly, 15000);
  document.addEventListener('visibilitychange', quietly);
}
