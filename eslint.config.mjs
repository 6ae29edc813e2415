// What the JavaScript of explorers and forms is held to.
import js from "@eslint/js";
import globals from "globals";

// Scripts of a widget are put together into one (widget.py): what one defines, another uses.
const shared = { bindPicture: "readonly", isNode: "readonly", keepKeys: "readonly", make: "readonly" };
const DEFINED = ["bindPicture", "isNode", "keepKeys", "make"];

export default [
  js.configs.recommended,
  {
    files: ["lib/**/*.js"],
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: { ...globals.browser, ...shared } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-redeclare": ["error", { builtinGlobals: false }],
      "no-unused-vars": ["error", { varsIgnorePattern: `^(${DEFINED.join("|")})$`, argsIgnorePattern: "^_" }],
      "no-var": "error",
      "prefer-const": "error",
    },
  },
];
