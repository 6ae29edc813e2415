// The clickable network: draws what Python sends, and says what was chosen. It loads nothing.

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const LANGUAGES = { en: "English", kk: "Қазақша", ru: "Русский" };

function render({ model, el }) {
  const bar = make("div", { class: "kq-bar" });
  const hint = make("div", { class: "kq-hint", "aria-hidden": "true" });
  const scroll = make("div", { class: "kq-scroll" });
  const passage = make("div", { class: "kq-passage", "aria-live": "polite", role: "region" });
  passage.tabIndex = 0; // it scrolls
  const caption = make("p", { class: "kq-caption" });
  const main = make("div", { class: "kq-main" }, passage, scroll);
  const root = make("div", { class: "kq-explorer" }, bar, hint, main, caption);
  el.append(root);
  let zoom = 1;

  const items = () => [...scroll.querySelectorAll(".kq-node, .kq-edge")];
  const byId = (id) => items().find((item) => item.dataset.id === id);
  const isNode = (item) => item.classList.contains("kq-node");
  const words = () => model.get("words");

  function choose(id) {
    if (!id) return;
    if (model.get("selected") === id) model.send({ show: id });
    model.set("selected", id);
    model.save_changes();
  }

  let lit = null;
  function light(item) {
    lit = item;
    const svg = scroll.querySelector("svg");
    if (!svg) return;
    svg.classList.toggle("kq-busy", Boolean(item));
    for (const other of items()) other.classList.remove("kq-hot");
    hint.textContent = item ? item.getAttribute("aria-label") : words().hint;
    if (!item) return;
    const hot = new Set([item.dataset.id]);
    for (const edge of items().filter((other) => !isNode(other))) {
      const ends = edge.dataset.ends.split(" ");
      if (edge === item || (isNode(item) && ends.includes(item.dataset.id))) {
        for (const id of [edge.dataset.id, ...ends]) hot.add(id);
      }
    }
    for (const other of items()) other.classList.toggle("kq-hot", hot.has(other.dataset.id));
  }

  // Arrows walk over the nodes in the order of the list; Enter and Space choose.
  function walk(event) {
    const item = event.target.closest(".kq-node, .kq-edge");
    if (!item) return;
    if (event.key === "Enter" || event.key === " ") {
      choose(item.dataset.id);
    } else if (event.key.startsWith("Arrow")) {
      const nodes = items().filter(isNode);
      const step = ["ArrowRight", "ArrowDown"].includes(event.key) ? 1 : -1;
      const next = nodes[(nodes.indexOf(item) + step + nodes.length) % nodes.length];
      for (const node of nodes) node.setAttribute("tabindex", node === next ? "0" : "-1");
      next.focus();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  function drawBar() {
    const says = words();
    const languages = make("div", { class: "kq-group", role: "group", "aria-label": says.language });
    for (const [code, name] of Object.entries(LANGUAGES)) {
      const pressed = String(code === model.get("language"));
      const button = make("button", { type: "button", lang: code, "aria-pressed": pressed }, name);
      button.dataset.language = code;
      button.addEventListener("click", () => {
        model.set("language", code);
        model.save_changes();
      });
      languages.append(button);
    }
    const select = make("select", { class: "kq-select" }, make("option", { value: "" }, "—"));
    const named = items().filter(isNode).map((item) => [item.getAttribute("aria-label"), item]);
    named.sort((a, b) => a[0].localeCompare(b[0], model.get("language")));
    for (const [label, item] of named) {
      select.append(make("option", { value: item.dataset.id }, label));
    }
    select.addEventListener("change", () => choose(select.value));
    const zooms = make("div", { class: "kq-group", role: "group", "aria-label": says.zoom });
    for (const [sign, label, factor] of [["−", says.smaller, 0.8], ["+", says.larger, 1.25]]) {
      const button = make("button", { type: "button", "aria-label": label }, sign);
      button.addEventListener("click", () => {
        zoom = Math.min(4, Math.max(0.5, zoom * factor));
        scroll.style.setProperty("--kq-zoom", zoom);
        scroll.querySelector("svg").style.minWidth = `${860 * zoom}px`;
      });
      zooms.append(button);
    }
    bar.replaceChildren(languages, make("label", {}, says.find, select), zooms);
  }

  function mark() {
    const id = model.get("selected");
    for (const item of items()) item.classList.toggle("kq-chosen", item.dataset.id === id);
    const select = bar.querySelector("select");
    const item = id && byId(id);
    if (select) select.value = item && isNode(item) ? id : "";
    light(item || null);
  }

  function draw() {
    const focused = root.contains(document.activeElement)
      ? document.activeElement.dataset.language
      : undefined;
    scroll.innerHTML = model.get("svg");
    root.setAttribute("lang", model.get("language"));
    caption.textContent = words().caption;
    passage.setAttribute("aria-label", words().passage);
    drawBar();
    if (focused) bar.querySelector(`[data-language=${focused}]`).focus();
    mark();
    if (model.get("selected")) model.send({ show: model.get("selected") });
    else passage.textContent = words().invitation;
  }

  // Where lines run close together, the one in front is not always the one that is meant.
  const courses = new WeakMap();
  function distance(edge, x, y) {
    const path = edge.querySelector(".kq-hit");
    if (!courses.has(edge)) {
      const steps = Array.from({ length: 65 }, (_, i) => (i / 64) * path.getTotalLength());
      courses.set(edge, steps.map((step) => path.getPointAtLength(step)));
    }
    const point = new DOMPoint(x, y).matrixTransform(path.getScreenCTM().inverse());
    return Math.min(...courses.get(edge).map((p) => Math.hypot(p.x - point.x, p.y - point.y)));
  }

  function at(event) {
    const item = event.target.closest && event.target.closest(".kq-node, .kq-edge");
    if (!item || isNode(item) || event.clientX === undefined) return item;
    const under = scroll.getRootNode().elementsFromPoint(event.clientX, event.clientY);
    const edges = [...new Set(under.map((element) => element.closest(".kq-edge")))].filter(Boolean);
    if (!edges.includes(item)) return item;
    const far = new Map(edges.map((edge) => [edge, distance(edge, event.clientX, event.clientY)]));
    return edges.reduce((best, edge) => (far.get(edge) < far.get(best) ? edge : best));
  }

  scroll.addEventListener("click", (event) => {
    const item = at(event);
    if (item) choose(item.dataset.id);
  });
  scroll.addEventListener("keydown", walk);
  for (const name of ["pointermove", "focusin"]) {
    scroll.addEventListener(name, (event) => {
      const item = at(event);
      if (item && item !== lit) light(item);
    });
  }
  scroll.addEventListener("pointerleave", () => mark());
  scroll.addEventListener("focusout", () => mark());
  passage.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-id]");
    if (button) choose(button.dataset.id);
  });

  const show = (message) => {
    if (message.passage === undefined) return;
    passage.innerHTML = message.passage;
    passage.scrollTop = 0;
  };
  model.on("msg:custom", show);
  model.on("change:svg", draw);
  model.on("change:selected", mark);
  draw();
  // Where not all of it fits, the middle is what matters.
  requestAnimationFrame(() => {
    scroll.scrollLeft = (scroll.scrollWidth - scroll.clientWidth) / 2;
    scroll.scrollTop = (scroll.scrollHeight - scroll.clientHeight) / 2;
  });
  return () => {
    model.off("msg:custom", show);
    model.off("change:svg", draw);
    model.off("change:selected", mark);
  };
}

export default { render };
