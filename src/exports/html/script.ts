/**
 * The page's own script, as text. Plain JavaScript for any current browser; reads its data from the JSON block and writes
 * it only as text, never as markup.
 */
export const pageScript = `'use strict';
(function () {
  var data = JSON.parse(document.getElementById('map-data').textContent);
  var root = document.documentElement;
  var panel = document.getElementById('panel');
  var body = document.getElementById('panel-body');
  var said = document.getElementById('river-said');
  var frame = document.getElementById('frame');
  var cards = Array.prototype.slice.call(frame.querySelectorAll('.card'));
  var opener = null;

  function add(parent, name, text, kind) {
    var made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (kind) made.className = kind;
    made.dir = 'auto';
    parent.appendChild(made);
    return made;
  }
  function open(card) {
    var words = data.cards[Number(card.dataset.card)];
    if (!words) return;
    if (opener) opener.removeAttribute('aria-expanded');
    opener = card;
    card.setAttribute('aria-expanded', 'true');
    body.textContent = '';
    add(body, 'p', words.place, 'place');
    add(body, 'h2', words.title);
    if (words.figure) add(body, 'p', words.figure, 'figure');
    if (words.detail) add(body, 'p', words.detail, 'detail');
    add(body, 'p', words.why, 'why');
    var facts = add(body, 'ul', undefined, 'facts');
    words.facts.forEach(function (fact) { add(facts, 'li', fact); });
    add(body, 'h3', words.items.length ? 'Evidence' : 'No evidence yet');
    words.items.forEach(function (item) {
      var block = add(body, 'section', undefined, 'evidence');
      add(block, 'h4', item.head);
      if (item.quote) add(block, 'blockquote', item.quote);
      if (item.link) { var link = add(block, 'a', item.link); link.href = item.link; link.rel = 'noreferrer noopener'; }
      else add(block, 'p', item.text);
    });
    panel.hidden = false;
    document.getElementById('panel-close').focus();
  }
  function close() {
    panel.hidden = true;
    if (opener) { opener.removeAttribute('aria-expanded'); opener.focus(); opener = null; }
  }
  function focusCard(card) {
    if (!card) return;
    cards.forEach(function (other) { other.tabIndex = -1; });
    card.tabIndex = 0;
    card.focus();
    card.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  function beside(card, step) {
    var cell = card.closest('td');
    var next = step > 0 ? cell.nextElementSibling : cell.previousElementSibling;
    while (next && !next.querySelector('.card')) next = step > 0 ? next.nextElementSibling : next.previousElementSibling;
    return next && next.querySelector('.card');
  }
  function along(card, step) {
    var stage = card.closest('td').cellIndex;
    var column = cards.filter(function (other) { return other.closest('td').cellIndex === stage; });
    return column[column.indexOf(card) + step];
  }
  frame.addEventListener('click', function (event) {
    var card = event.target.closest('.card');
    if (card) open(card);
  });
  frame.addEventListener('keydown', function (event) {
    var card = event.target.closest('.card');
    if (!card) return;
    var move = { ArrowRight: [beside, 1], ArrowLeft: [beside, -1], ArrowDown: [along, 1], ArrowUp: [along, -1] }[event.key];
    if (!move) return;
    event.preventDefault();
    focusCard(move[0](card, move[1]));
  });
  function say(event) {
    var stream = event.target.closest && event.target.closest('.stream');
    if (stream) said.textContent = stream.getAttribute('aria-label');
  }
  frame.addEventListener('focusin', say);
  frame.addEventListener('pointerover', say);
  document.getElementById('panel-close').addEventListener('click', close);
  document.addEventListener('keydown', function (event) { if (event.key === 'Escape' && !panel.hidden) close(); });
  document.getElementById('theme').addEventListener('click', function () {
    var dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.theme = dark ? 'light' : 'dark';
  });
  if (cards[0]) cards[0].tabIndex = 0;
})();
`
