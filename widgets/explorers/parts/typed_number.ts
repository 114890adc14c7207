// What a number typed into a control means: the number itself, or one sentence that says what is wrong with it.

import { quoted, readNumber, showNumber, showTypedNumber, withoutUnit, withUnit } from "../../browser/numbers.ts";
import type { Speak } from "../../browser/words.ts";

interface Typable {
  label: string;
  unit: string;
  minimum: number;
  maximum: number;
}

export type Taken = { value: number } | { fault: string };

export function takeNumber(typed: string, control: Typable, speak: Speak, language: string): Taken {
  const { label, unit, minimum, maximum } = control;
  const reading = readNumber(withoutUnit(typed, unit), language);
  if (reading.kind === "number" && reading.value >= minimum && reading.value <= maximum)
    return { value: reading.value };
  const allowed = {
    label,
    typed: quoted(typed),
    minimum: showNumber(minimum, language),
    maximum: withUnit(showNumber(maximum, language), unit),
  };
  if (reading.kind === "number") {
    return { fault: speak("fault", { ...allowed, value: withUnit(quoted(withoutUnit(typed, unit)), unit) }) };
  }
  if (reading.kind === "ambiguous") {
    const [one, other] = reading.meanings.map((value) => showTypedNumber(value, language)) as [string, string];
    return { fault: speak("typed_ambiguous", { ...allowed, one, other }) };
  }
  return { fault: speak(reading.kind === "nothing" ? "typed_nothing" : "typed_not_a_number", allowed) };
}
