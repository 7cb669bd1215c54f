'use strict';
// Filters the table, keeps the filter in the address, and copies texts. The page is complete without it
(() => {
  const byId = id => document.getElementById(id);
  const find = byId('find');
  const kind = byId('kind');
  const state = byId('state');
  // The bug that the address refers to
  let at = '';

  const bugs = [...document.querySelectorAll('.bugs tbody tr')].map(row => ({
    row,
    section: row.dataset.bug ? byId(row.dataset.bug) : null,
    text: (row.dataset.find + ' ' + row.textContent).toLowerCase(),
    kind: row.dataset.kind,
    state: row.dataset.state || '',
  }));

  const isWanted = (bug, words) =>
    (!kind.value || bug.kind === kind.value)
    && (!state || !state.value || bug.state === state.value)
    && words.every(word => bug.text.includes(word));

  // On a page of many bugs the first rows are updated at once, the others and the sections later, so that typing stays fast
  const atATime = 100;
  let following = 0;
  const show = (part, wanted) => {
    if (part && part.hidden === wanted) {
      part.hidden = !wanted;
    }
  };
  const follow = from => {
    clearTimeout(following);
    for (const bug of bugs.slice(from, from + atATime)) {
      show(bug.row, bug.wanted);
      show(bug.section, bug.wanted);
    }
    if (from + atATime < bugs.length) {
      following = setTimeout(follow, 0, from + atATime);
    }
  };

  const apply = () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(word => word);
    let shown = 0;
    for (const bug of bugs) {
      bug.wanted = isWanted(bug, words);
      shown += bug.wanted;
      if (!bug.wanted || shown <= atATime) {
        show(bug.row, bug.wanted);
      }
    }
    byId('count').textContent = shown + ' of ' + bugs.length;
    follow(0);
  };

  const isFiltered = () => Boolean(find.value.trim() || kind.value || state && state.value);

  const save = () => {
    const kept = new URLSearchParams();
    if (isFiltered()) {
      for (const field of [find, kind, state]) {
        if (field && field.value.trim()) {
          kept.set(field.id, field.value.trim());
        }
      }
      if (at) {
        kept.set('bug', at);
      }
    }
    history.replaceState(null, '', '#' + (isFiltered() ? kept : at));
  };

  const change = () => {
    at = '';
    apply();
    save();
  };

  const clear = () => {
    find.value = '';
    kind.value = '';
    if (state) {
      state.value = '';
    }
  };

  const goTo = id => {
    const bug = bugs.find(each => each.row.dataset.bug === id);
    if (!bug) {
      return;
    }
    at = id;
    if (bug.row.hidden) {
      clear();
      apply();
    }
    bug.section.hidden = false;
    bug.section.scrollIntoView();
    bug.section.focus({preventScroll: true});
  };

  // The address is a link to a bug, or a filter with an optional bug
  const load = () => {
    const fragment = location.hash.slice(1);
    if (bugs.some(bug => bug.row.dataset.bug === fragment)) {
      goTo(fragment);
      save();
      return;
    }
    const kept = new URLSearchParams(fragment);
    if (![...kept.keys()].some(name => ['find', 'kind', 'state', 'bug'].includes(name))) {
      return;
    }
    clear();
    for (const field of [find, kind, state]) {
      if (field && kept.has(field.id)) {
        field.value = kept.get(field.id);
      }
    }
    apply();
    goTo(kept.get('bug'));
  };

  if (find) {
    document.querySelector('.filter').hidden = false;
    for (const field of [find, kind, state]) {
      if (field) {
        field.addEventListener('input', change);
      }
    }
    byId('clear').addEventListener('click', () => {
      clear();
      change();
      find.focus();
    });
    document.addEventListener('keydown', event => {
      if (event.key === '/' && !event.target.closest('input, select') && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        find.focus();
      }
    });
    apply();
    load();
    addEventListener('hashchange', load);
  }

  const copy = async button => {
    const text = button.nextElementSibling;
    try {
      await navigator.clipboard.writeText(text.textContent);
      button.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(text);
      button.textContent = document.execCommand('copy') ? 'Copied' : 'Selected: press Ctrl+C';
    }
  };
  for (const button of document.querySelectorAll('.copy')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
})();
