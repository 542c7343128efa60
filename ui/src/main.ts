import { mount } from "svelte";
import "@fontsource-variable/golos-text/wght.css";
import "./shared/tokens.css";
import "./shared/base.css";
import App from "./app/App.svelte";
import { restoreScale } from "./app/scale.svelte";

restoreScale();

const target = document.getElementById("app");
if (!target) throw new Error("index.html has no #app");
mount(App, { target });
