// JupyterLab takes arrows and letters for commands to its cells, once before they come to a
// widget and once after. Within `root` they are the widget's own; Ctrl+S stays JupyterLab's.
function keepKeys(root) {
  const guard = (event) => {
    const ours = !(event.ctrlKey || event.metaKey);
    root.toggleAttribute("data-lm-suppress-shortcuts", ours);
    if (ours) event.stopPropagation();
  };
  root.toggleAttribute("data-lm-suppress-shortcuts", true);
  root.addEventListener("keydown", guard);
  root.addEventListener("keyup", guard);
}
