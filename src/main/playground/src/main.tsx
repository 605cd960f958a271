import { render } from "preact";
import { App } from "./app";
import { store } from "./store";

const wanted = new URL(location.href).searchParams.get("as") ?? localStorage.getItem("persona") ?? "";
const app = document.getElementById("app")!;
app.replaceChildren();
render(<App />, app);
void store.become(wanted);
document.addEventListener("visibilitychange", () => void store.read());
