// Controls, a place to look at, and what is selected: it draws what Python sends, and says what
// was chosen. It loads nothing.

const LANGUAGES = { en: "English", kk: "Қазақша", ru: "Русский" };

// Makes a control; returns its element, and how to show it a value.
const BUILD = {
  select({ name, label, options }, set) {
    const select = make("select", { "data-key": name });
    for (const [value, text] of options) select.append(make("option", { value }, text));
    select.addEventListener("change", () => set(select.value));
    const show = (value) => {
      select.value = options.some((option) => option[0] === value) ? value : "";
    };
    return [make("label", {}, label, select), show];
  },
  range({ name, label, options }, set) {
    const last = String(options.length - 1);
    const range = make("input", { type: "range", min: "0", max: last, step: "1", "data-key": name });
    const said = make("b", {});
    const show = (value) => {
      const at = Math.max(0, options.findIndex((option) => option[0] === value));
      range.value = String(at);
      said.textContent = options[at][1];
      range.setAttribute("aria-valuetext", options[at][1]);
    };
    range.setAttribute("aria-label", label);
    range.addEventListener("input", () => {
      show(options[Number(range.value)][0]);
      set(options[Number(range.value)][0]);
    });
    return [make("label", { class: "kq-range" }, make("span", {}, `${label}: `, said), range), show];
  },
  buttons({ name, label, options }, set) {
    const group = make("div", { class: "kq-group", role: "group", "aria-label": label });
    const buttons = options.map(([value, text]) => {
      const button = make("button", { type: "button", "data-key": `${name}=${value}` }, text);
      button.addEventListener("click", () => set(value));
      return button;
    });
    group.append(...buttons);
    const show = (value) => buttons.forEach((button, i) => {
      button.setAttribute("aria-pressed", String(options[i][0] === value));
    });
    return [make("div", { class: "kq-labelled" }, make("span", { "aria-hidden": "true" }, label), group), show];
  },
  action({ name, label, options }, set) {
    const button = make("button", { type: "button", "data-key": `do ${name} ${label}` }, label);
    button.addEventListener("click", () => set(options[0][0]));
    return [button, () => {}];
  },
};

