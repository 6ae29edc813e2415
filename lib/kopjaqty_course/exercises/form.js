// A form: it shows what Python holds, tells Python what was chosen, and asks it for the outcome.
// It loads nothing, and knows nothing of the right answer.

const SECONDS_TO_ANSWER = 4;

const optionsOf = (list) => [...list.querySelectorAll("[role=option]")];
const keysOf = (list) => optionsOf(list).map((option) => option.dataset.key);
const activeOf = (list) => list.querySelector("[aria-selected=true]");
const fill = (text, given) => text.replace(/\{(\w+)\}/g, (_all, name) => given[name]);

// What stands in the fields (null: nothing), and how they are made to show a value.
const SORTS = {
  choice: {
    read: (form) => form.querySelector("input:checked")?.value ?? null,
    show(form, value) {
      for (const radio of form.querySelectorAll("input[type=radio]")) {
        radio.checked = radio.value === value;
      }
    },
  },
  match: {
    read(form) {
      const chosen = [...form.querySelectorAll("select")].filter((select) => select.value);
      if (!chosen.length) return null;
      return Object.fromEntries(chosen.map((select) => [select.name, select.value]));
    },
    show(form, value) {
      for (const select of form.querySelectorAll("select")) select.value = value?.[select.name] ?? "";
    },
  },
  faded: {
    read(form) {
      const fields = [...form.querySelectorAll("input[type=text]")];
      if (fields.every((field) => !field.value)) return null;
      return Object.fromEntries(fields.map((field) => [field.name, field.value]));
    },
    show(form, value) {
      for (const field of form.querySelectorAll("input[type=text]")) {
        const text = value?.[field.name] ?? "";
        if (field.value !== text) field.value = text;
      }
    },
  },
  order: {
    read: (form) => keysOf(listIn(form, "answer")),
    show(form, value, keys) {
      arrange(listIn(form, "answer"), value ?? keys);
    },
  },
  parsons: {
    read(form) {
      const taken = keysOf(listIn(form, "answer"));
      return taken.length ? taken : null;
    },
    show(form, value, keys) {
      const taken = value ?? [];
      arrange(listIn(form, "answer"), taken);
      arrange(listIn(form, "pool"), keys.filter((key) => !taken.includes(key)));
    },
  },
};

function listIn(form, name) {
  return form.querySelector(`[data-list=${name}]`);
}

// Puts these items, in this order, into a list, from wherever they stand.
function arrange(list, keys) {
  if (keysOf(list).join() !== keys.join()) {
    const options = optionsOf(list.closest("form"));
    list.append(...keys.map((key) => options.find((option) => option.dataset.key === key)));
  }
}

function activate(list, option) {
  for (const other of optionsOf(list)) other.setAttribute("aria-selected", String(other === option));
  if (option) list.setAttribute("aria-activedescendant", option.id);
  else list.removeAttribute("aria-activedescendant");
  if (option && list.matches(":focus")) option.scrollIntoView({ block: "nearest" });
}

// In each list one item is active: the buttons move it.
function settle(form) {
  for (const list of form.querySelectorAll("[data-list]")) {
    const options = optionsOf(list);
    const active = options.filter((option) => option.getAttribute("aria-selected") === "true");
    activate(list, active[0] ?? options[0]);
  }
}

