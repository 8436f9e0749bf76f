"use strict";
(() => {
  const body = document.body, source = document.querySelector(".source"), facts = document.querySelector(".facts");
  const cards = [...facts.querySelectorAll("[data-id]")];
  const pieces = new Map();
  for (const piece of source.querySelectorAll("[data-f]"))
    for (const id of piece.dataset.f.split(" ")) pieces.has(id) ? pieces.get(id).push(piece) : pieces.set(id, [piece]);
  const byId = new Map(cards.map(card => [card.dataset.id, card]));
  const search = document.querySelector("input[type=search]"), role = document.querySelector("select[data-role]");
  let current = null;

  const show = what => {
    body.classList.toggle("show-text", what === "text"); body.classList.toggle("show-facts", what === "facts");
    for (const tab of document.querySelectorAll("[data-show]")) tab.setAttribute("aria-selected", String(tab.dataset.show === what));
  };
  const clear = () => { for (const old of document.querySelectorAll(".chosen")) old.classList.remove("chosen"); current = null; };
  const choose = (id, from) => {
    clear(); current = id;
    const places = pieces.get(id) || [], card = byId.get(id);
    for (const place of places) place.classList.add("chosen");
    if (card) card.classList.add("chosen");
    if (from !== "source") { show("text"); if (places[0]) places[0].scrollIntoView({ block: "center" }); }
    if (from !== "facts" && card) { if (from === "source") show("facts"); card.scrollIntoView({ block: "center" }); }
  };
  facts.addEventListener("click", event => { const card = event.target.closest("[data-id]"); if (card) choose(card.dataset.id, "facts"); });
  source.addEventListener("click", event => {
    const piece = event.target.closest("[data-f]"); if (!piece) return;
    // The innermost fact first; a second click goes to the next one that stands here.
    const rank = id => byId.get(id).classList.contains("measure") ? 0 : byId.get(id).classList.contains("reference") ? 1 : byId.get(id).classList.contains("task") ? 3 : 2;
    const ids = piece.dataset.f.split(" ").filter(id => byId.has(id)).sort((one, other) => rank(one) - rank(other));
    if (ids.length) choose(ids[(ids.indexOf(current) + 1) % ids.length], "source");
  });
  const visible = () => cards.filter(card => card.classList.contains("card") && card.offsetParent !== null || !card.hidden && body.classList.contains("show-text") && !card.closest("section[hidden]") && card.classList.contains("card"));
  const filter = () => {
    const words = search.value.toLocaleLowerCase("vi").normalize("NFC").trim();
    for (const card of facts.querySelectorAll(".card")) {
      const wrong = role.value && card.classList.contains("measure") && card.dataset.role !== role.value;
      card.hidden = Boolean(wrong || (words && !card.textContent.toLocaleLowerCase("vi").normalize("NFC").includes(words)));
    }
    for (const box of document.querySelectorAll("input[data-kind]")) {
      body.classList.toggle("on-" + box.dataset.kind, box.checked);
      const section = document.querySelector(`[data-section="${box.dataset.kind}"]`);
      if (section) section.hidden = !box.checked;
    }
  };
  for (const control of document.querySelectorAll("input, select")) control.addEventListener("input", filter);
  for (const tab of document.querySelectorAll("[data-show]")) tab.addEventListener("click", () => show(tab.dataset.show));
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") { clear(); document.activeElement.blur(); return; }
    if (event.target.closest("input, select") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/") { event.preventDefault(); search.focus(); return; }
    if (event.key !== "j" && event.key !== "k") return;
    const list = visible(); if (!list.length) return;
    const at = list.findIndex(card => card.dataset.id === current), step = event.key === "j" ? 1 : -1;
    const next = list[at < 0 ? (step > 0 ? 0 : list.length - 1) : (at + step + list.length) % list.length];
    choose(next.dataset.id, "keys");
  });
  const measureTop = () => body.style.setProperty("--top", document.querySelector(".panes").offsetTop + "px");
  addEventListener("resize", measureTop); measureTop(); filter();
})();
