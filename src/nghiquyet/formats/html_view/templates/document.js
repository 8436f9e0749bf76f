(() => {
  const body = document.body, source = document.querySelector(".source"), facts = document.querySelector(".facts");
  const peek = document.querySelector(".peek"), narrow = matchMedia("(max-width: 52rem)");
  const search = document.querySelector("input[type=search]"), role = document.querySelector("select[data-role]"), tasks = document.querySelector("select[data-assigned]");
  const cards = [...facts.querySelectorAll("[data-id]")], filtered = cards.filter(card => card.classList.contains("card"));
  const byId = new Map(cards.map(card => [card.dataset.id, card]));
  const KINDS = ["measure", "task", "reference", "repair", "diagnostic", "footnote"];
  const kindOf = new Map(filtered.map(card => [card.dataset.id, KINDS.find(kind => card.classList.contains(kind))]));
  const pieces = [...source.querySelectorAll("[data-f]")].map(node => ({ node, ids: node.dataset.f.split(" ") }));
  const places = new Map();
  for (const { node, ids } of pieces) for (const id of ids) places.has(id) ? places.get(id).push(node) : places.set(id, [node]);
  for (const card of filtered) if (card.classList.contains("repair"))
    for (const place of places.get(card.dataset.id) || []) place.title = card.querySelector("del").textContent + " → " + card.querySelector("ins").textContent;
  for (const card of cards) card.classList.toggle("placeless", !places.has(card.dataset.id));
  let current = null;
  const scrolled = { text: 0, facts: 0 };

  const show = what => {
    if (!body.classList.contains("show-" + what)) {
      scrolled[what === "text" ? "facts" : "text"] = scrollY;
      body.classList.toggle("show-text", what === "text"); body.classList.toggle("show-facts", what === "facts");
      for (const tab of document.querySelectorAll(".tabs [data-show]")) tab.setAttribute("aria-selected", String(tab.dataset.show === what));
      if (narrow.matches) scrollTo(0, scrolled[what]);
    }
    if (what === "facts") peek.hidden = true;
  };
  const clear = () => { for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen"); current = null; peek.hidden = true; };
  const bring = node => { if (node) node.scrollIntoView({ block: "center" }); };
  const choose = (id, from) => {
    clear(); current = id;
    const printed = places.get(id) || [], card = byId.get(id);
    for (const place of printed) place.classList.add("chosen");
    if (card) card.classList.add("chosen");
    if (from === "source") {
      if (!narrow.matches) bring(card);
      else if (card) { peek.firstElementChild.replaceChildren(...card.cloneNode(true).childNodes); peek.hidden = false; }
    } else {
      if (printed.length) { show("text"); bring(printed[0]); }
      if (from === "keys") bring(card);
    }
  };
  facts.addEventListener("click", event => { const card = event.target.closest("[data-id]"); if (card) choose(card.dataset.id, "facts"); });
  source.addEventListener("click", event => {
    const piece = event.target.closest("[data-f]"); if (!piece || String(getSelection())) return;
    // The innermost fact first; a second click goes to the next one that stands here.
    const order = ["repair", "measure", "reference", "diagnostic", "footnote", undefined, "task"];
    const ids = piece.dataset.f.split(" ").filter(id => byId.has(id) && !byId.get(id).hidden).sort((one, other) => order.indexOf(kindOf.get(one)) - order.indexOf(kindOf.get(other)));
    if (ids.length) choose(ids[(ids.indexOf(current) + 1) % ids.length], "source");
  });
  const filter = () => {
    const found = finder(search.value), on = {};
    for (const box of document.querySelectorAll("input[data-kind]")) { body.classList.toggle("on-" + box.dataset.kind, box.checked); on[box.dataset.kind] = box.checked; }
    for (const card of filtered) {
      const kind = kindOf.get(card.dataset.id);
      const wrong = kind === "measure" ? role.value && card.dataset.role !== role.value : kind === "task" ? tasks.value && !card.dataset.tags.includes(tasks.value) : false;
      card.hidden = Boolean(wrong || on[kind] === false || !found(card.textContent));
    }
    for (const section of facts.querySelectorAll("[data-section]")) {
      const all = [...section.querySelectorAll(".card")], left = all.filter(card => !card.hidden).length;
      section.hidden = on[section.dataset.section] === false;
      section.querySelector("[data-count]").textContent = left === all.length ? all.length : left + " / " + all.length;
    }
    // A mark without a card that is shown loses its colour.
    for (const { node, ids } of pieces) for (const kind of KINDS) {
      const own = ids.filter(id => kindOf.get(id) === kind);
      if (own.length) node.classList.toggle(kind, own.some(id => !byId.get(id).hidden));
    }
  };
  for (const control of document.querySelectorAll("input, select")) control.addEventListener("input", filter);
  for (const tab of document.querySelectorAll("[data-show]")) tab.addEventListener("click", () => {
    const chosen = current; show(tab.dataset.show);
    if (chosen && narrow.matches) bring(tab.dataset.show === "facts" ? byId.get(chosen) : (places.get(chosen) || [])[0]);
  });
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") { clear(); document.activeElement.blur(); return; }
    if (event.target.closest("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") { event.preventDefault(); search.focus(); return; }
    if (event.key !== "j" && event.key !== "k") return;
    const list = filtered.filter(card => !card.hidden); if (!list.length) return;
    const at = list.findIndex(card => card.dataset.id === current), step = event.key === "j" ? 1 : -1;
    choose(list[at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length].dataset.id, "keys");
  });
  filter();
})();
