export { dataMessages } from "./messages.js";
