// What is wrong with a form, first and in one place, each line leading to its field.
import { useId } from "react";
import { useFieldId } from "./FormStack.tsx";
import { useLookAt } from "./look-at.ts";

export type FormMistake = { field?: string; message: string };

/** `answer` is what the server said: the same mistakes said again are looked at again. */
export function ErrorSummary(props: {
  title: string;
  items: readonly FormMistake[];
  form?: string;
  answer?: object;
}) {
  const named = useId();
  const prefix = useFieldId("", undefined, props.form);
  const said = props.items.map((item) => item.message).join("\n");
  const box = useLookAt([said, props.answer], said !== "");
  if (props.items.length === 0) return null;
  return (
    <div className="mistakes" ref={box} tabIndex={-1} role="alert" aria-labelledby={named}>
      <h2 id={named}>{props.title}</h2>
      <ul>
        {props.items.map((item, index) => (
          <li key={index}>
            {item.field ? <a href={`#${prefix}${item.field}`}>{item.message}</a> : item.message}
          </li>
        ))}
      </ul>
    </div>
  );
}