function render({ model, el }) {
  el.innerHTML = model.get("body");
  const form = el.querySelector("form");
  const part = Object.fromEntries(
    [...form.querySelectorAll("[data-part]")].map((element) => [element.dataset.part, element]),
  );
  const sort = SORTS[form.dataset.sort];
  const keys = optionsOf(form).map((option) => option.dataset.key);
  // Each form has a script of its own, so that counting them would not tell them apart.
  const name = `kq-${Math.random().toString(36).slice(2)}`;
  for (const option of optionsOf(form)) option.id = `${name}-${option.dataset.key}`;
  if (part.hint) {
    part.hint.id = `${name}-hint`;
    for (const list of form.querySelectorAll("[data-list]")) {
      list.setAttribute("aria-describedby", part.hint.id);
    }
  }
  const words = () => model.get("words");
  let timer = 0;

  // A notebook that was opened and not run shows its forms; nobody answers them.
  function expectAnswer() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      part.said.textContent = words().silent;
      part.line.value = "";
    }, SECONDS_TO_ANSWER * 1000);
  }

  function say(text, given) {
    const said = fill(text, given);
    // Said again, it has to differ to be heard.
    part.live.textContent = part.live.textContent === said ? `${said}\u00a0` : said;
  }

  function changed() {
    const value = sort.read(form);
    if (JSON.stringify(value) === JSON.stringify(model.get("value"))) return;
    model.set("value", value);
    model.save_changes();
    part.copied.textContent = "";
    expectAnswer();
  }

  function place(option) {
    const among = optionsOf(option.parentElement);
    return { letter: option.dataset.key, place: among.indexOf(option) + 1, count: among.length };
  }

  const moves = {
    up(list) {
      const option = activeOf(list);
      if (!option) return say(words().none, {});
      const before = option.previousElementSibling;
      if (before) before.before(option);
      finish(list, option, words().moved);
    },
    down(list) {
      const option = activeOf(list);
      if (!option) return say(words().none, {});
      const after = option.nextElementSibling;
      if (after) after.after(option);
      finish(list, option, words().moved);
    },
    take() {
      const [pool, program] = [listIn(form, "pool"), listIn(form, "answer")];
      const option = activeOf(pool);
      if (!option) return say(words().none, {});
      const next = option.nextElementSibling ?? option.previousElementSibling;
      const last = activeOf(program);
      if (last) last.after(option);
      else program.append(option);
      activate(pool, next);
      finish(program, option, words().taken);
    },
    back() {
      const [pool, program] = [listIn(form, "pool"), listIn(form, "answer")];
      const option = activeOf(program);
      if (!option) return say(words().none, {});
      const next = option.nextElementSibling ?? option.previousElementSibling;
      const there = [...keysOf(pool), option.dataset.key];
      arrange(pool, keys.filter((key) => there.includes(key)));
      activate(program, next);
      finish(pool, option, words().back);
    },
  };

  function finish(list, option, text) {
    activate(list, option);
    say(text, place(option));
    changed();
  }

  function walk(event) {
    const list = event.target.closest("[data-list]");
    if (!list || event.ctrlKey || event.metaKey) return;
    const options = optionsOf(list);
    const at = options.indexOf(activeOf(list));
    const inPool = list.dataset.list === "pool";
    const canTake = Boolean(listIn(form, "pool"));
    const steps = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: options.length - 1 };
    if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
      if (!inPool) moves[event.key === "ArrowUp" ? "up" : "down"](list);
    } else if (event.key in steps) {
      const next = options[steps[event.key]];
      if (next) activate(list, next);
    } else if (inPool && ["Enter", " "].includes(event.key)) {
      moves.take();
    } else if (canTake && !inPool && ["Delete", "Backspace"].includes(event.key)) {
      moves.back();
    } else {
      return;
    }
    event.preventDefault();
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(part.line.value);
      part.copied.textContent = words().copied;
    } catch {
      part.line.focus(); // which selects it
      part.copied.textContent = words().selected;
    }
  }

  keepKeys(form);
  form.addEventListener("keydown", walk);
  form.addEventListener("input", (event) => {
    if (event.target === part.line) return;
    for (const field of form.querySelectorAll("input[type=text]")) {
      if (field.name === event.target.name) field.value = event.target.value;
    }
    changed();
  });
  form.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) activate(option.parentElement, option);
    const button = event.target.closest("[data-do]");
    if (!button) return;
    if (button.dataset.do === "copy") copy();
    else moves[button.dataset.do](listIn(form, "answer"));
  });
  form.addEventListener("dblclick", (event) => {
    const list = event.target.closest("[role=option]")?.parentElement;
    if (list && listIn(form, "pool")) moves[list.dataset.list === "pool" ? "take" : "back"]();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    part.said.textContent = "";
    part.stale.hidden = true;
    model.send({ check: model.get("value") });
    expectAnswer();
  });
  part.line.addEventListener("focus", () => part.line.select());

  function drawOutcome() {
    clearTimeout(timer);
    part.said.innerHTML = model.get("outcome");
    part.stale.hidden = !model.get("stale");
  }
  function drawLine() {
    clearTimeout(timer);
    part.line.value = model.get("line");
  }
  function drawValue() {
    sort.show(form, model.get("value"), keys);
    settle(form);
  }
  const on = {
    "change:value": drawValue,
    "change:line": drawLine,
    "change:stale": () => { part.stale.hidden = !model.get("stale"); },
    "msg:custom": drawOutcome,
  };
  for (const [name, work] of Object.entries(on)) model.on(name, work);
  drawValue();
  drawLine();
  drawOutcome();
  return () => {
    clearTimeout(timer);
    for (const [name, work] of Object.entries(on)) model.off(name, work);
  };
}

export default { render };
