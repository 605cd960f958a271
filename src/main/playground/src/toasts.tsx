import { Icon } from "./icons";
import { store, type Toast } from "./store";

/** What happened and what to do; Escape closes the one that has the focus. */
export function Toasts({ toasts }: { toasts: Toast[] }) {
  return (
    <div class="toasts" role="region" aria-label="Notices">
      {toasts.map((toast) => (
        <div key={toast.id} class={`toast ${toast.tone}`} role={toast.tone === "error" ? "alert" : "status"}
          onKeyDown={(event) => event.key === "Escape" && store.dismiss(toast.id)}>
          {toast.tone === "error" && <Icon name="warn" />}
          <div class="toast-text">
            <strong>{toast.what}</strong>
            {toast.advice && <p>{toast.advice}</p>}
            {toast.actions.length > 0 && (
              <div class="toast-actions">
                {toast.actions.map((action) => (
                  <button type="button" class="button" key={action.label} onClick={() => { store.dismiss(toast.id); action.run(); }}>{action.label}</button>
                ))}
              </div>
            )}
          </div>
          <button type="button" class="icon-button" aria-label="Close notice" onClick={() => store.dismiss(toast.id)}>
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
    </div>
  );
}
