import { useEffect, useRef } from "preact/hooks";
import { store } from "./store";

/** Asks before the chats are cleared. */
export function StartOver({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} onClose={close} aria-labelledby="start-over">
      <h2 id="start-over">Clear all chats?</h2>
      <p>Messages and files of every persona are removed from this page. Requests and changes in the simulated tenant stay as they are.</p>
      <div class="dialog-actions">
        <button type="button" class="button primary" onClick={() => { void store.startOver(); dialog.current?.close(); }}>Clear chats</button>
        <button type="button" class="button" autoFocus onClick={() => dialog.current?.close()}>Keep them</button>
      </div>
    </dialog>
  );
}
