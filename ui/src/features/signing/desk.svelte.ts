// Who signs a document and how, as it is chosen in the dialog.
import type {
  DocumentInput,
  IssueInput,
  IssueOffer,
  PickedKey,
  SignerInput,
  SignerOffer,
  SigningWay,
} from "../../lib/api/generated";

/** One who may sign. */
export class Choice {
  readonly role: SignerOffer["role"];
  on = $state(false);
  way = $state<SigningWay | null>(null);
  key = $state.raw<PickedKey | null>(null);
  password = $state("");
  certificate = $state.raw<PickedKey | null>(null);
  pin = $state("");
  otherOwner = $state(false);

  constructor(offer: SignerOffer) {
    this.role = offer.role;
    this.on = offer.usual && offer.name !== "";
    this.settle(offer);
  }

  /** The school's key as soon as it is there; a way that is gone is not kept. */
  settle(offer: SignerOffer): void {
    const ready = (way: SigningWay | null): boolean => offer.ways.some((one) => one.way === way && one.ready);
    if (!ready(this.way)) this.way = ready("own_key") ? "own_key" : null;
  }

  /** Everything that the way asks for is given. */
  get whole(): boolean {
    if (this.way === "pkcs12") return this.key !== null;
    if (this.way === "external") return this.certificate !== null;
    if (this.way === "simple") return this.pin !== "";
    return this.way !== null;
  }

  /** Another certificate: what was said of the former one does not hold for it. */
  takeKey(picked: PickedKey): void {
    this.otherOwner = false;
    if (this.way === "pkcs12") this.key = picked;
    else this.certificate = picked;
  }

  /** What to send: of secrets only those of the chosen way. */
  input(): SignerInput {
    const way = this.way ?? "pen";
    return {
      role: this.role,
      way,
      key_token: way === "pkcs12" ? (this.key?.token ?? null) : null,
      password: way === "pkcs12" ? this.password : null,
      certificate_token: way === "external" ? (this.certificate?.token ?? null) : null,
      pin: way === "simple" ? this.pin : null,
      other_owner: this.otherOwner,
    };
  }
}

/** What is filled in before a document is issued. */
export class Desk {
  number = $state("");
  date = $state<string | null>(null);
  reason = $state("");
  choices = $state.raw<Choice[]>([]);

  /** Takes the offer; what was filled in already stays. */
  take(offer: IssueOffer): void {
    if (this.choices.length === 0) {
      this.number = offer.next_number;
      this.date = offer.date;
      this.choices = offer.signers.map((signer) => new Choice(signer));
    }
    offer.signers.forEach((signer, at) => this.choices[at]?.settle(signer));
  }

  get signers(): Choice[] {
    return this.choices.filter((choice) => choice.on);
  }

  get whole(): boolean {
    return (
      this.number.trim() !== "" &&
      this.date !== null &&
      this.signers.length > 0 &&
      this.signers.every((choice) => choice.whole)
    );
  }

  input(document: DocumentInput): IssueInput {
    return {
      document,
      number: this.number,
      date: this.date ?? "",
      correction_reason: this.reason,
      signers: this.signers.map((choice) => choice.input()),
    };
  }
}