function render({ model, el }) {
  const bar = make("div", { class: "kq-bar", role: "group" });
  const report = make("p", { class: "kq-report", role: "status" });
  const hint = make("div", { class: "kq-hint", "aria-hidden": "true" });
  const scroll = make("div", { class: "kq-scroll", role: "group", tabindex: "0" });
  const near = make("div", { class: "kq-near" });
  const text = make("div", { class: "kq-text" });
  const passage = make("div", { class: "kq-passage", "aria-live": "polite", role: "group" }, near, text);
  passage.tabIndex = 0; // it scrolls
  const caption = make("p", { class: "kq-caption" });
  const main = make("div", { class: "kq-main" }, passage, scroll);
  const root = make("div", { class: "kq-explorer" }, bar, report, hint, main, caption);
  keepKeys(root);
  el.append(root);
  let zoom = 1;
  let shows = [];
  const words = () => model.get("words");

  function set(name, value) {
    if (name === "selected") return choose(value, []);
    model.set("choices", { ...model.get("choices"), [name]: value });
    model.save_changes();
  }

  function choose(id, close) {
    if (!id) return;
    offer(close);
    if (model.get("selected") === id) model.send({ show: id });
    model.set("selected", id);
    model.save_changes();
  }

  // The lines that run close to where was clicked, to choose from.
  function offer(edges) {
    near.replaceChildren();
    if (edges.length < 2) return;
    near.append(make("p", {}, words().near), ...edges.map((edge) => {
      const { id } = edge.dataset;
      const button = make("button", { type: "button", "data-near": id }, edge.getAttribute("aria-label"));
      button.addEventListener("click", () => choose(id, edges));
      return button;
    }));
    pressNear();
  }

  function pressNear() {
    const id = model.get("selected");
    const buttons = [...near.querySelectorAll("button")];
    if (!buttons.some((button) => button.dataset.near === id)) near.replaceChildren();
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.near === id));
    }
  }

  const picture = bindPicture(scroll, {
    say: (label) => { hint.textContent = label || words().hint; },
    choose,
    selected: () => model.get("selected"),
  });

  // Draws something anew; what had the focus has it again.
  function keepingFocus(work) {
    const active = root.contains(document.activeElement) ? document.activeElement : null;
    const { key, id } = active ? active.dataset : {};
    work();
    if (!active || active.isConnected) return;
    const again = [...root.querySelectorAll("[data-key], [data-id]")];
    again.find((other) => (key ? other.dataset.key === key : id && other.dataset.id === id))
      ?.focus({ preventScroll: true });
  }

  function drawBar() {
    const says = words();
    const language = { name: "language", label: says.language, options: Object.entries(LANGUAGES) };
    const [languages, showLanguage] = BUILD.buttons(language, (code) => {
      model.set("language", code);
      model.save_changes();
    });
    for (const button of languages.querySelectorAll("button")) {
      button.lang = button.dataset.key.split("=")[1];
      button.dataset.language = button.lang;
    }
    shows = [() => showLanguage(model.get("language"))];
    const built = model.get("controls").map((control) => {
      const [element, show] = BUILD[control.kind](control, (value) => set(control.name, value));
      const value = () =>
        control.name === "selected" ? model.get("selected") : model.get("choices")[control.name];
      shows.push(() => show(value()));
      return element;
    });
    bar.setAttribute("aria-label", says.controls);
    bar.replaceChildren(languages, ...built, ...(scroll.querySelector("svg") ? [zooms(says)] : []));
    showValues();
  }

  function zooms(says) {
    const group = make("div", { class: "kq-group", role: "group", "aria-label": says.zoom });
    for (const [sign, label, factor] of [["−", says.smaller, 0.8], ["+", says.larger, 1.25]]) {
      const button = make("button", { type: "button", "aria-label": label, "data-key": sign }, sign);
      button.addEventListener("click", () => {
        zoom = Math.min(4, Math.max(0.5, zoom * factor));
        enlarge();
      });
      group.append(button);
    }
    return group;
  }

  function enlarge() {
    const svg = scroll.querySelector("svg");
    scroll.style.setProperty("--kq-zoom", zoom);
    if (svg) svg.style.minWidth = `${860 * zoom}px`;
  }

  const showValues = () => shows.forEach((show) => show());

  function mark() {
    pressNear();
    showValues();
    picture.mark();
    const id = model.get("selected");
    for (const button of scroll.querySelectorAll("button[data-id]")) {
      if (button.dataset.id === id) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  function drawBody() {
    const { scrollLeft, scrollTop } = scroll;
    const open = Boolean(scroll.querySelector("details[open]"));
    scroll.innerHTML = model.get("body");
    Object.assign(scroll, { scrollLeft, scrollTop });
    if (open) scroll.querySelector("details")?.setAttribute("open", "");
    const svg = scroll.querySelector("svg");
    hint.hidden = !svg;
    root.classList.toggle("kq-drawn", Boolean(svg));
    enlarge();
    picture.dim(model.get("off"));
  }

  function drawWords() {
    root.setAttribute("lang", model.get("language"));
    caption.textContent = words().caption;
    report.textContent = model.get("report");
    passage.setAttribute("aria-label", words().passage);
    scroll.setAttribute("aria-label", words().body);
    if (!model.get("selected")) text.textContent = words().invitation;
  }

  const on = {
    "change:body": () => keepingFocus(() => { drawBody(); mark(); }),
    "change:off": () => picture.dim(model.get("off")),
    "change:controls": () => keepingFocus(drawBar),
    "change:choices": showValues,
    "change:words": () => { drawWords(); keepingFocus(drawBar); mark(); },
    "change:report": () => { report.textContent = model.get("report"); },
    "change:selected": mark,
    "msg:custom": (message) => {
      if (message.passage === undefined) return;
      text.innerHTML = message.passage;
      passage.scrollTop = 0;
      // In a low box the quoted context may fill it: then what is marked comes up to its edge.
      const marked = text.querySelector("mark")?.getBoundingClientRect();
      if (marked) passage.scrollTop = marked.bottom + 8 - passage.getBoundingClientRect().bottom;
    },
  };
  for (const [name, work] of Object.entries(on)) model.on(name, work);

  scroll.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-id]");
    if (button) choose(button.dataset.id, []);
  });
  text.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-id]");
    if (button) choose(button.dataset.id, []);
  });

  drawBody();
  drawWords();
  drawBar();
  mark();
  if (model.get("selected")) model.send({ show: model.get("selected") });
  // Where not all of a picture fits, the middle is what matters.
  requestAnimationFrame(() => {
    if (!scroll.querySelector("svg.kq-network")) return;
    scroll.scrollLeft = (scroll.scrollWidth - scroll.clientWidth) / 2;
    scroll.scrollTop = (scroll.scrollHeight - scroll.clientHeight) / 2;
  });
  return () => {
    for (const [name, work] of Object.entries(on)) model.off(name, work);
  };
}

export default { render };
