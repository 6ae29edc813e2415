// A picture as SVG: marks and lines that can be pointed at, walked over and chosen.

const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const isNode = (item) => item.classList.contains("kq-node");

// `scroll` holds the picture; `say` tells what is pointed at; `choose` takes an id, and the ids of
// the lines that run close to where was clicked; `selected` gives what is selected.
function bindPicture(scroll, { say, choose, selected }) {
  const items = () => [...scroll.querySelectorAll(".kq-node, .kq-edge")];

  let lit = null;
  function light(item) {
    lit = item;
    const svg = scroll.querySelector("svg");
    if (!svg) return;
    svg.classList.toggle("kq-busy", Boolean(item));
    say(item ? item.getAttribute("aria-label") : "");
    const hot = new Set(item ? [item.dataset.id] : []);
    for (const edge of item ? items().filter((other) => !isNode(other)) : []) {
      const ends = edge.dataset.ends.split(" ");
      if (edge === item || (isNode(item) && ends.includes(item.dataset.id))) {
        for (const id of [edge.dataset.id, ...ends]) hot.add(id);
      }
    }
    for (const other of items()) other.classList.toggle("kq-hot", hot.has(other.dataset.id));
  }

  // Arrows walk over the marks in their order; Enter and Space choose.
  function walk(event) {
    const item = event.target.closest(".kq-node, .kq-edge");
    if (!item) return;
    if (event.key === "Enter" || event.key === " ") {
      choose(item.dataset.id, []);
    } else if (event.key.startsWith("Arrow")) {
      const nodes = items().filter((other) => isNode(other) && !other.matches(".kq-off"));
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

  // Where lines run close together, the one in front is not always the one that is meant.
  const courses = new WeakMap();
  function distance(edge, x, y) {
    const path = edge.querySelector(".kq-hit");
    if (!courses.has(edge)) {
      const steps = Array.from({ length: 129 }, (_, i) => (i / 128) * path.getTotalLength());
      courses.set(edge, steps.map((step) => path.getPointAtLength(step)));
    }
    const matrix = path.getScreenCTM();
    const point = new DOMPoint(x, y).matrixTransform(matrix.inverse());
    const far = courses.get(edge).map((p) => Math.hypot(p.x - point.x, p.y - point.y));
    return Math.min(...far) * matrix.a;
  }

  // The lines within reach of a point on the screen, the nearest first.
  function near({ clientX: x, clientY: y, pointerType }) {
    const reach = pointerType === "touch" ? 12 : 6;
    const found = [];
    for (const edge of items()) {
      if (isNode(edge) || edge.matches(".kq-off")) continue;
      const box = edge.querySelector(".kq-hit").getBoundingClientRect();
      const apart = Math.max(box.left - x, x - box.right, box.top - y, y - box.bottom);
      if (apart > reach) continue;
      const far = distance(edge, x, y);
      if (far <= reach) found.push([far, edge]);
    }
    return found.sort((a, b) => a[0] - b[0]).map(([, edge]) => edge);
  }

  const over = (event) => event.target.closest && event.target.closest(".kq-node, .kq-edge");

  scroll.addEventListener("click", (event) => {
    const item = over(event);
    if (item && isNode(item)) return choose(item.dataset.id, []);
    const edges = near(event);
    if (!edges.length && item) edges.push(item);
    if (edges.length) choose(edges[0].dataset.id, edges.slice(0, 6));
  });
  scroll.addEventListener("keydown", walk);
  scroll.addEventListener("pointermove", (event) => {
    let item = over(event);
    if (item && !isNode(item)) item = near(event)[0] || item;
    if (item && item !== lit) light(item);
  });
  scroll.addEventListener("focusin", (event) => over(event) && light(over(event)));

  function mark() {
    const id = selected();
    const chosen = items().filter((item) => item.dataset.id === id);
    for (const item of items()) item.classList.toggle("kq-chosen", chosen.includes(item));
    light(chosen[0] || null);
  }
  scroll.addEventListener("pointerleave", mark);
  scroll.addEventListener("focusout", mark);

  // What is off stays where it is, pale, and cannot be reached.
  function dim(ids) {
    const off = new Set(ids);
    for (const item of items()) {
      item.classList.toggle("kq-off", off.has(item.dataset.id));
      item.toggleAttribute("aria-hidden", false);
      if (off.has(item.dataset.id)) item.setAttribute("aria-hidden", "true");
    }
    const nodes = items().filter(isNode);
    if (!nodes.some((node) => node.tabIndex === 0 && !node.matches(".kq-off"))) {
      for (const node of nodes) node.setAttribute("tabindex", "-1");
      nodes.find((node) => !node.matches(".kq-off"))?.setAttribute("tabindex", "0");
    }
  }
  return { mark, dim };
}
