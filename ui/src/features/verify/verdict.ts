// How a verdict looks.
import type { VerifyView } from "../../lib/api/generated";
import type { Tone } from "../../shared/types";

export const verdictTone: Record<VerifyView["verdict"], Tone> = {
  valid: "ok",
  valid_unknown_signer: "warn",
  modified: "bad",
  not_signed: "muted",
};
