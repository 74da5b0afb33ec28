export { emitJavaScript, javaScriptText } from "./javascript.js";
export { isEmitted } from "./module.js";
export { emitStandalone } from "./standalone.js";
export { emitTypeScript } from "./typescript.js";
