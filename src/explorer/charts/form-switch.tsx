export type Form = "chart" | "table";

/** Whether the same numbers are shown as a chart or as a table. */
export function FormSwitch({ form, onForm }: { form: Form; onForm(this: void, form: Form): void }) {
  return (
    <div class="switch" role="group" aria-label="Shown as">
      {(["chart", "table"] as const).map((each) => (
        <button type="button" key={each} aria-pressed={form === each} onClick={() => onForm(each)}>
          {each === "chart" ? "Chart" : "Table"}
        </button>
      ))}
    </div>
  );
}
