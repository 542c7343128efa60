// Written by `opora typescript` from the list of calls. Do not edit.

export type AddEvidenceInput = { 
/**
 * The occurrence.
 */
occurrence_id: string, 
/**
 * The document.
 */
evidence: EvidenceInput, };

export type AddOccurrenceInput = { 
/**
 * The event.
 */
event_id: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day, also the due date.
 */
to: string, };

export type AddRowInput = { 
/**
 * An indicator rather than an event.
 */
indicator: boolean, 
/**
 * It goes after this row; none puts it last in its section.
 */
after: string | null, 
/**
 * Code of its heading; the first one when empty.
 */
section: string, 
/**
 * Title.
 */
title: string, };

export type AdoptInput = { 
/**
 * Id of the file.
 */
id: string, };

export type AdoptPeriodInput = { 
/**
 * Id of the file.
 */
id: string, 
/**
 * The period when it is not the programme's own.
 */
period: NewPeriodInput | null, 
/**
 * Terms that have passed by today are no debts: the programme binds from today.
 */
from_today: boolean, };

export type AnswerInput = { 
/**
 * The response.
 */
id: string, 
/**
 * Item id.
 */
item: string, 
/**
 * 0…3, or null for «не веду».
 */
value: number | null, };

export type AnswerView = { 
/**
 * The document with the file added.
 */
entry: JournalEntry, 
/**
 * The verdict in words.
 */
verdict: string, 
/**
 * What was checked.
 */
reasons: Array<string>, };

export type ApiError = { 
/**
 * What the window acts on.
 */
code: Code, 
/**
 * What happened.
 */
message: string, 
/**
 * What is safe and what to do.
 */
hint: string, 
/**
 * Field or place → what is wrong with it.
 */
details: Array<Detail>, };

export type ApproveInput = { 
/**
 * Number of the order.
 */
order_no: string, 
/**
 * Its date.
 */
order_date: string, 
/**
 * Who approved it; empty = the director of the school card.
 */
authority: string, 
/**
 * May be empty.
 */
note: string, };

export type ArchiveInput = { 
/**
 * The teacher.
 */
id: string, 
/**
 * Since when; empty = today.
 */
date: string | null, };

export type Assessment = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Kind.
 */
kind: AssessmentKind, 
/**
 * Subject.
 */
subject: Subject, 
/**
 * Grade, 1…11.
 */
grade: number, 
/**
 * When it was held.
 */
date: string, 
/**
 * How many took part.
 */
participants: number, 
/**
 * How many got «2» or did not reach the minimum.
 */
failed: number, 
/**
 * How many got «4» or «5» (or their equal in points).
 */
good: number, 
/**
 * The figure of the region as it was told («успеваемость 91,4 %»), may be empty.
 */
region: string, };

export type AssessmentInput = { 
/**
 * Empty for a new one.
 */
id: string | null, 
/**
 * Kind.
 */
kind: AssessmentKind, 
/**
 * Subject.
 */
subject: Subject, 
/**
 * Grade 1…11.
 */
grade: number, 
/**
 * When.
 */
date: string, 
/**
 * Took part.
 */
participants: number, 
/**
 * Got «2» or below the minimum.
 */
failed: number, 
/**
 * Got «4» or «5».
 */
good: number, 
/**
 * The figure of the region, as it was told.
 */
region?: string, };

export type AssessmentKind = "vpr" | "oge" | "ege_base" | "ege_profile" | "ege" | "kdr" | "district_kim" | "quarter_marks" | "internal";

export type AssignInput = { 
/**
 * One for each event.
 */
items: Array<AssignItem>, 
/**
 * Why.
 */
correction: Correction, };

export type AssignItem = { 
/**
 * The event.
 */
event_id: string, 
/**
 * Who answers for it from now on.
 */
responsible_person_id: string | null, 
/**
 * First day, for an event whose dates the programme leaves to the school.
 */
from: string | null, 
/**
 * Last day, also the due date.
 */
to: string | null, };

export type AutoFact = "self_diagnosis_coverage" | "self_diagnosis_held" | "deficits_have_steps" | "course_coverage" | "tandems" | "network_tandems" | "meetings" | "meetings_every_quarter" | "reports" | { "event_done": EventCode } | { "event_document": EventDocument } | { "local_act": LocalAct } | { "dynamics": Dynamics };

export type AutoValue = { 
/**
 * The fact; empty when the data do not say.
 */
fact: Fact | null, 
/**
 * The fact in words; may be empty.
 */
fact_text: string, 
/**
 * What was counted, or why nothing could be, in one sentence.
 */
explanation: string, 
/**
 * Another fact counts: the one entered by hand or the one frozen at the closing.
 */
differs: boolean, };

export type BackupView = { 
/**
 * Name of the copy.
 */
file: string, 
/**
 * Its size.
 */
bytes: number, 
/**
 * Records counted in the copy when it was opened for a check.
 */
records: number, };

export type BareItem = { 
/**
 * The execution, for `roadmap.add_evidence`.
 */
occurrence_id: string, 
/**
 * Its event.
 */
event_id: string, 
/**
 * The row as it is printed.
 */
row: BareRow, 
/**
 * The programme demands a document and no reason is given.
 */
owed: boolean, };

export type BareRow = { 
/**
 * Number of the event as in the programme.
 */
event_code: string, 
/**
 * Title of the event.
 */
event_title: string, 
/**
 * Day on which it was done.
 */
done_on: string | null, 
/**
 * Document that the programme demands; empty when it demands none.
 */
demanded: string, 
/**
 * Why there is none; may be empty.
 */
reason: string, };

export type BaseState = "no_base" | "locked" | "open";

export type Baseline = "school_plan" | "actual" | "start_diagnostics" | "initial" | "previous";

export type Block = { 
/**
 * Id: `A`.
 */
id: string, 
/**
 * Title.
 */
title: string, };

export type BlockScore = { 
/**
 * Id of the block.
 */
block: string, 
/**
 * Items that apply: all but «не веду».
 */
applicable: number, 
/**
 * Items answered.
 */
n: number, 
/**
 * Sum of the values, numerator of the index.
 */
sum: number, 
/**
 * Greatest possible sum of the answered items, denominator of the index; zero when nothing is answered.
 */
max: number, 
/**
 * Name of the level; none when nothing is answered.
 */
level: string | null, 
/**
 * Enough of the applicable items are answered.
 */
valid: boolean, };

export type Breakdown = { 
/**
 * Code and title of the indicator.
 */
title: string, 
/**
 * Title of the stage.
 */
stage_title: string, 
/**
 * The formula in words.
 */
auto_label: string, 
/**
 * What was counted.
 */
auto: AutoValue, 
/**
 * One by one: teachers, documents, meetings.
 */
items: Array<CountedItem>, };

export type CalendarInput = { 
/**
 * Year in which it begins.
 */
year: number, 
/**
 * Its quarters or trimesters, in order.
 */
parts: Array<SchoolPart>, };

export type CalendarView = { 
/**
 * In order.
 */
years: Array<CalendarYear>, };

export type CalendarYear = { 
/**
 * Year in which it begins.
 */
year: number, 
/**
 * Its quarters or trimesters.
 */
parts: Array<SchoolPart>, 
/**
 * The school has entered them; otherwise these are the usual days.
 */
entered: boolean, };

export type Candidate = { 
/**
 * The teacher.
 */
person_id: string, 
/**
 * Name.
 */
fio: string, 
/**
 * Why, in words.
 */
reason: string, 
/**
 * Tandems she already leads.
 */
active_tandems: number, 
/**
 * The questionnaire shows strength in this topic and she agreed to help.
 */
strong: boolean, };

export type Category = "highest" | "first" | "compliance" | "mentor" | "methodist" | "none";

export type CellInput = { 
/**
 * The indicator.
 */
indicator_id: string, 
/**
 * Code of the stage.
 */
stage: string, };

export type CertificateCard = { 
/**
 * The record.
 */
id: string, 
/**
 * In which capacity its owner signs.
 */
role: SignerRole, 
/**
 * The same in words.
 */
post: string, 
/**
 * Where the key lies, in words.
 */
place: string, 
/**
 * The certificate.
 */
certificate: CertificateView, 
/**
 * How it stands.
 */
state: CertificateState, 
/**
 * In a word or two.
 */
state_word: string, 
/**
 * In words, with what to do.
 */
state_label: string, 
/**
 * Days to its last day; negative when that is over.
 */
days_left: number, 
/**
 * It is the newest of its owner's and a newer one is needed.
 */
renewal_offered: boolean, 
/**
 * Documents signed by it.
 */
signed: number, 
/**
 * The same in words.
 */
signed_label: string, 
/**
 * When it was replaced.
 */
retired_on: string | null, };

export type CertificateOffer = { 
/**
 * Name of the file.
 */
file: string, 
/**
 * Owner, validity, fingerprint.
 */
certificate: CertificateView, 
/**
 * Who issued it, in words.
 */
issuer: string, 
/**
 * What trusting it means, when that is more than usual; may be empty.
 */
note: string, 
/**
 * It is trusted already.
 */
trusted: boolean, };

export type CertificateOffers = { 
/**
 * Each certificate once.
 */
certificates: Array<CertificateOffer>, 
/**
 * Files without a certificate to trust.
 */
refused: Array<RefusedFile>, };

export type CertificateState = "in_force" | "expiring" | "expired" | "other_owner" | "retired";

export type CertificateView = { 
/**
 * Full name.
 */
owner: string, 
/**
 * School.
 */
organisation: string, 
/**
 * Serial number.
 */
serial: string, 
/**
 * First day.
 */
valid_from: string, 
/**
 * Last day.
 */
valid_to: string, 
/**
 * Fingerprint.
 */
sha256: string, 
/**
 * It may not sign any more.
 */
expired: boolean, };

export type Change = { 
/**
 * «+12,5 п. п.», «на 3 меньше», «без изменений», «было „нет“, стало „да“».
 */
text: string, 
/**
 * Which way.
 */
direction: ChangeDirection, 
/**
 * For the better or for the worse; empty when the programme does not say which way is good.
 */
better: boolean | null, };

export type ChangeAction = "added" | "edited" | "term_set" | "assigned" | "moved" | "split" | "merged" | "withdrawn" | "restored" | "target_changed";

export type ChangeDirection = "up" | "down" | "same";

export type ChangeView = { 
/**
 * The correction.
 */
change: ProgramChange, 
/**
 * «Мероприятие».
 */
subject_label: string, 
/**
 * «Изменено».
 */
action_label: string, 
/**
 * In one line: «Мероприятие 5.10 «…»: изменено. Срок: было «май», стало «июнь».»
 */
text: string, 
/**
 * «приказ № 45 от 02.09.2024»; may be empty.
 */
basis_text: string, 
/**
 * «Версия 2» or «не утверждено».
 */
version_label: string, };

export type Changed = { 
/**
 * Title of the section.
 */
title: string, 
/**
 * What changed, a sentence each.
 */
lines: Array<string>, };

export type ChangesInput = { 
/**
 * Only those of this row.
 */
subject_id: string | null, 
/**
 * Only those that went into this version; 0 = not approved yet.
 */
version: number | null, };

export type Channel = "folder" | "stick" | "email" | "portal" | "edo" | "paper";

export type CheckView = { 
/**
 * Nothing is wrong.
 */
ok: boolean, 
/**
 * What was checked, in words.
 */
lines: Array<string>, };

export type CloseDeficitInput = { 
/**
 * The deficit.
 */
id: string, 
/**
 * How.
 */
note: string, 
/**
 * Empty = today.
 */
date: string | null, };

export type CloseInput = { 
/**
 * The tandem.
 */
id: string, 
/**
 * Why.
 */
reason: CloseReason, 
/**
 * Empty = today.
 */
date: string | null, 
/**
 * What came of it.
 */
outcome: string, 
/**
 * Close the deficit too.
 */
close_deficit: boolean, };

export type CloseReason = "goal_reached" | "term_ended" | "not_needed" | "own_wish" | "dismissal" | "other";

export type Cmp = "gte" | "lte" | "eq" | "between" | "is_true" | "increase" | "decrease" | "increase_abs_gte" | "decrease_abs_gte" | "increase_rel_gte" | "decrease_rel_gte" | "baseline" | "track";

export type Code = "no_base" | "locked" | "wrong_secret" | "in_use" | "newer_base" | "damaged" | "no_space" | "read_only" | "invalid" | "not_found" | "frozen" | "refused" | "unknown_call" | "internal";

export type CodedText = { 
/**
 * Code within its list.
 */
code: string, 
/**
 * Title.
 */
title: string, };

export type CollectiveRule = { 
/**
 * At least so many percent of the teachers.
 */
share_percent: number, 
/**
 * And at least so many persons.
 */
min_n: number, };

export type CollectiveView = { 
/**
 * Topic.
 */
topic: string, 
/**
 * Teachers with the deficit.
 */
n: number, 
/**
 * Teachers who answered.
 */
of: number, };

export type ColumnField = "code" | "section" | "title" | "result" | "term" | "responsible" | "evidence" | "unit" | "target" | "ignore";

export type ColumnView = { 
/**
 * The words of its head, may be empty.
 */
head: string, 
/**
 * What it holds.
 */
field: ColumnField, 
/**
 * The first filled cells, to recognise it by.
 */
samples: Array<string>, };

export type ColumnsInput = { 
/**
 * Number of the table.
 */
table: number, 
/**
 * What it holds.
 */
kind: SheetKind, 
/**
 * How many of its first rows are the head.
 */
head_rows: number, 
/**
 * What each column holds, left to right.
 */
columns: Array<ColumnField>, };

export type CommandExample = { 
/**
 * The program.
 */
name: string, 
/**
 * Its command; empty for a program that signs in its own window.
 */
command: string, 
/**
 * What to change in it, or what to do without one.
 */
note: string, };

export type CommandMark = { 
/**
 * «{in}».
 */
mark: string, 
/**
 * What is put in its place.
 */
meaning: string, };

export type CommandView = { 
/**
 * What it is doing, a sentence; empty when it has ended.
 */
label: string, 
/**
 * What came of it; none while it is at work.
 */
outcome: IssueOutcome | null, };

export type CompareCell = { 
/**
 * Target in words; may be empty.
 */
target: string, 
/**
 * Fact in words; may be empty.
 */
fact: string, 
/**
 * State.
 */
state: IndicatorState, 
/**
 * In words.
 */
explanation: string, 
/**
 * Where the fact comes from; empty without one.
 */
source: ValueSource | null, 
/**
 * The change since the column on the left that has this indicator.
 */
change: Change | null, 
/**
 * What was recorded after the closing: «исправлено 12.02.2025: 15 из 20 = 75,0 % (не учли совместителей)».
 */
corrections: Array<string>, 
/**
 * How present data differ from the snapshot: «после закрытия изменилось: …»; empty when they agree.
 */
drift: string, };

export type CompareColumn = { 
/**
 * Its card.
 */
view: StageView, 
/**
 * The values are live, the stage is open.
 */
preliminary: boolean, 
/**
 * «предварительно: этап не закрыт», «снимок от 10.01.2025, контрольная сумма совпадает».
 */
note: string, 
/**
 * The snapshot does not match its hash: none of its values is shown.
 */
damaged: boolean, };

export type CompareField = { 
/**
 * To be given back in a choice: `event/5.10/title`.
 */
key: string, 
/**
 * «срок».
 */
label: string, 
/**
 * The municipal words that were adopted; nothing when they are not known.
 */
base: string | null, 
/**
 * The newer municipal words.
 */
theirs: string, 
/**
 * The school's words now.
 */
ours: string, 
/**
 * The school has words of its own: taking the newer ones would replace them.
 */
conflict: boolean, 
/**
 * Suggested: take it.
 */
take: boolean, };

export type CompareItem = { 
/**
 * To be given back in a choice: `event/5.10`.
 */
key: string, 
/**
 * What it is.
 */
kind: RowKind, 
/**
 * In words.
 */
kind_label: string, 
/**
 * Code to show; of a renumbered row the new one.
 */
code: string, 
/**
 * The code it had, when it has got another.
 */
was_code: string | null, 
/**
 * Title.
 */
title: string, 
/**
 * What happened to it.
 */
change: RowChange, 
/**
 * In words.
 */
change_label: string, 
/**
 * Fields that differ; chosen one by one. Of a new or vanished row there is nothing to choose in them.
 */
fields: Array<CompareField>, 
/**
 * What it means for the work: «сроков было 4, станет 5; исполненные останутся»; may be empty.
 */
effect: string, 
/**
 * Suggested: take it. For a changed row the fields say it.
 */
take: boolean, 
/**
 * It can be taken: texts of the passport are only told of.
 */
can_take: boolean, 
/**
 * Something has been done or entered for it at the school.
 */
facts: number, };

export type CompareRow = { 
/**
 * The indicator.
 */
indicator_id: string, 
/**
 * Code.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * The municipality keeps it: the school enters nothing.
 */
municipal: boolean, 
/**
 * One per column; empty where the indicator does not stand in the stage.
 */
cells: Array<CompareCell | null>, };

export type CompareStagesInput = { 
/**
 * Codes of the stages; none = all of the programme.
 */
stages: Array<string>, };

export type Comparison = { 
/**
 * «Боготольский район…, версия 1 — приказ … от 05.05.2022 № 58».
 */
base_title: string, 
/**
 * The same of the newer file.
 */
their_title: string, 
/**
 * The adopted file is known: what the school changed itself can be told from what the municipality changed.
 */
base_known: boolean, 
/**
 * «новых 1, исчезло 1, изменено 4, перенумеровано 2; решить вам: 1»; «различий нет».
 */
summary: string, 
/**
 * What differs, in the order of the file; what has vanished comes last.
 */
items: Array<CompareItem>, 
/**
 * What is to be looked at.
 */
warnings: Array<string>, };

export type Correction = { 
/**
 * Why; always demanded.
 */
reason: string, 
/**
 * «приказ № 45», «протокол заседания № 3»; demanded once the programme has been approved.
 */
basis: string, 
/**
 * Date of that document; demanded with it.
 */
basis_date: string | null, };

export type CorrectionRow = { 
/**
 * Code of the indicator.
 */
code: string, 
/**
 * What the snapshot says.
 */
frozen: string, 
/**
 * What is right.
 */
corrected: string, 
/**
 * Why.
 */
reason: string, 
/**
 * When recorded.
 */
date: string, };

export type CountedItem = { 
/**
 * The teacher, the document, the meeting.
 */
title: string, 
/**
 * When and what, may be empty.
 */
detail: string, 
/**
 * It speaks for the fact; otherwise it was looked at and does not.
 */
counts: boolean, };

export type Counts = { 
/**
 * Tasks.
 */
tasks: number, 
/**
 * Headings of the plan.
 */
groups: number, 
/**
 * Rows of the plan under each heading, in order.
 */
events_by_group: Array<number>, 
/**
 * Rows of the plan.
 */
events: number, 
/**
 * Rows of each level of the plan: a plan without group rows has one level.
 */
events_by_level: Array<number>, 
/**
 * Rows that are executed.
 */
leaf_events: number, 
/**
 * Rows that name the school as responsible or co-responsible.
 */
school_events: number, 
/**
 * Rows that name partner schools or associations of teachers.
 */
partner_events: number, 
/**
 * Occurrences of the rows that are executed, those without a date among them.
 */
occurrences: number, 
/**
 * Formal indicators.
 */
indicators: number, 
/**
 * Indicators under each heading, in order.
 */
indicators_by_group: Array<number>, 
/**
 * Measurable results that stand in the plan.
 */
measured_results: number, 
/**
 * Events that have such results.
 */
measured_events: number, 
/**
 * Targets of indicators and of measurable results.
 */
target_cells: number, 
/**
 * Targets by the code of their stage; `const` where one target holds throughout.
 */
targets_by_stage: { [key in string]: number }, 
/**
 * Targets by how they are compared: `gte`, `is_true`, …
 */
targets_by_kind: { [key in string]: number }, 
/**
 * Targets to be reached, without baselines and mere observation.
 */
binding_targets: number, 
/**
 * Different strings of the column «срок»; an empty cell is one of them.
 */
distinct_terms: number, 
/**
 * Those of them that allow another reading.
 */
ambiguous_terms: number, 
/**
 * Stages of monitoring.
 */
stages: number, 
/**
 * Expected results.
 */
expected_results: number, 
/**
 * Parts of expected results.
 */
expected_parts: number, 
/**
 * Results with their effects.
 */
effects: number, 
/**
 * Criteria in all lists.
 */
criteria: number, 
/**
 * Criteria in each list, in order.
 */
criteria_by_list: Array<number>, 
/**
 * Rules of judging a school.
 */
rules: number, 
/**
 * Risks with mitigation.
 */
risks: number, 
/**
 * Risk factors without a mitigation.
 */
risk_factors: number, 
/**
 * Rows of the other parts of the text, by the code of the part.
 */
sections: { [key in string]: number }, 
/**
 * Irregularities of the text.
 */
notes: number, };

export type Coverage = { 
/**
 * Calendar year.
 */
year: number, 
/**
 * Teachers who completed a questionnaire in the year.
 */
done: number, 
/**
 * Teachers who count.
 */
total: number, 
/**
 * Target of the programme for the year.
 */
target_percent: number | null, 
/**
 * How many more are needed.
 */
missing: number, 
/**
 * «прошли 3 из 8 педагогов, цель на 2024 год — 70 %, не хватает 3 педагогов».
 */
text: string, };

export type CreateInput = { 
/**
 * The school.
 */
school: SchoolInput, 
/**
 * Empty = no password.
 */
password: string | null, };

export type CrlState = "current" | "overdue" | "replaced" | "undated";

export type CrlView = { 
/**
 * The record.
 */
id: string, 
/**
 * Name of the file.
 */
title: string, 
/**
 * When it was added.
 */
added_on: string, 
/**
 * The authority that made it.
 */
issuer: string, 
/**
 * When it was made.
 */
made_on: string, 
/**
 * When the next one is due.
 */
next_on: string | null, 
/**
 * «12 сертификатов».
 */
entries: string, 
/**
 * How it stands.
 */
state: CrlState, 
/**
 * In a word or two.
 */
state_word: string, 
/**
 * In a sentence, with what to do.
 */
state_label: string, };

export type Deficit = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Whose deficit.
 */
person_id: string, 
/**
 * The answers that showed it.
 */
response_id: string, 
/**
 * Item of the instrument.
 */
item: string, 
/**
 * Topic of the item.
 */
topic: string, 
/**
 * 2 = consultation needed, 3 = training needed.
 */
severity: number, 
/**
 * When found.
 */
found_on: string, 
/**
 * When closed; empty while open.
 */
closed_on: string | null, 
/**
 * How it was closed, may be empty.
 */
closed_note: string, };

export type DeficitInput = { 
/**
 * The deficit.
 */
deficit_id: string, };

export type DeficitView = { 
/**
 * The deficit.
 */
deficit: Deficit, 
/**
 * Whose.
 */
fio: string, 
/**
 * Block of the questionnaire.
 */
block: string, 
/**
 * What the questionnaire advises.
 */
advice: string, 
/**
 * In words.
 */
severity_label: string, 
/**
 * An active tandem made for it.
 */
tandem_id: string | null, };

export type DemoInput = { 
/**
 * Id of the municipal programme.
 */
programme_id: string, };

export type Detail = { 
/**
 * Name of the field in the request, or the place in a file.
 */
place: string, 
/**
 * What is wrong with it.
 */
message: string, };

export type DiffInput = { 
/**
 * Number of the earlier version.
 */
from: number, 
/**
 * Number of the later one; empty = as it stands now.
 */
to: number | null, };

export type DiffRow = { 
/**
 * What it is.
 */
kind: SubjectKind, 
/**
 * In words.
 */
kind_label: string, 
/**
 * The record.
 */
id: string, 
/**
 * Code as it is later.
 */
code: string, 
/**
 * Title as it is later.
 */
title: string, 
/**
 * Added, withdrawn, restored, moved or edited.
 */
action: ChangeAction, 
/**
 * In words.
 */
action_label: string, 
/**
 * The fields that differ.
 */
fields: Array<FieldChange>, 
/**
 * In one line.
 */
text: string, };

export type Dispatch = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The report.
 */
report_id: string, 
/**
 * Day of the export or of the handing over.
 */
date: string, 
/**
 * Name of the file written; empty when nothing was written.
 */
file_name: string, 
/**
 * SHA-256 read back from the medium, lower hex; empty when nothing was written.
 */
sha256: string, 
/**
 * How.
 */
channel: Channel, 
/**
 * To whom, may be empty.
 */
addressee: string, 
/**
 * Number that the addressee gave it, may be empty.
 */
incoming_number: string, 
/**
 * When the addressee registered it.
 */
incoming_date: string | null, 
/**
 * Anything else, may be empty.
 */
note: string, };

export type DispatchInput = { 
/**
 * The document.
 */
report_id: string, 
/**
 * How, to whom, when.
 */
mark: DispatchMark, };

export type DispatchMark = { 
/**
 * How.
 */
channel: Channel, 
/**
 * To whom.
 */
addressee: string, 
/**
 * When.
 */
date: string, 
/**
 * Number that the addressee gave it, may be empty.
 */
incoming_number: string, 
/**
 * When the addressee registered it.
 */
incoming_date: string | null, 
/**
 * Anything else, may be empty.
 */
note: string, };

export type DispatchView = { 
/**
 * The mark.
 */
dispatch: Dispatch, 
/**
 * «Электронной почтой».
 */
channel_label: string, 
/**
 * Made by hand: it may be deleted. What the program has written stays.
 */
by_hand: boolean, };

export type DocumentCard = { 
/**
 * Kind.
 */
kind: DocumentKind, 
/**
 * «Дорожная карта».
 */
title: string, 
/**
 * What is in it, in a sentence.
 */
about: string, 
/**
 * What it would hold now: «17 мероприятий, исполнено 5 из 12».
 */
holds: string, 
/**
 * It can be made.
 */
ready: boolean, 
/**
 * «ПРОЕКТ» will lie across its pages: the programme has not been approved by an order.
 */
draft: boolean, 
/**
 * What is missing or doubtful; with `ready == false` the first one says why.
 */
missing: Array<Missing>, 
/**
 * A period may be chosen for it.
 */
takes_period: boolean, 
/**
 * Whose events may be chosen for it.
 */
takes_scope: boolean, 
/**
 * The heading under which the card stands: «Программа», «Справки и отчёты».
 */
group: string, 
/**
 * What it may be about; empty where there is nothing to choose.
 */
subjects: Array<SubjectChoice>, 
/**
 * Words over the choice: «Педагог»; empty where there is nothing to choose.
 */
subject_label: string, 
/**
 * It may be made without a choice, in words: «Школа в целом»; empty when one must be chosen.
 */
without_subject: string, 
/**
 * Names teachers and stays in the school.
 */
stays_in_school: boolean, 
/**
 * Printed and filled in with a pen: it is not signed here.
 */
is_form: boolean, };

export type DocumentExportInput = { 
/**
 * Kind.
 */
kind: DocumentKind, 
/**
 * First day of the period; empty for the whole programme.
 */
from: string | null, 
/**
 * Last day of the period; empty for the whole programme.
 */
to: string | null, 
/**
 * Whose events; heeded by the road map.
 */
scope: EventScope, 
/**
 * What it is about where the kind asks: id of a stage, a person, a meeting.
 */
subject: string | null, 
/**
 * Form of the file.
 */
format: DocumentFormat, };

export type DocumentFormat = "pdf" | "docx" | "xlsx";

export type DocumentInput = { 
/**
 * Kind.
 */
kind: DocumentKind, 
/**
 * First day of the period; empty for the whole programme.
 */
from: string | null, 
/**
 * Last day of the period; empty for the whole programme.
 */
to: string | null, 
/**
 * Whose events; heeded by the road map.
 */
scope: EventScope, 
/**
 * What it is about where the kind asks: id of a stage, a person, a meeting.
 */
subject: string | null, };

export type DocumentKind = "quarterly" | "annual" | "final_report" | "presentation" | "passport" | "roadmap" | "changes" | "inventory" | "stage_reference" | "self_diagnosis_reference" | "assessment_reference" | "mentoring_report" | "recommendations" | "iom" | "training_plan" | "staff_reference" | "training_request" | "questionnaire" | "consent" | "protocol" | "order_approval" | "order_working_group" | "order_mentors" | "order_changes" | "cover_letter" | "fingerprint_act";

export type DocumentsView = { 
/**
 * A card for each kind, in order.
 */
documents: Array<DocumentCard>, 
/**
 * Periods to choose from: the whole programme, its years, its quarters.
 */
periods: Array<PeriodChoice>, 
/**
 * Forms of file with their words.
 */
formats: Array<FormatChoice>, };

export type DoneInput = { 
/**
 * The occurrence.
 */
id: string, 
/**
 * When it was done.
 */
done_on: string, 
/**
 * What came of it, may be empty.
 */
result: string, 
/**
 * The document.
 */
evidence: EvidenceInput | null, 
/**
 * Why there is no document although one is demanded; else empty.
 */
reason: string, };

export type DraftIndicatorInput = { 
/**
 * Id of the row.
 */
id: string, 
/**
 * Code.
 */
code: string, 
/**
 * Code of its heading.
 */
section: string, 
/**
 * Title.
 */
title: string, 
/**
 * Unit of its targets.
 */
unit: Unit, 
/**
 * How it looks from one school.
 */
projection: Projection, 
/**
 * Targets in words: read anew.
 */
targets: Array<TargetText>, };

export type DraftInput = { 
/**
 * «2024-Q4» or «2024».
 */
period: string, 
/**
 * Empty = as drafted from the data.
 */
conclusions: string, 
/**
 * May be empty.
 */
requests: string, 
/**
 * Texts of sections by their keys; a key left out keeps what was written, an empty text takes it back.
 */
sections?: { [key in string]: string }, 
/**
 * Risks and measures; left out = kept as they are, empty = as drafted from the data.
 */
risks?: Array<RiskMeasure>, 
/**
 * There are no risks; left out = as it was.
 */
no_risks?: boolean, 
/**
 * Keys of own texts that stay although the suggestion is another one now.
 */
reread?: Array<string>, };

export type DraftMeta = { 
/**
 * Title as in the act.
 */
title: string, 
/**
 * District or town.
 */
territory: string, 
/**
 * The act in words: «приказ … от … № …»; may be empty.
 */
act: string, 
/**
 * The goal; may be empty.
 */
goal: string, 
/**
 * First day.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, };

export type DraftTotals = { 
/**
 * All, without the dropped.
 */
all: number, 
/**
 * Read without a doubt, not yet confirmed.
 */
clear: number, 
/**
 * To be looked at.
 */
unclear: number, 
/**
 * Confirmed by the user.
 */
confirmed: number, 
/**
 * Left out by the user.
 */
dropped: number, 
/**
 * In words: «35 строк: 30 прочитано, 5 требуют уточнения».
 */
words: string, };

export type DraftView = { 
/**
 * «2024-Q4», of an annual report «2024».
 */
period: string, 
/**
 * In words.
 */
label: string, 
/**
 * What is missing or doubtful.
 */
missing: Array<Missing>, 
/**
 * Conclusions that will be printed.
 */
conclusions: string, 
/**
 * Conclusions drafted from the data.
 */
suggested: string, 
/**
 * Request for help.
 */
requests: string, 
/**
 * Outgoing number offered.
 */
next_number: string, 
/**
 * Owner of the signing certificate, if there is one.
 */
signer: string | null, 
/**
 * The text of every other section that is written by hand, in the order of the report.
 */
sections: Array<SectionText>, 
/**
 * Risks and measures that will be printed.
 */
risks: Array<RiskMeasure>, 
/**
 * Risks and measures drafted from the data.
 */
suggested_risks: Array<RiskMeasure>, 
/**
 * They were edited by hand.
 */
risks_edited: boolean, 
/**
 * She says that there are no risks.
 */
no_risks: boolean, 
/**
 * Texts whose suggestion has changed since they were edited; empty = none.
 */
outdated: Array<Outdated>, 
/**
 * Every section of the report with its state, in order.
 */
outline: Array<SectionReadiness>, 
/**
 * What changed since the report of the quarter before, if that was issued.
 */
since: Since | null, 
/**
 * Number of the report of this quarter that a new one will replace.
 */
replaces: string | null, };

export type DueItem = { 
/**
 * The occurrence.
 */
occurrence_id: string, 
/**
 * The event.
 */
event_id: string, 
/**
 * Code of the event.
 */
code: string, 
/**
 * Title of the event.
 */
title: string, 
/**
 * As written.
 */
responsible: string, 
/**
 * The person who answers for it at the school, «Петрова А. С.»; may be empty.
 */
responsible_name: string, 
/**
 * Window in words.
 */
when: string, 
/**
 * Due date.
 */
due: string | null, 
/**
 * Days to the due date; negative = overdue; 0 without a date.
 */
days: number, 
/**
 * «просрочено на 3 дня», «через 5 дней»; empty without a date.
 */
left: string, 
/**
 * State.
 */
state: OccurrenceState, };

export type Dynamics = { 
/**
 * Kinds of assessment.
 */
kinds: Array<AssessmentKind>, 
/**
 * Subjects; empty when the kind and the grade say it all.
 */
subjects: Array<Subject>, 
/**
 * The grade; none for all grades.
 */
grade: number | null, 
/**
 * What is compared.
 */
measure: Measure, 
/**
 * One subject is enough («русский язык и/или математика»); otherwise none may be worse.
 */
any_subject: boolean, 
/**
 * Only the first sitting of a school year is taken («с первой попытки»), otherwise the last.
 */
first_attempt: boolean, };

export type EntryState = "in_force" | "sent" | "superseded";

export type Event = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The programme.
 */
program_id: string, 
/**
 * The task or direction it stands under.
 */
task_id: string, 
/**
 * The group row above it (Жигалово's tree).
 */
parent_id: string | null, 
/**
 * Code in the programme, «5.10».
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * Planned result, may be empty.
 */
result: string, 
/**
 * Documents demanded as proof, may be empty.
 */
evidence_required: string, 
/**
 * Responsible as written, may be empty.
 */
responsible: string, 
/**
 * Whose event it is.
 */
level: EventLevel, 
/**
 * The term, raw and formal. Json column.
 */
term: Term, 
/**
 * A heading row without execution of its own.
 */
is_group: boolean, 
/**
 * Order within the programme.
 */
sort: number, 
/**
 * Where it comes from.
 */
origin: Origin, 
/**
 * Its code in the municipal programme, the same for all parts of a split event; empty for the school's own.
 */
template_code: string | null, 
/**
 * The person who answers for it at the school.
 */
responsible_person_id: string | null, 
/**
 * Note of the school, may be empty.
 */
note: string, 
/**
 * Since when it is left out of the plan («исключено»), with its facts kept; empty while it stands.
 */
withdrawn_on: string | null, };

export type EventCode = { 
/**
 * The code.
 */
event: string, };

export type EventDocument = { 
/**
 * Code of the event.
 */
event: string, 
/**
 * Kind of the document.
 */
document: EvidenceKind, };

export type EventFields = { 
/**
 * Code, one of its kind in the programme. May be empty in a split: the program gives one.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * Planned result, may be empty.
 */
result: string, 
/**
 * Documents demanded as proof, may be empty.
 */
evidence_required: string, 
/**
 * Responsible in words, may be empty.
 */
responsible: string, 
/**
 * The person who answers for it.
 */
responsible_person_id: string | null, 
/**
 * Whose event it is.
 */
level: EventLevel, 
/**
 * The term with its confirmed reading: what `term.read` gave.
 */
term: Term, 
/**
 * Note of the school, may be empty.
 */
note: string, };

export type EventInput = { 
/**
 * Empty for a new one.
 */
id: string | null, 
/**
 * Under which task a new one stands; an existing one is moved by `program.move_event`.
 */
task_id: string | null, 
/**
 * The group row above a new one, if any.
 */
parent_id: string | null, 
/**
 * A new one is a heading row of the tree.
 */
is_group: boolean, 
/**
 * Its fields.
 */
fields: EventFields, 
/**
 * Why.
 */
correction: Correction, };

export type EventLevel = "school" | "municipal" | "joint" | "partner" | "unassigned";

export type EventPlan = { 
/**
 * The event.
 */
event: Event, 
/**
 * 0 for the top level of the tree.
 */
depth: number, 
/**
 * Whose event it is, in words.
 */
level_label: string, 
/**
 * Where it comes from, in words.
 */
origin_label: string, 
/**
 * «Петрова А. С.»; may be empty.
 */
responsible_name: string, 
/**
 * The dates it is read as: «май 2024 г.; май 2025 г.».
 */
reading: string, 
/**
 * The programme leaves its dates to the school and they are not given yet.
 */
awaits_dates: boolean, 
/**
 * Occurrences about which something has been said or attached.
 */
facts: number, };

export type EventScope = "all" | "school";

export type EventView = { 
/**
 * The event.
 */
event: Event, 
/**
 * 0 for the top level of the tree.
 */
depth: number, 
/**
 * Whose event it is, in words.
 */
level_label: string, 
/**
 * Where it comes from, in words.
 */
origin_label: string, 
/**
 * The person who answers for it at the school, «Петрова А. С.»; may be empty.
 */
responsible_name: string, 
/**
 * It is shown «для сведения»: the school is not its executor.
 */
informative: boolean, 
/**
 * The user may add further occurrences.
 */
takes_more: boolean, 
/**
 * The worst open state, or done; empty for a group row.
 */
state: OccurrenceState | null, 
/**
 * Counts of what the school owes by it; of a group row, by all rows below it.
 */
totals: Totals, 
/**
 * In order of time.
 */
occurrences: Array<OccurrenceView>, };

export type Evidence = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * What it proves.
 */
occurrence_id: string, 
/**
 * Kind of document.
 */
kind: EvidenceKind, 
/**
 * Title, «Приказ о составе рабочей группы»; may be empty.
 */
title: string, 
/**
 * Number as written, may be empty.
 */
number: string, 
/**
 * Date of the document.
 */
date: string | null, 
/**
 * The attached file. Json column.
 */
file: FileRef | null, };

export type EvidenceInput = { 
/**
 * Kind.
 */
kind: EvidenceKind, 
/**
 * May be empty.
 */
title: string, 
/**
 * May be empty.
 */
number: string, 
/**
 * Date of the document.
 */
date: string | null, 
/**
 * A file chosen by `file.pick`.
 */
file_token: string | null, };

export type EvidenceItem = { 
/**
 * For `roadmap.save_evidence_file` and `roadmap.delete_evidence`.
 */
evidence_id: string, 
/**
 * The execution it proves.
 */
occurrence_id: string, 
/**
 * Its event, for the way to the road map.
 */
event_id: string, 
/**
 * The row as it is printed.
 */
row: InventoryRow, 
/**
 * «1,2 МБ»; empty without a file.
 */
size: string, };

export type EvidenceKind = "order" | "protocol" | "note" | "plan" | "report" | "certificate" | "list" | "photo" | "link" | "other";

export type EvidenceListInput = { 
/**
 * First day.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, };

export type EvidenceListView = { 
/**
 * The period in words; empty for the whole programme.
 */
period: string, 
/**
 * Documents in the order of the plan.
 */
documents: Array<EvidenceItem>, 
/**
 * What was done without a document.
 */
bare: Array<BareItem>, 
/**
 * «12 документов, из них с файлом 9, всего 3,4 МБ».
 */
total: string, 
/**
 * What may be attached: «PDF, JPG, PNG, DOCX, XLSX, TXT и ZIP до 20 МБ».
 */
accepts: string, };

export type ExportView = { 
/**
 * Name of the file written.
 */
file_name: string, 
/**
 * Name of the folder or stick.
 */
folder: string, 
/**
 * Read back from the medium.
 */
sha256: string, 
/**
 * Size.
 */
bytes: number, };

export type Fact = { "kind": "share", 
/**
 * Those who did.
 */
numerator: number, 
/**
 * All; zero means that there was nobody to count.
 */
denominator: number, } | { "kind": "count", 
/**
 * The number.
 */
value: number, } | { "kind": "flag", 
/**
 * Yes.
 */
value: boolean, } | { "kind": "score", 
/**
 * In hundredths: 3,85 is 385.
 */
hundredths: number, };

export type FactInput = { 
/**
 * The indicator.
 */
indicator_id: string, 
/**
 * Code of the stage.
 */
stage: string, 
/**
 * The fact.
 */
fact: Fact, 
/**
 * Empty = today.
 */
as_of: string | null, 
/**
 * Source or, for a correction, the reason.
 */
comment: string, };

export type FieldChange = { 
/**
 * Stable code: `title`, `term`, `responsible`.
 */
field: string, 
/**
 * «Срок».
 */
label: string, 
/**
 * May be empty.
 */
before: string, 
/**
 * May be empty.
 */
after: string, };

export type FileRef = { 
/**
 * Name under which it was attached.
 */
name: string, 
/**
 * SHA-256, lower hex: the key of the body.
 */
sha256: string, 
/**
 * Bytes.
 */
size: number, };

export type FileView = { 
/**
 * The file.
 */
file: ReportFile, 
/**
 * «Скан бумажного экземпляра».
 */
kind_label: string, 
/**
 * It may be deleted.
 */
can_delete: boolean, 
/**
 * A signature that a time stamp may be put into.
 */
can_stamp: boolean, };

export type FinishInput = { 
/**
 * Rows that still need to be looked at go in as they stand: they will be listed under «Требует уточнения».
 */
accept_unclear: boolean, };

export type FinishView = { 
/**
 * Id for `programme.adopt` and `programme.export`.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Version of the file.
 */
version: number, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string | null, };

export type FormatChoice = { 
/**
 * The form.
 */
format: DocumentFormat, 
/**
 * «Word (DOCX)».
 */
label: string, 
/**
 * When it is of use: «для правки».
 */
hint: string, };

export type GroupMeetingInput = { 
/**
 * Empty for a new one.
 */
id: string | null, 
/**
 * Number of the protocol.
 */
number: string, 
/**
 * When.
 */
date: string, 
/**
 * Agenda.
 */
agenda: string, 
/**
 * How many were present.
 */
present: number | null, 
/**
 * What was decided, a line each; read only when `resolutions` is empty.
 */
decisions?: string, 
/**
 * Who presided.
 */
chair?: string, 
/**
 * Who kept the minutes.
 */
secretary?: string, 
/**
 * Who was present, a name a line or between commas.
 */
attended?: string, 
/**
 * Who was heard about what, a line each.
 */
heard?: string, 
/**
 * Who spoke, a line each.
 */
spoke?: string, 
/**
 * What was decided, with who answers and by when.
 */
resolutions?: Array<Resolution>, };

export type HistoryEntry = { 
/**
 * Order.
 */
seq: number, 
/**
 * In words.
 */
what: string, 
/**
 * When, ISO.
 */
at: string, 
/**
 * Who.
 */
who: string, 
/**
 * It was undone.
 */
undone: boolean, };

export type HistoryInput = { 
/**
 * At most.
 */
limit: number, };

export type HistoryView = { 
/**
 * Newest first.
 */
entries: Array<HistoryEntry>, 
/**
 * What undo would take back, in words.
 */
can_undo: string | null, 
/**
 * What redo would bring back, in words.
 */
can_redo: string | null, };

export type IdInput = { 
/**
 * The record.
 */
id: string, };

export type ImportInput = { 
/**
 * Token of the file.
 */
token: string, 
/**
 * When another file of the same id and version is already here: add this one as the next version.
 */
as_next_version: boolean, };

export type ImportView = { 
/**
 * The programme as it now stands in the list.
 */
card: ProgrammeCard, 
/**
 * The very same file was already here: nothing has changed.
 */
already_here: boolean, };

export type Indicator = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The programme.
 */
program_id: string, 
/**
 * The task it stands under.
 */
task_id: string | null, 
/**
 * Code in the programme.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * Unit of measurement.
 */
unit: Unit, 
/**
 * How the municipal value looks at one school.
 */
projection: Projection, 
/**
 * What the program counts for it by itself; none for an indicator filled by hand. Json column.
 */
auto: AutoFact | null, 
/**
 * A measurable result of an event rather than an indicator of the programme (Енисейск).
 */
measured_result: boolean, 
/**
 * Order.
 */
sort: number, 
/**
 * Where it comes from.
 */
origin: Origin, 
/**
 * Its code in the municipal programme; empty for the school's own.
 */
template_code: string | null, 
/**
 * Since when it is left out of the programme; empty while it stands.
 */
withdrawn_on: string | null, };

export type IndicatorCell = { 
/**
 * Code of the stage.
 */
stage: string, 
/**
 * The target in words; empty when there is none.
 */
target: string | null, 
/**
 * The target in per cent when it is a share, for a chart.
 */
target_share: number | null, 
/**
 * The fact that counts.
 */
fact: Fact | null, 
/**
 * The fact in words; empty without one.
 */
fact_text: string, 
/**
 * The fact in tenths of a per cent when it is a share, for a chart.
 */
fact_share: number | null, 
/**
 * State.
 */
state: IndicatorState, 
/**
 * «13 из 20 = 65,0 %, цель не менее 70 %: не хватает 1».
 */
explanation: string, 
/**
 * The value that counts.
 */
value_id: string | null, 
/**
 * As of which day.
 */
as_of: string | null, 
/**
 * Source or remark.
 */
comment: string, 
/**
 * Where the fact that counts comes from; empty without one.
 */
source: ValueSource | null, 
/**
 * «авто», «внесено вручную»; empty without a fact.
 */
source_label: string, 
/**
 * What the program counts by itself, beside the fact that counts; empty for an indicator filled by hand.
 */
auto: AutoValue | null, 
/**
 * Why the value counted by the program was replaced; may be empty.
 */
override_reason: string, 
/**
 * The stage is closed.
 */
frozen: boolean, 
/**
 * The value corrects one of a closed stage.
 */
corrected: boolean, };

export type IndicatorGroup = { 
/**
 * Title of the task.
 */
title: string, 
/**
 * Indicators.
 */
rows: Array<IndicatorRow>, };

export type IndicatorInput = { 
/**
 * Empty for a new one.
 */
id: string | null, 
/**
 * The task it stands under.
 */
task_id: string | null, 
/**
 * Code, one of its kind among indicators.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * Unit; of an indicator with values it stays.
 */
unit: Unit, 
/**
 * How the school fills it; of an indicator with values it stays.
 */
projection: Projection, 
/**
 * Why.
 */
correction: Correction, };

export type IndicatorPlan = { 
/**
 * The indicator.
 */
indicator: Indicator, 
/**
 * Where it comes from, in words.
 */
origin_label: string, 
/**
 * Targets by stage, withdrawn ones too.
 */
targets: Array<TargetPlan>, 
/**
 * Values entered for it.
 */
facts: number, };

export type IndicatorRow = { 
/**
 * The indicator.
 */
indicator: Indicator, 
/**
 * How the municipal share looks at one school, in words; may be empty.
 */
projection_label: string, 
/**
 * What the program counts for it by itself, in words; empty for an indicator filled by hand.
 */
auto_label: string, 
/**
 * One per stage, in order.
 */
cells: Array<IndicatorCell>, 
/**
 * The same as numbers, for a small chart.
 */
series: IndicatorSeries, };

export type IndicatorRowView = { 
/**
 * Id of the row.
 */
id: string, 
/**
 * «Таблица 3, строка 2»; «Добавлено вами» for the user's own.
 */
place: string, 
/**
 * Code.
 */
code: string, 
/**
 * Code of its heading.
 */
section: string, 
/**
 * Title.
 */
title: string, 
/**
 * Unit of its targets.
 */
unit: Unit, 
/**
 * The same in words.
 */
unit_label: string, 
/**
 * How it looks from one school.
 */
projection: Projection, 
/**
 * The same in words.
 */
projection_label: string, 
/**
 * Targets in order of stages.
 */
targets: Array<TargetView>, 
/**
 * How it stands.
 */
state: RowState, 
/**
 * The same in words.
 */
state_label: string, 
/**
 * What to look at, in words.
 */
problems: Array<string>, };

export type IndicatorSeries = { 
/**
 * «%», «ед.», «да/нет».
 */
unit: string, 
/**
 * The top of the chart, never below a point; its bottom is zero.
 */
top: number, 
/**
 * One per stage, in order.
 */
points: Array<SeriesPoint>, };

export type IndicatorSheet = { 
/**
 * Columns.
 */
stages: Array<Stage>, 
/**
 * Code of the stage running today.
 */
current_stage: string | null, 
/**
 * Rows by task.
 */
groups: Array<IndicatorGroup>, };

export type IndicatorState = "achieved" | "not_achieved" | "on_track" | "no_data" | "not_due";

export type IndicatorTarget = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The indicator.
 */
indicator_id: string, 
/**
 * Code of the stage, or `const` / `direction` for all stages.
 */
stage: string, 
/**
 * The target. Json column.
 */
target: Target, 
/**
 * Where it comes from: a municipal target that the school changed is its own.
 */
origin: Origin, 
/**
 * Since when it is left out of the programme; empty while it stands.
 */
withdrawn_on: string | null, };

export type Instrument = { 
/**
 * Must be [`SCHEMA`].
 */
schema: string, 
/**
 * Code: `DX-MATH`.
 */
code: string, 
/**
 * Version: `1.0`.
 */
version: string, 
/**
 * Title.
 */
title: string, 
/**
 * Subject of the teachers who fill it, none for all.
 */
subject: string | null, 
/**
 * Who answers: `teacher`.
 */
respondent: string, 
/**
 * Answers are kept without a name.
 */
anonymous: boolean, 
/**
 * Licence of the text.
 */
licence: string, 
/**
 * How long it takes, in minutes.
 */
minutes: number, 
/**
 * Words to the respondent.
 */
intro: string, 
/**
 * Answer scales by id.
 */
scales: { [key in string]: Array<ScalePoint> }, 
/**
 * Blocks, in order.
 */
blocks: Array<Block>, 
/**
 * Items, in order.
 */
items: Array<Item>, 
/**
 * Questions with a free answer.
 */
open: Array<OpenQuestion>, 
/**
 * How answers become scores.
 */
scoring: Scoring, };

export type InstrumentCard = { 
/**
 * Code.
 */
code: string, 
/**
 * Version.
 */
version: string, 
/**
 * Title.
 */
title: string, 
/**
 * Number of items.
 */
items: number, 
/**
 * About how long it takes.
 */
minutes: number, 
/**
 * Subject in words.
 */
subject: string | null, };

export type InventoryRow = { 
/**
 * Number of the event as in the programme.
 */
event_code: string, 
/**
 * Title of the event.
 */
event_title: string, 
/**
 * Title of the document.
 */
title: string, 
/**
 * Its kind in words.
 */
kind: string, 
/**
 * Its number, may be empty.
 */
number: string, 
/**
 * Its date.
 */
date: string | null, 
/**
 * Name of the attached file; empty without one.
 */
file_name: string, 
/**
 * Bytes of the file.
 */
size: number, 
/**
 * SHA-256 of the file, lower hex; empty without one.
 */
sha256: string, };

export type IomForm = "course" | "self_study" | "open_lesson" | "seminar" | "mentoring";

export type IomInput = { 
/**
 * Empty for a new one.
 */
id: string | null, 
/**
 * Whose.
 */
person_id: string, 
/**
 * Which deficit it closes.
 */
deficit_id: string | null, 
/**
 * Form.
 */
form: IomForm, 
/**
 * Title.
 */
title: string, 
/**
 * Who teaches.
 */
provider: string, 
/**
 * Hours.
 */
hours: number | null, 
/**
 * First day.
 */
started_on: string, 
/**
 * By when.
 */
due: string | null, 
/**
 * When finished.
 */
done_on: string | null, 
/**
 * Number of the certificate.
 */
document: string, 
/**
 * When put into practice.
 */
introduced_on: string | null, };

export type IomStep = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Whose route.
 */
person_id: string, 
/**
 * The deficit it closes, if any.
 */
deficit_id: string | null, 
/**
 * Form.
 */
form: IomForm, 
/**
 * Title of the course or step.
 */
title: string, 
/**
 * Who teaches, may be empty.
 */
provider: string, 
/**
 * Hours.
 */
hours: number | null, 
/**
 * First day.
 */
started_on: string, 
/**
 * By when.
 */
due: string | null, 
/**
 * When finished.
 */
done_on: string | null, 
/**
 * Number of the certificate, may be empty.
 */
document: string, 
/**
 * When it was put into practice (открытый урок, ШМО).
 */
introduced_on: string | null, };

export type IomView = { 
/**
 * The step.
 */
step: IomStep, 
/**
 * Whose.
 */
fio: string, 
/**
 * Form in words.
 */
form_label: string, 
/**
 * Topic of the deficit; may be empty.
 */
topic: string, };

export type IssueInput = { 
/**
 * Which document.
 */
document: DocumentInput, 
/**
 * Outgoing number.
 */
number: string, 
/**
 * Date beside it.
 */
date: string, 
/**
 * Why an earlier one is replaced; may be empty for a first issue.
 */
correction_reason: string, 
/**
 * Who signs, in the order of the signatures on the page.
 */
signers: Array<SignerInput>, };

export type IssueOffer = { 
/**
 * «Отчёт о реализации ШППКО за IV квартал 2024 года».
 */
title: string, 
/**
 * The next free number of the outgoing register.
 */
next_number: string, 
/**
 * Today.
 */
date: string, 
/**
 * Those who may sign, in order.
 */
signers: Array<SignerOffer>, 
/**
 * The document of the same kind, subject and period that the new one replaces: «№ 3 от 10.01.2025».
 */
replaces: string | null, 
/**
 * What is missing or doubtful; blocking things forbid issuing.
 */
missing: Array<Missing>, };

export type IssueOutcome = { 
/**
 * All signatures are in: the document stands in the journal.
 */
issued: JournalEntry | null, 
/**
 * Another program is still to sign.
 */
pending: PendingView | null, };

export type IssuedReport = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * What it is.
 */
kind: DocumentKind, 
/**
 * What it is about where the kind asks: id of a stage, a person, a meeting; else empty.
 */
subject: string, 
/**
 * The quarter «2024-Q4»; for other kinds «2024-01-01..2024-12-31», empty for the whole programme.
 */
period: string, 
/**
 * «Отчёт о реализации ШППКО за IV квартал 2024 года».
 */
title: string, 
/**
 * Outgoing number.
 */
number: string, 
/**
 * Date beside the number; none in what was issued by the first version of the program.
 */
date: string | null, 
/**
 * Moment at which the last signature was put.
 */
issued_at: string, 
/**
 * Full name of the first signer.
 */
signer: string, 
/**
 * SHA-256 of the first signer's certificate, lower hex; empty without one.
 */
certificate_sha256: string, 
/**
 * Who signed and how, in order. Json column.
 */
signers: Array<KeptSigner>, 
/**
 * The PDF as it was issued. Json column.
 */
file: FileRef, 
/**
 * Pages.
 */
pages: number, 
/**
 * The earlier document that this one replaces.
 */
supersedes: string | null, 
/**
 * Why it replaces it; empty for a first issue.
 */
correction_reason: string, };

export type Item = { 
/**
 * Id: `A1`.
 */
id: string, 
/**
 * Its block.
 */
block: string, 
/**
 * Its scale.
 */
scale: string, 
/**
 * Grades it is about: «5-9».
 */
grades: string | null, 
/**
 * Topic in short, the name of the deficit.
 */
topic: string, 
/**
 * The statement.
 */
text: string, 
/**
 * What helps.
 */
advice: string, };

export type ItemDeficit = { 
/**
 * Id of the item.
 */
item: string, 
/**
 * Its value: 2 — consultation, 3 — training.
 */
severity: number, };

export type JournalEntry = { 
/**
 * The document.
 */
report: IssuedReport, 
/**
 * Its title, also of what the first version of the program issued.
 */
title: string, 
/**
 * «Отчёт за квартал».
 */
kind_label: string, 
/**
 * «IV квартал 2024 года»; empty for the whole programme.
 */
period_label: string, 
/**
 * Day of issue.
 */
date: string, 
/**
 * How it stands.
 */
state: EntryState, 
/**
 * «действует», «отправлен 20.12.2024», «заменён № 16».
 */
state_label: string, 
/**
 * Who signed and how, one sentence for each.
 */
signers: Array<string>, 
/**
 * Copies and marks, in order.
 */
dispatches: Array<DispatchView>, 
/**
 * Files beside it, in order.
 */
files: Array<FileView>, 
/**
 * Number of the document that replaces it.
 */
superseded_by: string | null, 
/**
 * Number of the document that it replaces.
 */
supersedes: string | null, 
/**
 * The PDF carries a signature that a time stamp may be put into.
 */
can_stamp: boolean, };

export type JournalExportInput = { 
/**
 * The documents.
 */
ids: Array<string>, 
/**
 * One archive with an index instead of the files themselves.
 */
package: boolean, 
/**
 * To a folder or to a stick: how the journal names it.
 */
channel?: Channel, 
/**
 * To whom it goes; may be empty.
 */
addressee?: string, 
/**
 * Token of `journal.pick_medium`; left out = the user is asked where to.
 */
medium?: string, };

export type JournalInput = { 
/**
 * Words of the number, title, signer, addressee or incoming number; all must be found. Empty = everything.
 */
query: string, 
/**
 * Only this kind.
 */
kind: DocumentKind | null, 
/**
 * Only this calendar year of issue.
 */
year: number | null, 
/**
 * Only those that stand so.
 */
state?: EntryState, 
/**
 * Only those about this period, in the words of `periods` of the answer.
 */
period?: string, };

export type JournalPeriod = { 
/**
 * In words.
 */
label: string, 
/**
 * Documents of it.
 */
count: number, };

export type JournalView = { 
/**
 * What was found, the newest first.
 */
entries: Array<JournalEntry>, 
/**
 * Kinds to choose from.
 */
kinds: Array<KindChoice>, 
/**
 * Years to choose from, the newest first.
 */
years: Array<YearChoice>, 
/**
 * Periods to choose from, as they come, the latest issued first.
 */
periods: Array<JournalPeriod>, 
/**
 * States to choose from.
 */
states: Array<StateChoice>, 
/**
 * Documents in the journal.
 */
total: number, 
/**
 * Documents that still wait for a signature.
 */
pending: number, };

export type Keep = { 
/**
 * The school's wording; without it the municipal words come back.
 */
wording: boolean, 
/**
 * The school's own events and indicators.
 */
own_rows: boolean, 
/**
 * Who answers for the events.
 */
responsibles: boolean, 
/**
 * Last values as values to start from, where targets count from one.
 */
baselines: boolean, };

export type KeptSigner = { 
/**
 * Capacity.
 */
role: SignerRole, 
/**
 * Post in words.
 */
post: string, 
/**
 * Full name.
 */
name: string, 
/**
 * How she signed.
 */
way: SigningWay, 
/**
 * Owner named by the certificate; empty without one.
 */
owner: string, 
/**
 * Number of the certificate, upper hex; empty without one.
 */
serial: string, 
/**
 * First day of the certificate.
 */
valid_from: string | null, 
/**
 * Last day of the certificate.
 */
valid_to: string | null, 
/**
 * Fingerprint of the certificate, lower hex; empty without one.
 */
sha256: string, 
/**
 * The unique key of a simple signature; empty for others.
 */
key: string, 
/**
 * When she signed; none for paper and for a signature still awaited.
 */
signed_at: string | null, };

export type KeyFileInput = { 
/**
 * Of the file; at least 8 characters. Never kept.
 */
password: string, };

export type KeyFileView = { 
/**
 * Name of the folder or stick.
 */
folder: string, 
/**
 * The key with its certificate.
 */
key_file: string, 
/**
 * The certificate alone.
 */
certificate_file: string, 
/**
 * What it says.
 */
certificate: CertificateView, };

export type KindChoice = { 
/**
 * The kind.
 */
kind: DocumentKind, 
/**
 * In words.
 */
label: string, 
/**
 * Documents of it.
 */
count: number, };

export type Level = { 
/**
 * From this index, in percent.
 */
from: number, 
/**
 * Its name.
 */
label: string, };

export type Line = { 
/**
 * What it is.
 */
kind: SubjectKind, 
/**
 * The record.
 */
id: string, 
/**
 * Code; may be empty.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * It is left out of the plan.
 */
withdrawn: boolean, 
/**
 * Under what it stands: ids of the task and of the group row, one after another. Not shown.
 */
place: string, 
/**
 * Its other fields, in order.
 */
fields: Array<LineField>, };

export type LineField = { 
/**
 * Stable code.
 */
field: string, 
/**
 * «Срок».
 */
label: string, 
/**
 * May be empty.
 */
text: string, };

export type LocalAct = { 
/**
 * Kind of the document.
 */
document: EvidenceKind, 
/**
 * Beginnings of words that its title must have, all of them: «рабоч групп».
 */
about: string, };

export type Measure = "pass_and_quality" | "failed";

export type Medium = { 
/**
 * What stands for it in `journal.export`.
 */
token: string, 
/**
 * Its name.
 */
name: string, };

export type Meeting = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Number of the protocol, may be empty.
 */
number: string, 
/**
 * When.
 */
date: string, 
/**
 * Agenda.
 */
agenda: string, 
/**
 * How many were present.
 */
present: number | null, 
/**
 * What was decided, a line each, may be empty.
 */
decisions: string, 
/**
 * Who presided, may be empty.
 */
chair: string, 
/**
 * Who kept the minutes, may be empty.
 */
secretary: string, 
/**
 * Who was present, a name a line, may be empty.
 */
attended: string, 
/**
 * Who was heard about what, a line each, may be empty.
 */
heard: string, 
/**
 * Who spoke, a line each, may be empty.
 */
spoke: string, 
/**
 * Decisions with who answers and by when. Json column; empty in records that have `decisions` alone.
 */
resolutions: Array<Resolution>, };

export type MeetingInput = { 
/**
 * Empty for a new one.
 */
id: string | null, 
/**
 * The tandem.
 */
tandem_id: string, 
/**
 * When.
 */
date: string, 
/**
 * How long.
 */
minutes: number | null, 
/**
 * What was done.
 */
content: string, 
/**
 * What came of it.
 */
outcome: string, };

export type MenteeRule = { 
/**
 * Value of the item.
 */
item_min: number, };

export type MentorRule = { 
/**
 * Value of the item.
 */
item_max: number, 
/**
 * Index of the block, in percent.
 */
block_max: number, };

export type MentoringMeeting = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The tandem.
 */
tandem_id: string, 
/**
 * When.
 */
date: string, 
/**
 * How long, minutes.
 */
minutes: number | null, 
/**
 * What was done.
 */
content: string, 
/**
 * What came of it, may be empty.
 */
outcome: string, };

export type MentoringStep = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The tandem.
 */
tandem_id: string, 
/**
 * What to do.
 */
title: string, 
/**
 * By when.
 */
due: string | null, 
/**
 * When done.
 */
done_on: string | null, };

export type MergeChoice = { 
/**
 * Key of an item or of a field.
 */
key: string, 
/**
 * Take the municipal words; else keep ours.
 */
take: boolean, };

export type MergeFileInput = { 
/**
 * The file.
 */
file: NewerFileInput, 
/**
 * Decisions; what is not named goes as suggested.
 */
choices: Array<MergeChoice>, 
/**
 * Why; the basis is the new act.
 */
correction: Correction, };

export type MergeInput = { 
/**
 * At least two. The first keeps its place; what was done for the others moves to it, they are withdrawn.
 */
ids: Array<string>, 
/**
 * What the joint event says.
 */
fields: EventFields, 
/**
 * Why.
 */
correction: Correction, };

export type Merged = { 
/**
 * «принято 5, оставлено своё 2».
 */
summary: string, 
/**
 * The corrections.
 */
recorded: Recorded, };

export type Missing = { 
/**
 * In words.
 */
text: string, 
/**
 * Where to mend it: a route of the window, `#/indicators`.
 */
route: string, 
/**
 * The report cannot be issued without it.
 */
blocking: boolean, };

export type MoveInput = { 
/**
 * The event.
 */
id: string, 
/**
 * The task.
 */
task_id: string, 
/**
 * The group row above it, of the same task.
 */
parent_id: string | null, 
/**
 * The event before which it stands, of the same task and group; empty = last.
 */
before_id: string | null, 
/**
 * Why.
 */
correction: Correction, };

export type NewPasswordInput = { 
/**
 * Empty = remove the password.
 */
password: string | null, };

export type NewPeriodInput = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day; empty only where the programme itself has none.
 */
to: string | null, };

export type NewerFileInput = { 
/**
 * Id of a programme of the list.
 */
id: string | null, 
/**
 * Token of a chosen file.
 */
token: string | null, };

export type NotWritten = { 
/**
 * Files that are not on the medium; the first one is that which failed.
 */
names: Array<string>, 
/**
 * What happened.
 */
message: string, 
/**
 * What is safe and what to do.
 */
hint: string, };

export type Note = { 
/**
 * Where: «Мероприятие 3, срок».
 */
where: string, 
/**
 * What is odd and what was assumed.
 */
text: string, };

export type NoteInput = { 
/**
 * The response.
 */
id: string, 
/**
 * «С чем помочь в первую очередь?».
 */
help_text: string, 
/**
 * Ready to help colleagues.
 */
agrees_to_help: boolean, 
/**
 * Items on which she would help; empty = any that she commands.
 */
help_topics: Array<string>, 
/**
 * The convenient form of help, an option of the questionnaire; may be empty.
 */
help_form: string, };

export type Occurrence = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The event of the road map.
 */
event_id: string, 
/**
 * First day of the window; empty while the term is not known.
 */
window_from: string | null, 
/**
 * Last day of the window.
 */
window_to: string | null, 
/**
 * Day after which it is overdue; empty for continuous work.
 */
due: string | null, 
/**
 * Monitoring stage named in the term, if any.
 */
stage: string | null, 
/**
 * What the user says.
 */
status: OccurrenceStatus, 
/**
 * When it was done.
 */
done_on: string | null, 
/**
 * What came of it, may be empty.
 */
result: string, 
/**
 * Why postponed, cancelled, or done without a document; may be empty.
 */
reason: string, };

export type OccurrenceKind = "dated" | "continuous" | "by_plan" | "after" | "unspecified";

export type OccurrenceState = "overdue" | "soon" | "running" | "planned" | "in_progress" | "partial" | "done" | "postponed" | "cancelled" | "not_applicable" | "continuous" | "before_act" | "undated";

export type OccurrenceStatus = "planned" | "in_progress" | "done" | "partial" | "postponed" | "cancelled" | "not_applicable";

export type OccurrenceView = { 
/**
 * The occurrence.
 */
occurrence: Occurrence, 
/**
 * How it stands today.
 */
state: OccurrenceState, 
/**
 * The window in words: «май – июнь 2022 г.».
 */
when: string, 
/**
 * How far the date is: «просрочено на 3 дня», «через 5 дней»; empty when nothing is awaited.
 */
left: string, 
/**
 * Its dates are the user's to give.
 */
takes_term: boolean, 
/**
 * Documents.
 */
evidence: Array<Evidence>, };

export type OpenInput = { 
/**
 * Token of the file.
 */
token: string, };

export type OpenKind = "text" | "item_list" | "choice";

export type OpenQuestion = { 
/**
 * Id: `O1`.
 */
id: string, 
/**
 * The question.
 */
text: string, 
/**
 * How it is answered.
 */
kind: OpenKind, 
/**
 * Answers to choose from.
 */
options: Array<string>, };

export type Origin = "template" | "own";

export type Outdated = { 
/**
 * Key of the text: «risks», «conclusions», «corrections».
 */
key: string, 
/**
 * «15. Выводы».
 */
title: string, };

export type OverrideInput = { 
/**
 * The indicator.
 */
indicator_id: string, 
/**
 * Code of the stage.
 */
stage: string, 
/**
 * The fact.
 */
fact: Fact, 
/**
 * Empty = today.
 */
as_of: string | null, 
/**
 * Why the counted one will not do.
 */
reason: string, };

export type Overview = { 
/**
 * How many took part this year.
 */
coverage: Coverage, 
/**
 * Teachers who count today.
 */
people: Array<PersonRow>, 
/**
 * All deficits, open first.
 */
deficits: Array<DeficitView>, 
/**
 * Topics for the whole association.
 */
collective: Array<CollectiveView>, };

export type Pace = { "kind": "times", "n": number } | { "kind": "at_least", "n": number } | { "kind": "throughout" };

export type PackageFile = { 
/**
 * Its name.
 */
name: string, 
/**
 * Read back from the medium.
 */
sha256: string, 
/**
 * Size.
 */
bytes: number, };

export type PackageView = { 
/**
 * Name of the folder or stick.
 */
folder: string, 
/**
 * Files on it.
 */
files: Array<PackageFile>, 
/**
 * Documents among them.
 */
documents: number, 
/**
 * Name of the archive, if that was asked for.
 */
archive: string | null, 
/**
 * Why the rest is not there; none when all is.
 */
failed: NotWritten | null, };

export type PaperChoice = { 
/**
 * What to send.
 */
value: number, 
/**
 * «12 пт».
 */
label: string, };

export type PaperInput = { 
/**
 * Type of the text, points.
 */
type_size: number, 
/**
 * Left margin, millimetres.
 */
left_margin: number, 
/**
 * Line spacing, hundredths.
 */
spacing: number, 
/**
 * A QR code on the first sheet.
 */
code: boolean, };

export type PaperView = { 
/**
 * Chosen now.
 */
paper: PaperInput, 
/**
 * Types of the text.
 */
type_sizes: Array<PaperChoice>, 
/**
 * Left margins.
 */
left_margins: Array<PaperChoice>, 
/**
 * Line spacings.
 */
spacings: Array<PaperChoice>, 
/**
 * What the choice changes and what it does not, in sentences.
 */
about: string, 
/**
 * What the QR code holds, in a sentence.
 */
code_hint: string, };

export type PassportInput = { 
/**
 * Title.
 */
title: string, 
/**
 * May be empty.
 */
goal: string, 
/**
 * Who answers for the programme.
 */
responsible_person_id: string | null, 
/**
 * Why.
 */
correction: Correction, };

export type PasswordInput = { 
/**
 * As typed.
 */
password: string, };

export type PastInput = { 
/**
 * Its id.
 */
id: string, };

export type PastProgram = { 
/**
 * The programme.
 */
program: Program, 
/**
 * «1 января 2022 г. – 31 декабря 2025 г.».
 */
period: string, 
/**
 * Occurrences done.
 */
done: number, 
/**
 * Occurrences that had to be done by some date.
 */
of: number, 
/**
 * Documents attached.
 */
documents: number, 
/**
 * Values of indicators.
 */
values: number, 
/**
 * Reports issued for its quarters.
 */
reports: number, };

export type PastView = { 
/**
 * Its card.
 */
card: PastProgram, 
/**
 * Its road map as it stood when it ended.
 */
roadmap: Roadmap, 
/**
 * Its indicators.
 */
indicators: IndicatorSheet, };

export type PasteInput = { 
/**
 * As plain text: columns parted by tabs.
 */
text: string, 
/**
 * As HTML, when the clipboard has it; else empty.
 */
html: string, };

export type PdfView = { 
/**
 * The PDF.
 */
base64: string, 
/**
 * Pages.
 */
pages: number, 
/**
 * Name for a copy.
 */
file_name: string, };

export type PendingView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * «№ 5 от 20.12.2024».
 */
number: string, 
/**
 * Whose signature is awaited: «Директор Иванова О. П.».
 */
awaited: string, 
/**
 * Owner and number of the certificate that must sign.
 */
certificate: string, 
/**
 * Who has signed already, a line each.
 */
signed: Array<string>, 
/**
 * Since when, in words.
 */
since: string, 
/**
 * A command is set that signs without leaving the program.
 */
has_command: boolean, 
/**
 * It is at work for this document.
 */
is_running: boolean, };

export type Period = { 
/**
 * First day.
 */
from: string, 
/**
 * Last day, if there is one.
 */
to: string | null, };

export type PeriodChoice = { 
/**
 * «Весь срок программы», «2024 год», «IV квартал 2024 года».
 */
label: string, 
/**
 * First day; empty for the whole programme.
 */
from: string | null, 
/**
 * Last day; empty for the whole programme.
 */
to: string | null, 
/**
 * Today lies in it (the shortest such one is offered first).
 */
current: boolean, };

export type PeriodInput = { 
/**
 * «2024-Q4» or «2024».
 */
period: string, };

export type PeriodOffer = { 
/**
 * Its last day has passed.
 */
past: boolean, 
/**
 * The period that would follow; none after a programme without an end.
 */
next: Period | null, 
/**
 * The same in words; may be empty.
 */
next_label: string, 
/**
 * Nothing has been done by it: its terms may still be moved.
 */
can_shift: boolean, 
/**
 * In words, what is offered: «Срок программы истёк 31 декабря 2025 г. Начните новый период…»; may be empty.
 */
hint: string, };

export type Person = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Фамилия Имя Отчество.
 */
fio: string, 
/**
 * Post, «Учитель».
 */
post: string, 
/**
 * Subjects taught. Json column.
 */
subjects: Array<Subject>, 
/**
 * Qualification category.
 */
category: Category, 
/**
 * Pedagogical experience, whole years.
 */
experience_years: number | null, 
/**
 * Weekly load in hundredths of an hour (18 h = 1800).
 */
weekly_load: number | null, 
/**
 * Since when the teacher no longer counts; empty while employed.
 */
archived_on: string | null, };

export type PersonEvent = { 
/**
 * The event.
 */
event_id: string, 
/**
 * Code.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * How it stands: the worst open state, or done.
 */
state: OccurrenceState | null, };

export type PersonInput = { 
/**
 * Empty for a new one.
 */
id: string | null, 
/**
 * Фамилия Имя Отчество.
 */
fio: string, 
/**
 * Post.
 */
post: string, 
/**
 * Subjects.
 */
subjects: Array<Subject>, 
/**
 * Category.
 */
category: Category, 
/**
 * Whole years.
 */
experience_years: number | null, 
/**
 * Hundredths of an hour.
 */
weekly_load: number | null, };

export type PersonRow = { 
/**
 * The teacher.
 */
person_id: string, 
/**
 * Name.
 */
fio: string, 
/**
 * Subjects in words.
 */
subjects: string, 
/**
 * An unfinished response.
 */
draft: string | null, 
/**
 * Items answered in it.
 */
draft_answered: number, 
/**
 * The last completed response.
 */
last: string | null, 
/**
 * When it was completed.
 */
last_on: string | null, 
/**
 * Deficits not closed.
 */
open_deficits: number, };

export type PickedFile = { 
/**
 * To be given back with the document.
 */
token: string, 
/**
 * File name.
 */
name: string, 
/**
 * Bytes.
 */
size: number, };

export type PickedKey = { 
/**
 * What stands for the file in `issue.sign`.
 */
token: string, 
/**
 * Name of the file.
 */
name: string, 
/**
 * Owner, number and validity of a certificate; empty for a key file, which is opened by its password only.
 */
about: string, };

export type PinInput = { 
/**
 * Whose.
 */
role: SignerRole, 
/**
 * 4 to 12 digits.
 */
pin: string, };

export type PinRoleInput = { 
/**
 * Whose.
 */
role: SignerRole, };

export type PinView = { 
/**
 * Whose.
 */
role: SignerRole, 
/**
 * In words.
 */
label: string, 
/**
 * Full name by the school card.
 */
name: string, 
/**
 * Since when; none without a PIN.
 */
set_on: string | null, 
/**
 * How it stands, in a word or two.
 */
state_word: string, 
/**
 * In words, with what to do.
 */
state_label: string, 
/**
 * It signs.
 */
ready: boolean, 
/**
 * It was set for another person: the school card names somebody else by now, and it does not sign.
 */
other_owner: boolean, };

export type PinsView = { 
/**
 * What a simple signature means in law.
 */
meaning: string, 
/**
 * Whoever may have a PIN.
 */
people: Array<PinView>, };

export type PlanInput = { 
/**
 * The stage.
 */
id: string, 
/**
 * First day.
 */
from: string | null, 
/**
 * Last day.
 */
to: string | null, };

export type PreviewAdoptInput = { 
/**
 * Id of the file.
 */
id: string, 
/**
 * The period.
 */
period: NewPeriodInput, };

export type Program = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Id of the municipal programme file.
 */
template_id: string, 
/**
 * Version of that file.
 */
template_version: number, 
/**
 * SHA-256 of that file, lower hex.
 */
template_sha256: string, 
/**
 * Title.
 */
title: string, 
/**
 * District or town.
 */
territory: string, 
/**
 * The act in words: «приказ Управления образования от 05.05.2022 № 58»; may be empty.
 */
act: string, 
/**
 * Date of the act: what was due before it is never overdue.
 */
act_date: string | null, 
/**
 * First day.
 */
period_from: string, 
/**
 * Last day; empty for an open-ended programme.
 */
period_to: string | null, 
/**
 * When the school adopted it.
 */
adopted_on: string, 
/**
 * Irregularities of the municipal text. Json column.
 */
notes: Array<Note>, 
/**
 * The goal; may be empty.
 */
goal: string, 
/**
 * Who answers for the programme at the school.
 */
responsible_person_id: string | null, 
/**
 * Number of the version approved last; 0 while the programme is a draft.
 */
version: number, 
/**
 * When it gave way to the next programme; empty for the current one.
 */
ended_on: string | null, };

export type ProgramChange = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The programme.
 */
program_id: string, 
/**
 * Number within the programme, from 1.
 */
seq: number, 
/**
 * The day on which it was made.
 */
date: string, 
/**
 * What kind of row was changed.
 */
subject: SubjectKind, 
/**
 * The row.
 */
subject_id: string, 
/**
 * Its code after the change, as it was at that time; may be empty.
 */
code: string, 
/**
 * Its title after the change, as it was at that time.
 */
title: string, 
/**
 * What was done to it.
 */
action: ChangeAction, 
/**
 * The fields that changed, in words. Json column.
 */
fields: Array<FieldChange>, 
/**
 * Why.
 */
reason: string, 
/**
 * The document it rests on, «приказ № 45»; may be empty while the programme is a draft.
 */
basis: string, 
/**
 * Date of that document.
 */
basis_date: string | null, 
/**
 * Number of the version it went into; empty until the next approval.
 */
version: number | null, };

export type ProgramDiff = { 
/**
 * «Версия 1 — приказ № 45 от 02.09.2024».
 */
from: string, 
/**
 * «Версия 2 …» or «как сейчас».
 */
to: string, 
/**
 * «добавлено 2, исключено 1, изменено 7, перемещено 1»; «различий нет».
 */
summary: string, 
/**
 * In order of the programme; rows that are gone come last.
 */
rows: Array<DiffRow>, };

export type ProgramStatus = "draft" | "approved" | "amended";

export type ProgramView = { 
/**
 * The passport.
 */
program: Program, 
/**
 * Draft, approved, or corrected since the approval.
 */
status: ProgramStatus, 
/**
 * In words.
 */
status_label: string, 
/**
 * «Петрова А. С.»; may be empty.
 */
responsible_name: string, 
/**
 * Each change has to name an order or a protocol: the programme is approved.
 */
needs_basis: boolean, 
/**
 * The version approved last.
 */
approval: VersionCard | null, 
/**
 * Tasks in order, withdrawn ones too.
 */
tasks: Array<TaskPlan>, 
/**
 * Indicators in order, withdrawn ones too.
 */
indicators: Array<IndicatorPlan>, 
/**
 * Stages to which targets belong, in order.
 */
stages: Array<StageName>, 
/**
 * Corrections made since the last version, the newest first.
 */
changes: Array<ChangeView>, 
/**
 * Versions, the newest first; 0 is what was adopted.
 */
versions: Array<VersionCard>, 
/**
 * What had better be settled before the approval; none of it stops it.
 */
warnings: Array<ProgramWarning>, };

export type ProgramWarning = { 
/**
 * Stable code: `no_dates`, `no_responsible`, `ambiguous`, `no_target`, `no_goal`.
 */
code: string, 
/**
 * In words: «У 5 мероприятий «по плану» не заданы даты: 3, 14…».
 */
text: string, 
/**
 * The events it is about.
 */
event_ids: Array<string>, 
/**
 * The indicators it is about.
 */
indicator_ids: Array<string>, };

export type ProgrammeCard = { 
/**
 * Id of the file.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * For narrow places.
 */
short_title: string, 
/**
 * District or town.
 */
territory: string, 
/**
 * The act in words, may be empty.
 */
act: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string | null, 
/**
 * Real counts of the file.
 */
counts: Counts, 
/**
 * Irregularities of the text that are shown after adoption.
 */
notes: number, 
/**
 * Version of the file.
 */
version: number, 
/**
 * Where the file comes from.
 */
origin: ProgrammeOrigin, 
/**
 * Terms that have already passed, «12 сроков уже прошло»: would they be debts? Empty when none has.
 */
past_terms: string, 
/**
 * Its last day has passed: it is offered to be moved to the years that run.
 */
past: boolean, 
/**
 * The period offered then.
 */
suggested_period: Period | null, 
/**
 * The same in words: «1 января 2026 г. – 31 декабря 2029 г.»; empty when none is offered.
 */
suggested_label: string, };

export type ProgrammeOrigin = "shipped" | "own" | "imported";

export type Projection = "municipal_only" | "flag" | "dynamics" | "teachers" | "pupils" | "parents" | "count";

export type QuarterCard = { 
/**
 * «2024-Q4».
 */
period: string, 
/**
 * «IV квартал 2024 года».
 */
label: string, 
/**
 * Reports issued for it.
 */
issued: number, 
/**
 * By when it is usually handed in, in words.
 */
due: string, 
/**
 * How far it is.
 */
state: ReportState, 
/**
 * The same in words: «выпущен».
 */
state_label: string, };

export type ReadTermInput = { 
/**
 * As the plan writes them.
 */
raw: string, 
/**
 * First day of the programme.
 */
from: string, 
/**
 * Its last day, if there is one.
 */
to: string | null, };

export type Readiness = "full" | "empty" | "lacking" | "blocked";

export type Recorded = { 
/**
 * The corrections, in order. A new row is the subject of its own.
 */
changes: Array<ChangeView>, };

export type RecoverInput = { 
/**
 * As printed; spaces and case do not matter.
 */
code: string, 
/**
 * The new password.
 */
password: string | null, };

export type RecoveryView = { 
/**
 * Groups of letters and digits.
 */
code: string, };

export type RefusedFile = { 
/**
 * Name of the file.
 */
file: string, 
/**
 * Why, and what to do.
 */
reason: string, };

export type RenewInput = { 
/**
 * The new period.
 */
period: NewPeriodInput, 
/**
 * Title of the new programme; empty = as in the preview.
 */
title: string, 
/**
 * What it takes over.
 */
keep: Keep, 
/**
 * Why, and by which order.
 */
correction: Correction, };

export type RenewPreview = { 
/**
 * The terms in the new period.
 */
shift: ShiftPreview, 
/**
 * The title to begin with.
 */
title: string, 
/**
 * Events that go over, the school's own among them.
 */
events: number, 
/**
 * The school's own events among them.
 */
own_events: number, 
/**
 * Events with a person who answers for them.
 */
responsibles: number, 
/**
 * Events left out of the plan: they do not go over.
 */
dropped: Array<string>, 
/**
 * Last values that become the values to start from: «5.3 Доля педагогов… — 13 из 20 (65,0 %)».
 */
baselines: Array<string>, 
/**
 * What stays with the ended programme: «Отмечено исполненными: 12, документов: 9, отчётов: 3».
 */
stays: string, 
/**
 * It can be done today; else why not.
 */
refusal: string | null, };

export type ReportFile = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The document.
 */
report_id: string, 
/**
 * What it is.
 */
kind: ReportFileKind, 
/**
 * Anything to add in words, may be empty.
 */
note: string, 
/**
 * The file. Json column.
 */
file: FileRef, 
/**
 * When it was added.
 */
added_on: string, };

export type ReportFileKind = "detached" | "stamped" | "scan";

export type ReportOverview = { 
/**
 * Quarters of the programme up to now, newest first.
 */
quarters: Array<QuarterCard>, 
/**
 * Calendar years of the programme up to now, newest first: annual reports.
 */
years: Array<QuarterCard>, 
/**
 * The quarter to report on next.
 */
current: string, 
/**
 * Issued reports, newest first.
 */
journal: Array<ReportView>, };

export type ReportState = "not_begun" | "draft" | "issued" | "corrected" | "sent";

export type ReportView = { 
/**
 * The report.
 */
report: IssuedReport, 
/**
 * Its quarter in words.
 */
label: string, 
/**
 * A later report replaces it.
 */
superseded: boolean, 
/**
 * Copies handed out.
 */
dispatches: Array<Dispatch>, };

export type RequestView = { 
/**
 * Name of the folder or stick.
 */
folder: string, 
/**
 * Names of the files written: the bytes to be signed and the instruction.
 */
files: Array<string>, };

export type Resolution = { 
/**
 * What was decided.
 */
text: string, 
/**
 * Who answers for it, may be empty.
 */
responsible: string, 
/**
 * By when.
 */
due: string | null, 
/**
 * When it was done.
 */
done_on: string | null, };

export type Response = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Who answered.
 */
person_id: string, 
/**
 * Code of the instrument, `DX-MATH`.
 */
instrument: string, 
/**
 * Its version: answers of different versions are not compared.
 */
version: string, 
/**
 * When the draft was begun.
 */
started_on: string, 
/**
 * When it was finished; empty for a draft.
 */
completed_on: string | null, 
/**
 * Item id → 0…3, or null for «не веду». Json column.
 */
answers: { [key in string]: number | null }, 
/**
 * «С чем помочь в первую очередь?», may be empty.
 */
help_text: string, 
/**
 * Ready to help colleagues as a mentor.
 */
agrees_to_help: boolean, 
/**
 * Items on which she would help; empty = any that she commands. Json column.
 */
help_topics: Array<string>, 
/**
 * The form of help she finds convenient, an option of the instrument; may be empty.
 */
help_form: string, };

export type ResponseView = { 
/**
 * The answers.
 */
response: Response, 
/**
 * Who answered.
 */
fio: string, 
/**
 * The questionnaire.
 */
instrument: Instrument, 
/**
 * Items answered.
 */
answered: number, 
/**
 * Items in all.
 */
of: number, 
/**
 * Scores so far; final when completed.
 */
scores: Scores, };

export type RestoreInput = { 
/**
 * Password or recovery code of the copy, if it has one.
 */
password: string | null, };

export type RevisionInput = { 
/**
 * From 1.
 */
number: number, };

export type RevisionView = { 
/**
 * From 1.
 */
number: number, 
/**
 * Who signed exactly this state.
 */
signed_by: string | null, 
/**
 * When, by the signer's clock, in words.
 */
signed_at: string | null, 
/**
 * What it changed, in words.
 */
changes: Array<string>, 
/**
 * Size of the file at that state, bytes.
 */
bytes: number, };

export type RiskMeasure = { 
/**
 * The risk.
 */
risk: string, 
/**
 * What is done about it.
 */
measure: string, 
/**
 * What is expected of the measure, may be empty.
 */
effect: string, };

export type Roadmap = { 
/**
 * The adopted programme; empty before adoption.
 */
program: Program | null, 
/**
 * Tasks in order.
 */
tasks: Array<TaskView>, 
/**
 * Counts over all occurrences.
 */
totals: Totals, };

export type RowChange = "added" | "vanished" | "renumbered" | "changed";

export type RowInput = { 
/**
 * Id of the row.
 */
id: string, 
/**
 * Code.
 */
code: string, 
/**
 * Code of its heading.
 */
section: string, 
/**
 * Title.
 */
title: string, 
/**
 * Planned result, may be empty.
 */
result: string, 
/**
 * The term in words: read anew.
 */
term: string, 
/**
 * Responsible, may be empty.
 */
responsible: string, 
/**
 * Documents, may be empty.
 */
evidence: string, 
/**
 * Whose event it is.
 */
level: EventLevel, 
/**
 * A heading row.
 */
is_group: boolean, };

export type RowKind = "head" | "group" | "indicator_group" | "stage" | "event" | "indicator" | "target" | "text";

export type RowState = "clear" | "unclear" | "confirmed" | "dropped";

export type RowView = { 
/**
 * Id of the row.
 */
id: string, 
/**
 * «Таблица 2, строка 5»; «Добавлено вами» for the user's own.
 */
place: string, 
/**
 * Code.
 */
code: string, 
/**
 * Code of its heading.
 */
section: string, 
/**
 * Title.
 */
title: string, 
/**
 * Planned result.
 */
result: string, 
/**
 * The term: words, reading, doubts.
 */
term: TermView, 
/**
 * Responsible, as written.
 */
responsible: string, 
/**
 * Documents that prove it.
 */
evidence: string, 
/**
 * Whose event it is.
 */
level: EventLevel, 
/**
 * The same in words.
 */
level_label: string, 
/**
 * A heading row: others stand under it.
 */
is_group: boolean, 
/**
 * 0 for the top level of the tree.
 */
depth: number, 
/**
 * How it stands.
 */
state: RowState, 
/**
 * The same in words.
 */
state_label: string, 
/**
 * What to look at, in words; stays listed after it is confirmed.
 */
problems: Array<string>, };

export type RowsInput = { 
/**
 * The rows: tasks, events or indicators, as the call says.
 */
ids: Array<string>, 
/**
 * Why.
 */
correction: Correction, };

export type SaveDispatchInput = { 
/**
 * The mark.
 */
id: string, 
/**
 * How, to whom, when.
 */
mark: DispatchMark, };

export type ScalePoint = { 
/**
 * Its value; none means «не веду»: the item is left out of the score.
 */
v: number | null, 
/**
 * Its words.
 */
label: string, };

export type School = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Full name as in the charter.
 */
full_name: string, 
/**
 * Short name for headings.
 */
short_name: string, 
/**
 * District or town, with the region.
 */
territory: string, 
/**
 * The municipal education authority.
 */
authority: string, 
/**
 * To whom reports go, in the dative: «Начальнику Управления образования …».
 */
addressee: string, 
/**
 * Director's full name.
 */
director: string, 
/**
 * Deputy director's full name: composes and signs the reports.
 */
deputy: string, 
/**
 * The year in which the current school year began (2024 = 2024/25).
 */
school_year: number, 
/**
 * Address of the site, may be empty.
 */
site: string, 
/**
 * Status given by the municipality.
 */
status: SchoolStatus, 
/**
 * On what the status is based (order, list), may be empty.
 */
status_basis: string, 
/**
 * Number of pupils, if entered.
 */
pupils: number | null, 
/**
 * The day on which a demonstration school lives; empty for a real one. A demo is marked ДЕМО on every page.
 */
demo_today: string | null, };

export type SchoolInput = { 
/**
 * Full name as in the charter.
 */
full_name: string, 
/**
 * Short name.
 */
short_name: string, 
/**
 * District or town with the region.
 */
territory: string, 
/**
 * Municipal education authority.
 */
authority: string, 
/**
 * To whom reports go, in the dative.
 */
addressee: string, 
/**
 * Full name.
 */
director: string, 
/**
 * Full name.
 */
deputy: string, 
/**
 * Year in which the school year began.
 */
school_year: number, 
/**
 * May be empty.
 */
site: string, 
/**
 * Status given by the municipality.
 */
status: SchoolStatus, 
/**
 * May be empty.
 */
status_basis: string, 
/**
 * Number of pupils.
 */
pupils: number | null, };

export type SchoolPart = { 
/**
 * First day of lessons.
 */
from: string, 
/**
 * Last day of lessons.
 */
to: string, };

export type SchoolStatus = "shnor" | "shnro" | "shnsu" | "project500" | "risk_zone" | "none";

export type Scores = { 
/**
 * By block, in the instrument's order.
 */
blocks: Array<BlockScore>, 
/**
 * Over all items; its `block` is empty.
 */
total: BlockScore, 
/**
 * Items that need help, in the instrument's order.
 */
deficits: Array<ItemDeficit>, 
/**
 * Each item is answered or marked «не веду».
 */
complete: boolean, 
/**
 * Items the respondent could help colleagues with, if she agrees.
 */
mentor_items: Array<string>, };

export type Scoring = { 
/**
 * The way of counting.
 */
method: ScoringMethod, 
/**
 * The greatest value of an item.
 */
max: number, 
/**
 * How many percent of the applicable items must be answered for a block to be valid.
 */
valid_percent: number, 
/**
 * Levels of the index from the lowest, the first from 0.
 */
levels: Array<Level>, 
/**
 * Who can help.
 */
mentor: MentorRule, 
/**
 * Who needs help.
 */
mentee: MenteeRule, 
/**
 * What many need.
 */
collective: CollectiveRule, };

export type ScoringMethod = "mean_pct";

export type SectionInput = { 
/**
 * Of the indicators rather than of the plan.
 */
indicators: boolean, 
/**
 * Code of the heading that is renamed; none adds a new one.
 */
code: string | null, 
/**
 * Title.
 */
title: string, };

export type SectionReadiness = { 
/**
 * 0…16.
 */
number: number, 
/**
 * «2. Исполнение дорожной карты».
 */
title: string, 
/**
 * How far it is.
 */
state: Readiness, 
/**
 * The same in words: «полно», «не хватает: 2».
 */
state_label: string, 
/**
 * What it says now, in short: «исполнено 2 из 4»; may be empty.
 */
says: string, 
/**
 * Where it is entered: a route of the window.
 */
route: string, 
/**
 * What that place is called: «Дорожная карта».
 */
place: string, 
/**
 * What is missing.
 */
missing: Array<Missing>, };

export type SectionText = { 
/**
 * Key in the draft: «roadmap», «parents», «corrections».
 */
key: string, 
/**
 * «9. Работа с родителями».
 */
title: string, 
/**
 * As written; empty = nothing, or what is suggested.
 */
text: string, 
/**
 * Drafted from the data; may be empty.
 */
suggested: string, };

export type Segment = { "kind": "window", 
/**
 * First day.
 */
from: string, 
/**
 * Last day.
 */
to: string, 
/**
 * Code of the monitoring stage it belongs to.
 */
stage: string | null, } | { "kind": "yearly", 
/**
 * First and last month, 1–12; `[11, 1]` crosses New Year and belongs to the year it starts in.
 */
months: Array<[number, number]>, 
/**
 * Calendar years; empty: each year of the programme.
 */
years: Array<number>, 
/**
 * Codes of monitoring stages, one for each year; empty when the term names no stages.
 */
stages: Array<string>, 
/**
 * The months or years are not in the text; they were taken from its other part.
 */
assumed: boolean, 
/**
 * First and last day within each of `months` («ежегодно до 25 декабря»): 1–31, or 0 for the month's own end.
 * Empty: whole months.
 */
days: Array<[number, number]>, } | { "kind": "every", 
/**
 * The unit of time.
 */
unit: TimeUnit, 
/**
 * How many times in a unit.
 */
pace: Pace, 
/**
 * Listed units, by calendar year or by the year a school year starts in; empty: use `from` and `to`.
 */
years: Array<number>, 
/**
 * First day of the range; without it the programme's first day.
 */
from: string | null, 
/**
 * Last day of the range; without it the programme's last day.
 */
to: string | null, 
/**
 * Only the last days of the unit are meant («конец каждой четверти»).
 */
last_days: number | null, 
/**
 * Only the first days of the unit are meant («до 5 числа каждого месяца»).
 */
first_days: number | null, 
/**
 * So many units make one («раз в три года» is 3).
 */
step: number, 
/**
 * Numbers of the units within their year, from 1: months 9–5, the IV school quarter; empty: all.
 */
only: Array<number>, 
/**
 * Day of the week, 1 is Monday («каждую пятницу»): the unit is a week.
 */
weekday: number | null, } | { "kind": "continuous", 
/**
 * First day; without it the programme's first day.
 */
from: string | null, 
/**
 * Last day; without it the programme's last day.
 */
to: string | null, } | { "kind": "by_plan", 
/**
 * Name of that plan.
 */
plan: string, } | { "kind": "on_demand", 
/**
 * Whose request.
 */
by: string, } | { "kind": "after", 
/**
 * The condition.
 */
condition: string, 
/**
 * To be done within so many days of it («в течение 10 дней после утверждения»).
 */
within_days: number | null, 
/**
 * These days are working days.
 */
working: boolean, } | { "kind": "unspecified" };

export type SeriesPoint = { 
/**
 * Code of the stage.
 */
stage: string, 
/**
 * Its short name: «2024», «Стартовый».
 */
label: string, 
/**
 * The fact may not be below this.
 */
target_min: number | null, 
/**
 * The fact may not be above this; for a range its upper end, for information.
 */
target_max: number | null, 
/**
 * The target in words; may be empty.
 */
target_text: string, 
/**
 * The fact; a «да» is 100, a «нет» is 0.
 */
fact: number | null, 
/**
 * The fact in words; may be empty.
 */
fact_text: string, 
/**
 * State.
 */
state: IndicatorState, };

export type SettingsInput = { 
/**
 * Template with {in}, {out} and {cert}; empty = signed by hand.
 */
command: string, 
/**
 * Seconds to wait for it.
 */
timeout_seconds: number, };

export type SettingsView = { 
/**
 * Template with {in}, {out} and {cert}; empty = signed by hand.
 */
command: string, 
/**
 * Seconds to wait for it.
 */
timeout_seconds: number, 
/**
 * What is set, in words.
 */
state_label: string, 
/**
 * What may stand in braces.
 */
marks: Array<CommandMark>, 
/**
 * Commands to start from.
 */
examples: Array<CommandExample>, };

export type SettleTermInput = { 
/**
 * The event.
 */
event_id: string, };

export type SheetKind = "events" | "indicators" | "other";

export type ShiftInput = { 
/**
 * The new period.
 */
period: NewPeriodInput, 
/**
 * Why.
 */
correction: Correction, };

export type ShiftPreview = { 
/**
 * The title with its new years.
 */
title: string, 
/**
 * «1 января 2022 г. – 31 декабря 2025 г.».
 */
period_was: string, 
/**
 * «1 января 2026 г. – 31 декабря 2029 г.».
 */
period_now: string, 
/**
 * By how many years the terms are moved.
 */
years: number, 
/**
 * In one line: «Сроки 17 мероприятий переносятся на 4 года».
 */
words: string, 
/**
 * What the programme holds in the new period.
 */
counts: Counts, 
/**
 * What falls due first, at most five lines: «май 2026 г. — 1. Создание рабочей группы».
 */
first: Array<string>, 
/**
 * Each executable event before and after, in the order of the programme.
 */
rows: Array<ShiftPreviewRow>, 
/**
 * What was left out, added or is to be looked at.
 */
warnings: Array<string>, };

export type ShiftPreviewRow = { 
/**
 * Code.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * The words of its term before.
 */
raw_was: string, 
/**
 * And after.
 */
raw_now: string, 
/**
 * Its dates before: «май – июнь 2022 г.»; «постоянно» and the like where there are none.
 */
was: Array<string>, 
/**
 * And after.
 */
now: Array<string>, 
/**
 * What was left out, added or is to be looked at.
 */
remarks: Array<string>, };

export type SignatureView = { 
/**
 * Its own verdict.
 */
verdict: "valid" | "valid_unknown_signer" | "modified" | "not_signed", 
/**
 * In words.
 */
label: string, 
/**
 * Whose certificate.
 */
signer: CertificateView | null, 
/**
 * «ГОСТ Р 34.10-2012, 256 бит».
 */
algorithm: string, 
/**
 * When, by the signer's clock, in words.
 */
signed_at: string | null, 
/**
 * Stated reason, may be empty.
 */
reason: string, 
/**
 * Stated place, may be empty.
 */
location: string, 
/**
 * What the time stamp says, in words.
 */
timestamp: string | null, 
/**
 * Where it stands in the document: «поле «Подпись1», страница 3»; empty for a signature beside it.
 */
place: string, 
/**
 * Which saved state it signs, from 1; 0 if that is not known.
 */
revision: number, 
/**
 * What was checked and what is wrong.
 */
reasons: Array<string>, };

export type SignerInput = { 
/**
 * Capacity.
 */
role: SignerRole, 
/**
 * How.
 */
way: SigningWay, 
/**
 * For a key file: the token of `issue.pick_key`.
 */
key_token: string | null, 
/**
 * For a key file: its password. Never kept, wiped from memory after use.
 */
password: string | null, 
/**
 * The certificate names another person and may: said by the user after a warning.
 */
other_owner: boolean, 
/**
 * For another program: the token of `issue.pick_certificate`.
 */
certificate_token: string | null, 
/**
 * For a simple signature: the code. Never kept, wiped from memory after use.
 */
pin: string | null, };

export type SignerOffer = { 
/**
 * Capacity.
 */
role: SignerRole, 
/**
 * Post in words.
 */
post: string, 
/**
 * Full name; empty when the card of the school does not say it.
 */
name: string, 
/**
 * She usually signs documents of this kind: chosen at first.
 */
usual: boolean, 
/**
 * How she may sign.
 */
ways: Array<WayOffer>, };

export type SignerRole = "deputy" | "director";

export type SigningWay = "own_key" | "pkcs12" | "external" | "simple" | "pen";

export type Since = { 
/**
 * «III квартал 2024 года».
 */
label: string, 
/**
 * Number of that report.
 */
number: string, 
/**
 * Sections in which something changed.
 */
sections: Array<Changed>, };

export type Skipped = { 
/**
 * Where it stood.
 */
place: string, 
/**
 * Its first words.
 */
text: string, 
/**
 * Why it was left out.
 */
why: string, };

export type SplitInput = { 
/**
 * The event.
 */
id: string, 
/**
 * At least two, in order.
 */
parts: Array<EventFields>, 
/**
 * Which part keeps what has been done, from 0.
 */
facts_to: number, 
/**
 * Why.
 */
correction: Correction, };

export type Stage = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The programme.
 */
program_id: string, 
/**
 * Code in the programme.
 */
code: string, 
/**
 * Kind.
 */
kind: StageKind, 
/**
 * Title.
 */
title: string, 
/**
 * First planned day, if known.
 */
planned_from: string | null, 
/**
 * Last planned day, if known.
 */
planned_to: string | null, 
/**
 * When closed; empty while open.
 */
closed_on: string | null, 
/**
 * The frozen snapshot, canonical JSON text; empty while open.
 */
snapshot: string, 
/**
 * SHA-256 of the snapshot text, lower hex; empty while open.
 */
snapshot_sha256: string, 
/**
 * Order.
 */
sort: number, };

export type StageComparison = { 
/**
 * The stages in the order of the programme.
 */
columns: Array<CompareColumn>, 
/**
 * Indicators that stand in one of them.
 */
rows: Array<CompareRow>, 
/**
 * «Между этапами „2023 год“ и „2024 год“: лучше — 5, хуже — 1, без изменений — 3».
 */
summary: Array<string>, };

export type StageKind = "initial" | "baseline" | "start" | "interim" | "final" | "year" | "quarter" | "school_quarter";

export type StageName = { 
/**
 * Code by which targets name it.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * It is closed: its targets cannot be changed.
 */
closed: boolean, };

export type StageRow = { 
/**
 * The indicator.
 */
indicator_id: string, 
/**
 * Code.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * Target in words; may be empty.
 */
target: string, 
/**
 * Fact in words; may be empty.
 */
fact: string, 
/**
 * State.
 */
state: IndicatorState, 
/**
 * In words.
 */
explanation: string, 
/**
 * The municipality keeps it: the school enters nothing.
 */
municipal: boolean, 
/**
 * Where the fact comes from; empty without one, and in snapshots older than this column.
 */
source: ValueSource | null, 
/**
 * What was counted, when the program counted it; why its value was replaced, when it was; may be empty.
 */
source_note: string, };

export type StageSheet = { 
/**
 * The stage.
 */
view: StageView, 
/**
 * Live values, or the frozen ones when closed.
 */
rows: Array<StageRow>, 
/**
 * Corrections recorded after the closing.
 */
corrections: Array<CorrectionRow>, };

export type StageView = { 
/**
 * The stage; its snapshot text is left out here.
 */
stage: Stage, 
/**
 * Kind in words.
 */
kind_label: string, 
/**
 * Indicators with a value.
 */
filled: number, 
/**
 * Indicators in all.
 */
of: number, 
/**
 * Indicators achieved.
 */
achieved: number, 
/**
 * Today lies within it.
 */
running: boolean, };

export type StampInput = { 
/**
 * The document.
 */
id: string, 
/**
 * A signature beside it; left out = the last one inside the PDF.
 */
file_id?: string, };

export type StartInput = { 
/**
 * The teacher.
 */
person_id: string, 
/**
 * Code of the questionnaire.
 */
instrument: string, };

export type StateChoice = { 
/**
 * The state.
 */
state: EntryState, 
/**
 * «Отправлены».
 */
label: string, 
/**
 * Documents in it.
 */
count: number, };

export type Status = { 
/**
 * Is the file open.
 */
state: BaseState, 
/**
 * A demonstration school is open.
 */
demo: boolean, 
/**
 * No password has been set.
 */
without_password: boolean, 
/**
 * Short name of the school.
 */
school: string | null, 
/**
 * A programme has been adopted.
 */
has_program: boolean, 
/**
 * The day the program lives in (fixed in a demo).
 */
today: string, 
/**
 * Version of the program.
 */
version: string, 
/**
 * Where the data lies.
 */
folder: string, };

export type StatusInput = { 
/**
 * The occurrence.
 */
id: string, 
/**
 * Not `done`.
 */
status: OccurrenceStatus, 
/**
 * Demanded for postponed, cancelled and not applicable.
 */
reason: string, 
/**
 * The new date when postponed.
 */
due: string | null, };

export type StepDraft = { 
/**
 * What to do.
 */
title: string, 
/**
 * By when.
 */
due: string | null, };

export type StepInput = { 
/**
 * Empty for a new one.
 */
id: string | null, 
/**
 * The tandem.
 */
tandem_id: string, 
/**
 * What to do.
 */
title: string, 
/**
 * By when.
 */
due: string | null, 
/**
 * When done.
 */
done_on: string | null, };

export type Subject = "russian" | "literature" | "math" | "informatics" | "physics" | "chemistry" | "biology" | "geography" | "history" | "social" | "english" | "german" | "primary" | "technology" | "art" | "music" | "sport" | "safety" | "other";

export type SubjectChoice = { 
/**
 * What to send as `subject`.
 */
id: string, 
/**
 * In words.
 */
label: string, };

export type SubjectKind = "program" | "task" | "event" | "indicator" | "target";

export type TableDraftView = { 
/**
 * Where it came from: «План.docx», «Вставлено из буфера обмена», «С чистого листа».
 */
origin: string, 
/**
 * Title, territory, act, goal, period: guessed from the text, to be corrected.
 */
meta: DraftMeta, 
/**
 * Headings of the plan, in order.
 */
sections: Array<CodedText>, 
/**
 * Headings of the indicators, in order.
 */
indicator_sections: Array<CodedText>, 
/**
 * Tables of the source and how their columns are understood.
 */
tables: Array<TableView>, 
/**
 * Rows of the plan, in order.
 */
rows: Array<RowView>, 
/**
 * Indicators, in order.
 */
indicators: Array<IndicatorRowView>, 
/**
 * What stood in the tables and was left out, and why.
 */
skipped: Array<Skipped>, 
/**
 * Counts over rows and indicators.
 */
totals: DraftTotals, 
/**
 * What keeps it from being finished; empty when it can be. Places are names of fields of `meta` or of rows.
 */
problems: Array<Detail>, };

export type TableView = { 
/**
 * Number, to be given back to `authoring.map_columns`.
 */
table: number, 
/**
 * «Таблица 2», «Лист «План»».
 */
place: string, 
/**
 * The text above it, may be empty.
 */
heading: string, 
/**
 * What it holds.
 */
kind: SheetKind, 
/**
 * The same in words.
 */
kind_label: string, 
/**
 * How many of its first rows are the head.
 */
head_rows: number, 
/**
 * How many rows it has.
 */
rows: number, 
/**
 * Its columns, left to right.
 */
columns: Array<ColumnView>, };

export type Tandem = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Who helps; empty when the mentor works in another school.
 */
mentor_id: string | null, 
/**
 * Name of a mentor from another school, may be empty.
 */
outside_mentor: string, 
/**
 * Who is helped.
 */
mentee_id: string, 
/**
 * The deficit it was made for, if any.
 */
deficit_id: string | null, 
/**
 * What they work on.
 */
topic: string, 
/**
 * Inside the school or network.
 */
scope: TandemScope, 
/**
 * First day.
 */
started_on: string, 
/**
 * Planned last day.
 */
ends_on: string | null, 
/**
 * Where it stands.
 */
status: TandemStatus, 
/**
 * When closed.
 */
closed_on: string | null, 
/**
 * Why closed.
 */
close_reason: CloseReason | null, 
/**
 * What came of it, may be empty.
 */
outcome: string, };

export type TandemInput = { 
/**
 * The deficit it is made for.
 */
deficit_id: string | null, 
/**
 * A teacher of the school.
 */
mentor_id: string | null, 
/**
 * Or a name from another school.
 */
outside_mentor: string, 
/**
 * Who is helped.
 */
mentee_id: string, 
/**
 * Topic.
 */
topic: string, 
/**
 * Inside or network.
 */
scope: TandemScope, 
/**
 * Empty = today.
 */
started_on: string | null, 
/**
 * Planned end.
 */
ends_on: string | null, 
/**
 * The programme.
 */
steps: Array<StepDraft>, };

export type TandemScope = "internal" | "network";

export type TandemStatus = "active" | "completed" | "stopped";

export type TandemView = { 
/**
 * The tandem.
 */
tandem: Tandem, 
/**
 * Mentor's name.
 */
mentor: string, 
/**
 * Mentee's name.
 */
mentee: string, 
/**
 * The programme.
 */
steps: Array<MentoringStep>, 
/**
 * Meetings, newest first.
 */
meetings: Array<MentoringMeeting>, 
/**
 * Status in words.
 */
status_label: string, 
/**
 * Scope in words.
 */
scope_label: string, 
/**
 * Reason in words; empty while open.
 */
close_reason_label: string, 
/**
 * Days since the last meeting or the start, while active.
 */
quiet_days: number | null, };

export type Target = { 
/**
 * The exact words of the programme.
 */
raw: string, 
/**
 * How the fact is compared.
 */
cmp: Cmp, 
/**
 * The threshold of `gte`, `lte`, `eq`, `increase_abs_gte`, `decrease_rel_gte`.
 */
value: number | null, 
/**
 * Lower end of `between`.
 */
min: number | null, 
/**
 * Upper end of `between`, for information: more is also achieved.
 */
max: number | null, 
/**
 * What is added to the baseline («план работы школы +2»).
 */
plus: number | null, 
/**
 * What the numbers count.
 */
unit: Unit, 
/**
 * What the fact is compared with, or for `cmp: baseline` what is entered.
 */
baseline: Baseline | null, 
/**
 * Only respondents of at least this level are counted («не ниже среднего»): `medium`.
 */
level_at_least: string | null, 
/**
 * The numbers are in hundredths of the unit («не менее 72,5 %» is 7250); scores and marks always are.
 */
hundredths: boolean, 
/**
 * The words allow another reading: listed under «Требует уточнения».
 */
ambiguous: boolean, 
/**
 * What was assumed or could not be read, in Russian; empty when nothing.
 */
note: string, };

export type TargetInput = { 
/**
 * The indicator.
 */
indicator_id: string, 
/**
 * Code of the stage, or `const` for all of them.
 */
stage: string, 
/**
 * The target; empty to take it out of the programme.
 */
target: Target | null, 
/**
 * Why.
 */
correction: Correction, };

export type TargetPlan = { 
/**
 * The target.
 */
target: IndicatorTarget, 
/**
 * Title of its stage; «на весь срок» for a constant one.
 */
stage_title: string, 
/**
 * «не менее 70 %».
 */
words: string, 
/**
 * Where it comes from, in words.
 */
origin_label: string, 
/**
 * Its stage is closed: it cannot be changed.
 */
frozen: boolean, };

export type TargetReading = { 
/**
 * The target with its words.
 */
target: Target, 
/**
 * The reading in words: «не менее 70 %».
 */
words: string, 
/**
 * It was not understood: it will be observed, not judged.
 */
unread: boolean, };

export type TargetText = { 
/**
 * Title of the stage or year: «2024 год»; empty when one target holds throughout.
 */
stage: string, 
/**
 * The words.
 */
raw: string, };

export type TargetTextInput = { 
/**
 * The words.
 */
raw: string, 
/**
 * Unit of the indicator.
 */
unit: Unit, };

export type TargetView = { 
/**
 * Stage or year; empty when it holds throughout.
 */
stage: string, 
/**
 * The words of the table.
 */
raw: string, 
/**
 * The reading in words: «не менее 70 %».
 */
reading: string, 
/**
 * It was not understood: it will be observed, not judged.
 */
unread: boolean, };

export type Task = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The programme.
 */
program_id: string, 
/**
 * Code in the programme.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * Order.
 */
sort: number, 
/**
 * Where it comes from.
 */
origin: Origin, 
/**
 * Its code in the municipal programme; empty for the school's own.
 */
template_code: string | null, 
/**
 * Note of the school, may be empty.
 */
note: string, 
/**
 * Since when it is left out of the plan («исключено»); empty while it stands.
 */
withdrawn_on: string | null, };

export type TaskInput = { 
/**
 * Empty for a new one.
 */
id: string | null, 
/**
 * Code.
 */
code: string, 
/**
 * Title.
 */
title: string, 
/**
 * Note, may be empty.
 */
note: string, 
/**
 * Why.
 */
correction: Correction, };

export type TaskPlan = { 
/**
 * The task.
 */
task: Task, 
/**
 * Where it comes from, in words.
 */
origin_label: string, 
/**
 * Events in order, group rows before their children, withdrawn ones too.
 */
events: Array<EventPlan>, };

export type TaskView = { 
/**
 * The task.
 */
task: Task, 
/**
 * Events in order, group rows before their children.
 */
events: Array<EventView>, 
/**
 * Counts over what the school owes.
 */
totals: Totals, };

export type Term = { 
/**
 * The exact words of the plan; empty when the cell is empty.
 */
raw: string, 
/**
 * The reading; occurrences are the union of all segments.
 */
segments: Array<Segment>, 
/**
 * The words allow another reading: shown under «Требует уточнения».
 */
ambiguous: boolean, 
/**
 * What was assumed and why, in Russian.
 */
note: string | null, };

export type TermInput = { 
/**
 * The occurrence.
 */
id: string, 
/**
 * First day.
 */
from: string, 
/**
 * Last day, also the due date.
 */
to: string, };

export type TermOccurrence = { 
/**
 * What kind of date it has.
 */
kind: OccurrenceKind, 
/**
 * First day of the window.
 */
from: string | null, 
/**
 * Last day of the window.
 */
to: string | null, 
/**
 * The day after which it is overdue.
 */
due: string | null, 
/**
 * Number within its window, from 1 («2 раза в год»).
 */
ordinal: number, 
/**
 * Code of the monitoring stage.
 */
stage: string | null, 
/**
 * The date is soft: the work goes on all the time and is told of at the end.
 */
soft: boolean, 
/**
 * The months were assumed, not read.
 */
assumed: boolean, 
/**
 * More than this is allowed («не реже»).
 */
at_least: boolean, 
/**
 * Its window ends before the programme was approved: kept, shown «до утверждения», never overdue.
 */
before_approval: boolean, 
/**
 * Name of the plan or of the condition it waits for.
 */
waits_for: string | null, };

export type TermReading = { 
/**
 * The formal reading.
 */
term: Term, 
/**
 * The same in plain Russian, for the user to confirm.
 */
words: string, 
/**
 * What comes of it within the programme.
 */
occurrences: Array<TermOccurrence>, 
/**
 * What the user has to decide; empty when the reading is certain.
 */
problems: Array<string>, };

export type TermView = { 
/**
 * The words of the table.
 */
raw: string, 
/**
 * The reading in words: «с 1 сентября по 31 октября 2025 г.».
 */
reading: string, 
/**
 * The formal reading.
 */
segments: Array<Segment>, 
/**
 * Another reading is possible.
 */
ambiguous: boolean, 
/**
 * What was assumed and why; may be empty.
 */
note: string, 
/**
 * How many dated occurrences it gives within the period.
 */
occurrences: number, };

export type TextChapter = { 
/**
 * Its heading.
 */
title: string, 
/**
 * Words before the list; may be empty.
 */
intro: string, 
/**
 * Stages by which its items are written, in order; empty when they are not.
 */
columns: Array<string>, 
/**
 * Its list, in order.
 */
items: Array<TextItem>, };

export type TextItem = { 
/**
 * Its number in the text, may be empty.
 */
code: string, 
/**
 * Title, term, risk; may be empty.
 */
title: string, 
/**
 * The words, may be empty.
 */
text: string, 
/**
 * Its own list.
 */
parts: Array<string>, 
/**
 * Words of each column; empty where the text has a gap.
 */
by_column: Array<string>, };

export type TimeUnit = "week" | "month" | "quarter" | "school_quarter" | "trimester" | "half_year" | "school_half_year" | "year" | "school_year";

export type Today = { 
/**
 * The day.
 */
date: string, 
/**
 * «пятница, 20 декабря 2024 г.».
 */
date_label: string, 
/**
 * A programme has been adopted.
 */
has_program: boolean, 
/**
 * Teachers who count today.
 */
teachers: number, 
/**
 * Overdue, oldest first.
 */
overdue: Array<DueItem>, 
/**
 * Due in the week of the day, Monday to Sunday.
 */
this_week: Week, 
/**
 * Due in the week after it.
 */
next_week: Week, 
/**
 * Due within two weeks, but after the next week.
 */
soon: Array<DueItem>, 
/**
 * Running now, due later.
 */
running: Array<DueItem>, 
/**
 * To be given a date («Требует уточнения»).
 */
undated: Array<DueItem>, 
/**
 * What else needs a word of the school.
 */
unclear: Unclear, 
/**
 * Occurrences done since the quarter began.
 */
done_this_quarter: number, 
/**
 * Occurrences done in all.
 */
done: number, 
/**
 * Occurrences that must be done by some date.
 */
of: number, 
/**
 * Cells of past or current stages achieved.
 */
indicators_achieved: number, 
/**
 * Cells with a target whose stage has come.
 */
indicators_of: number, 
/**
 * Self-diagnosis coverage in words.
 */
coverage: string, 
/**
 * Teachers who completed it this year.
 */
coverage_done: number, 
/**
 * Deficits not closed.
 */
open_deficits: number, 
/**
 * Active tandems.
 */
active_tandems: number, 
/**
 * Active tandems without a meeting for 30 days.
 */
quiet_tandems: number, 
/**
 * Which report is next, in words.
 */
report_hint: string, 
/**
 * Its quarter, «2024-Q4».
 */
report_period: string, 
/**
 * Which stage of the monitoring is next and what it waits for, in words; empty without stages.
 */
stage_hint: string, };

export type Totals = { 
/**
 * All that are dated or to be dated.
 */
all: number, 
/**
 * Done.
 */
done: number, 
/**
 * Overdue.
 */
overdue: number, 
/**
 * Due soon.
 */
soon: number, 
/**
 * Without a date.
 */
undated: number, };

export type TrialView = { 
/**
 * What the program is doing, a sentence; empty when it has ended.
 */
label: string, 
/**
 * What came of it; none while it is at work.
 */
tried: TryView | null, };

export type TrustCertificatesInput = { 
/**
 * Fingerprints of those shown last.
 */
sha256: Array<string>, };

export type TrustedCertificate = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * Owner's name.
 */
title: string, 
/**
 * Certificate, DER in base64.
 */
certificate: string, 
/**
 * SHA-256, lower hex.
 */
sha256: string, 
/**
 * When it was trusted.
 */
added_on: string, };

export type TryView = { 
/**
 * «Программа подписала пробный файл».
 */
label: string, 
/**
 * Whose certificate, which algorithm, what is in doubt.
 */
lines: Array<string>, };

export type Unclear = { 
/**
 * Terms that allow another reading, the school's own events first.
 */
terms: Array<UnclearTerm>, 
/**
 * Events of the school for which nobody is named.
 */
without_responsible: number, 
/**
 * Irregularities of the municipal text.
 */
notes: Array<Note>, };

export type UnclearTerm = { 
/**
 * The event.
 */
event_id: string, 
/**
 * Code of the event.
 */
code: string, 
/**
 * Title of the event.
 */
title: string, 
/**
 * The words of the plan; may be empty.
 */
raw: string, 
/**
 * The dates it was read as.
 */
reading: string, 
/**
 * Why it is ambiguous and what was assumed; may be empty.
 */
note: string, 
/**
 * The school is not its executor.
 */
informative: boolean, };

export type Unit = "percent" | "count" | "people" | "score" | "mark" | "bool" | "text";

export type ValueSource = "auto" | "manual";

export type VerifyFile = { 
/**
 * By which it is judged and opened.
 */
token: string, 
/**
 * Name of the file.
 */
file: string, };

export type VerifyList = { 
/**
 * Name of the folder, or that the files were chosen.
 */
title: string, 
/**
 * In the order in which they are judged.
 */
files: Array<VerifyFile>, 
/**
 * Files left out because there are too many.
 */
left_out: number, };

export type VerifyOpenInput = { 
/**
 * Token of the row.
 */
token: string, };

export type VerifyRow = { 
/**
 * By which it is opened.
 */
token: string, 
/**
 * Name of the file.
 */
file: string, 
/**
 * The verdict; none when the file cannot be read.
 */
verdict: "valid" | "valid_unknown_signer" | "modified" | "not_signed" | null, 
/**
 * In words.
 */
label: string, 
/**
 * Who signed, in order.
 */
signers: Array<string>, 
/**
 * When the last of them did, by her clock, in words.
 */
signed_at: string | null, 
/**
 * The most important reason.
 */
reason: string, 
/**
 * The signature was taken from the file beside it.
 */
detached: boolean, };

export type VerifyView = { 
/**
 * Name of the file.
 */
file: string, 
/**
 * The verdict.
 */
verdict: "valid" | "valid_unknown_signer" | "modified" | "not_signed", 
/**
 * In words.
 */
label: string, 
/**
 * What was checked and what is wrong.
 */
reasons: Array<string>, 
/**
 * Whose certificate.
 */
signer: CertificateView | null, 
/**
 * When, by the signer's clock, in words.
 */
signed_at: string | null, 
/**
 * The signature holds but the owner is not known: the certificate may be trusted.
 */
can_trust: boolean, 
/**
 * Whose certificate is not known; of several signers the last such one.
 */
unknown: CertificateView | null, 
/**
 * The file in base64, for looking at the pages.
 */
pdf: string | null, 
/**
 * What the attached data says it is, only after a good verdict.
 */
report: string | null, 
/**
 * Every signature in the order of signing.
 */
signatures: Array<SignatureView>, 
/**
 * Saved states of the file, the oldest first.
 */
revisions: Array<RevisionView>, 
/**
 * The signature judged lies beside the file: its name.
 */
detached: string | null, 
/**
 * A signature file with the same name lies beside the PDF and was not looked at yet: its name.
 */
beside: string | null, };

export type VersionCard = { 
/**
 * 0 is what was adopted.
 */
number: number, 
/**
 * «Версия 2 — приказ № 45 от 02.09.2024».
 */
title: string, 
/**
 * The day on which it was fixed.
 */
fixed_on: string, 
/**
 * Number of the order; empty for version 0.
 */
order_no: string, 
/**
 * Date of the order.
 */
order_date: string | null, 
/**
 * Who approved it.
 */
authority: string, 
/**
 * Note, may be empty.
 */
note: string, 
/**
 * SHA-256 of its frozen text, lower hex.
 */
snapshot_sha256: string, 
/**
 * Corrections that went into it.
 */
changes: number, };

export type VersionInput = { 
/**
 * 0 is what was adopted.
 */
number: number, };

export type VersionLine = { 
/**
 * What it is, in words.
 */
kind_label: string, 
/**
 * The row.
 */
line: Line, };

export type VersionView = { 
/**
 * Its card.
 */
card: VersionCard, 
/**
 * Its rows in order: the passport, tasks with their events, indicators with their targets.
 */
lines: Array<VersionLine>, 
/**
 * Corrections that went into it, in order.
 */
changes: Array<ChangeView>, };

export type WayOffer = { 
/**
 * The way.
 */
way: SigningWay, 
/**
 * In words.
 */
label: string, 
/**
 * What it means in law, a sentence.
 */
meaning: string, 
/**
 * It may be chosen now.
 */
ready: boolean, 
/**
 * Why not; empty when ready.
 */
why_not: string, };

export type Week = { 
/**
 * «16–22 декабря».
 */
label: string, 
/**
 * Nearest date first.
 */
items: Array<DueItem>, };

export type YearChoice = { 
/**
 * The year.
 */
year: number, 
/**
 * Documents of it.
 */
count: number, };

export interface Calls {
  "base.status": { req: null; res: Status };
  "base.create": { req: CreateInput; res: RecoveryView };
  "base.demo": { req: DemoInput; res: Status };
  "base.leave_demo": { req: null; res: Status };
  "base.open": { req: PasswordInput; res: Status };
  "base.recover": { req: RecoverInput; res: Status };
  "base.lock": { req: null; res: Status };
  "base.set_password": { req: NewPasswordInput; res: RecoveryView };
  "base.check": { req: null; res: CheckView };
  "base.backup": { req: null; res: BackupView | null };
  "base.restore": { req: RestoreInput; res: Status | null };
  "school.get": { req: null; res: School };
  "school.save": { req: SchoolInput; res: School };
  "school.calendar": { req: null; res: CalendarView };
  "school.save_calendar": { req: CalendarInput; res: CalendarView };
  "school.paper": { req: null; res: PaperView };
  "school.save_paper": { req: PaperInput; res: PaperView };
  "term.read": { req: ReadTermInput; res: TermReading };
  "person.list": { req: null; res: Array<Person> };
  "person.save": { req: PersonInput; res: Person };
  "person.archive": { req: ArchiveInput; res: Person };
  "person.restore": { req: IdInput; res: Person };
  "person.events": { req: IdInput; res: Array<PersonEvent> };
  "programme.list": { req: null; res: Array<ProgrammeCard> };
  "programme.preview_adopt": { req: PreviewAdoptInput; res: ShiftPreview };
  "programme.adopt": { req: AdoptPeriodInput; res: Program };
  "programme.compare": { req: NewerFileInput; res: Comparison };
  "programme.merge": { req: MergeFileInput; res: Merged };
  "program.period_offer": { req: null; res: PeriodOffer };
  "program.shift_preview": { req: NewPeriodInput; res: ShiftPreview };
  "program.shift": { req: ShiftInput; res: Recorded };
  "program.renew_preview": { req: NewPeriodInput; res: RenewPreview };
  "program.renew": { req: RenewInput; res: Program };
  "program.past": { req: null; res: Array<PastProgram> };
  "program.past_view": { req: PastInput; res: PastView };
  "programme.pick_file": { req: null; res: PickedFile | null };
  "programme.import": { req: ImportInput; res: ImportView };
  "programme.export": { req: AdoptInput; res: string | null };
  "authoring.pick_file": { req: null; res: PickedFile | null };
  "authoring.open": { req: OpenInput; res: TableDraftView };
  "authoring.paste": { req: PasteInput; res: TableDraftView };
  "authoring.blank": { req: null; res: TableDraftView };
  "authoring.get": { req: null; res: TableDraftView | null };
  "authoring.map_columns": { req: ColumnsInput; res: TableDraftView };
  "authoring.save_meta": { req: DraftMeta; res: TableDraftView };
  "authoring.save_section": { req: SectionInput; res: TableDraftView };
  "authoring.save_row": { req: RowInput; res: TableDraftView };
  "authoring.save_indicator": { req: DraftIndicatorInput; res: TableDraftView };
  "authoring.confirm_row": { req: IdInput; res: TableDraftView };
  "authoring.confirm_clear_rows": { req: null; res: TableDraftView };
  "authoring.drop_row": { req: IdInput; res: TableDraftView };
  "authoring.restore_row": { req: IdInput; res: TableDraftView };
  "authoring.add_row": { req: AddRowInput; res: TableDraftView };
  "authoring.finish": { req: FinishInput; res: FinishView };
  "authoring.discard": { req: null; res: null };
  "program.get": { req: null; res: ProgramView | null };
  "program.text": { req: null; res: Array<TextChapter> };
  "program.save_passport": { req: PassportInput; res: Recorded };
  "program.save_task": { req: TaskInput; res: Recorded };
  "program.withdraw_task": { req: RowsInput; res: Recorded };
  "program.restore_task": { req: RowsInput; res: Recorded };
  "program.save_event": { req: EventInput; res: Recorded };
  "program.withdraw_event": { req: RowsInput; res: Recorded };
  "program.restore_event": { req: RowsInput; res: Recorded };
  "program.split_event": { req: SplitInput; res: Recorded };
  "program.merge_events": { req: MergeInput; res: Recorded };
  "program.move_event": { req: MoveInput; res: Recorded };
  "program.assign": { req: AssignInput; res: Recorded };
  "program.save_indicator": { req: IndicatorInput; res: Recorded };
  "program.withdraw_indicator": { req: RowsInput; res: Recorded };
  "program.restore_indicator": { req: RowsInput; res: Recorded };
  "program.save_target": { req: TargetInput; res: Recorded };
  "program.changes": { req: ChangesInput; res: Array<ChangeView> };
  "program.approve": { req: ApproveInput; res: VersionCard };
  "program.versions": { req: null; res: Array<VersionCard> };
  "program.version": { req: VersionInput; res: VersionView };
  "program.diff": { req: DiffInput; res: ProgramDiff };
  "roadmap.get": { req: null; res: Roadmap };
  "roadmap.done": { req: DoneInput; res: OccurrenceView };
  "roadmap.set_status": { req: StatusInput; res: OccurrenceView };
  "roadmap.set_term": { req: TermInput; res: OccurrenceView };
  "roadmap.settle_term": { req: SettleTermInput; res: EventView };
  "roadmap.add_occurrence": { req: AddOccurrenceInput; res: OccurrenceView };
  "roadmap.add_evidence": { req: AddEvidenceInput; res: Evidence };
  "roadmap.delete_evidence": { req: IdInput; res: null };
  "roadmap.save_evidence_file": { req: IdInput; res: string | null };
  "roadmap.pick_file": { req: null; res: PickedFile | null };
  "today.get": { req: null; res: Today };
  "indicator.sheet": { req: null; res: IndicatorSheet };
  "indicator.set_fact": { req: FactInput; res: IndicatorCell };
  "indicator.correct_fact": { req: FactInput; res: IndicatorCell };
  "indicator.clear_fact": { req: IdInput; res: null };
  "indicator.override_fact": { req: OverrideInput; res: IndicatorCell };
  "indicator.use_auto": { req: CellInput; res: IndicatorCell };
  "indicator.breakdown": { req: CellInput; res: Breakdown };
  "indicator.read_target": { req: TargetTextInput; res: TargetReading };
  "self_diagnosis.instruments": { req: null; res: Array<InstrumentCard> };
  "self_diagnosis.overview": { req: null; res: Overview };
  "self_diagnosis.start": { req: StartInput; res: ResponseView };
  "self_diagnosis.response": { req: IdInput; res: ResponseView };
  "self_diagnosis.answer": { req: AnswerInput; res: ResponseView };
  "self_diagnosis.save_note": { req: NoteInput; res: ResponseView };
  "self_diagnosis.complete": { req: IdInput; res: ResponseView };
  "self_diagnosis.discard": { req: IdInput; res: null };
  "self_diagnosis.close_deficit": { req: CloseDeficitInput; res: Deficit };
  "mentoring.list": { req: null; res: Array<TandemView> };
  "mentoring.candidates": { req: DeficitInput; res: Array<Candidate> };
  "mentoring.suggest_steps": { req: DeficitInput; res: Array<StepDraft> };
  "mentoring.create": { req: TandemInput; res: TandemView };
  "mentoring.save_step": { req: StepInput; res: TandemView };
  "mentoring.delete_step": { req: IdInput; res: null };
  "mentoring.save_meeting": { req: MeetingInput; res: TandemView };
  "mentoring.delete_meeting": { req: IdInput; res: null };
  "mentoring.close": { req: CloseInput; res: TandemView };
  "monitoring.list": { req: null; res: Array<StageView> };
  "monitoring.sheet": { req: IdInput; res: StageSheet };
  "monitoring.plan": { req: PlanInput; res: StageView };
  "monitoring.close": { req: IdInput; res: StageView };
  "monitoring.compare": { req: CompareStagesInput; res: StageComparison };
  "registers.meetings": { req: null; res: Array<Meeting> };
  "registers.save_meeting": { req: GroupMeetingInput; res: Meeting };
  "registers.delete_meeting": { req: IdInput; res: null };
  "registers.iom": { req: null; res: Array<IomView> };
  "registers.save_iom": { req: IomInput; res: IomStep };
  "registers.delete_iom": { req: IdInput; res: null };
  "registers.assessments": { req: null; res: Array<Assessment> };
  "registers.save_assessment": { req: AssessmentInput; res: Assessment };
  "registers.delete_assessment": { req: IdInput; res: null };
  "report.overview": { req: null; res: ReportOverview };
  "report.draft": { req: PeriodInput; res: DraftView };
  "report.save_draft": { req: DraftInput; res: DraftView };
  "report.difference": { req: PeriodInput; res: Since | null };
  "report.preview": { req: PeriodInput; res: PdfView };
  "documents.list": { req: null; res: DocumentsView };
  "documents.preview": { req: DocumentInput; res: PdfView };
  "documents.export": { req: DocumentExportInput; res: ExportView | null };
  "evidence.list": { req: EvidenceListInput; res: EvidenceListView };
  "identity.get": { req: null; res: CertificateView | null };
  "identity.create": { req: null; res: CertificateView };
  "identity.create_key_file": { req: KeyFileInput; res: KeyFileView | null };
  "identity.export": { req: IdInput | null; res: string | null };
  "identity.export_cer": { req: IdInput | null; res: string | null };
  "identity.list": { req: null; res: Array<CertificateCard> };
  "identity.renew": { req: null; res: CertificateView };
  "identity.pins": { req: null; res: PinsView };
  "identity.set_pin": { req: PinInput; res: PinsView };
  "identity.drop_pin": { req: PinRoleInput; res: PinsView };
  "identity.settings": { req: null; res: SettingsView };
  "identity.save_settings": { req: SettingsInput; res: SettingsView };
  "identity.try_command": { req: SettingsInput; res: TrialView };
  "identity.trial_state": { req: null; res: TrialView };
  "issue.offer": { req: DocumentInput; res: IssueOffer };
  "issue.pick_key": { req: null; res: PickedKey | null };
  "issue.pick_certificate": { req: null; res: PickedKey | null };
  "issue.sign": { req: IssueInput; res: IssueOutcome };
  "issue.pending": { req: null; res: Array<PendingView> };
  "issue.write_request": { req: IdInput; res: RequestView | null };
  "issue.read_answer": { req: IdInput; res: IssueOutcome | null };
  "issue.run_command": { req: IdInput; res: CommandView };
  "issue.command_state": { req: IdInput; res: CommandView };
  "issue.stop_command": { req: null; res: null };
  "issue.cancel": { req: IdInput; res: null };
  "journal.list": { req: JournalInput; res: JournalView };
  "journal.pdf": { req: IdInput; res: PdfView };
  "journal.pick_medium": { req: null; res: Medium | null };
  "journal.export": { req: JournalExportInput; res: PackageView | null };
  "journal.record_dispatch": { req: DispatchInput; res: JournalEntry };
  "journal.save_dispatch": { req: SaveDispatchInput; res: JournalEntry };
  "journal.delete_dispatch": { req: IdInput; res: JournalEntry };
  "journal.sign_detached": { req: IdInput; res: JournalEntry };
  "journal.read_detached": { req: IdInput; res: AnswerView | null };
  "journal.write_stamp_request": { req: StampInput; res: string | null };
  "journal.read_stamp": { req: StampInput; res: AnswerView | null };
  "journal.attach_scan": { req: IdInput; res: JournalEntry | null };
  "journal.file": { req: IdInput; res: string | null };
  "journal.delete_file": { req: IdInput; res: JournalEntry };
  "verify.import_crl": { req: null; res: Array<CrlView> };
  "verify.crls": { req: null; res: Array<CrlView> };
  "verify.drop_crl": { req: IdInput; res: null };
  "verify.pick": { req: null; res: VerifyView | null };
  "verify.pick_files": { req: null; res: VerifyList | null };
  "verify.folder": { req: null; res: VerifyList | null };
  "verify.row": { req: VerifyOpenInput; res: VerifyRow };
  "verify.open": { req: VerifyOpenInput; res: VerifyView };
  "verify.beside": { req: null; res: VerifyView };
  "verify.pick_signature": { req: null; res: VerifyView | null };
  "verify.revision": { req: RevisionInput; res: PdfView };
  "verify.look_certificates": { req: null; res: CertificateOffers | null };
  "verify.trust_certificates": { req: TrustCertificatesInput; res: Array<TrustedCertificate> };
  "verify.trusted": { req: null; res: Array<TrustedCertificate> };
  "verify.trust": { req: null; res: VerifyView };
  "verify.distrust": { req: IdInput; res: null };
  "history.list": { req: HistoryInput; res: HistoryView };
  "history.undo": { req: null; res: HistoryView };
  "history.redo": { req: null; res: HistoryView };
}

/** Words of enumerations, said once in Rust. */
export const words = {
  schoolStatus: {
    shnor: "ШНОР",
    shnro: "ШНРО",
    shnsu: "ШНСУ",
    project500: "Проект «500+»",
    risk_zone: "Зона риска",
    none: "Без статуса",
  },
  subject: {
    russian: "Русский язык",
    literature: "Литература",
    math: "Математика",
    informatics: "Информатика",
    physics: "Физика",
    chemistry: "Химия",
    biology: "Биология",
    geography: "География",
    history: "История",
    social: "Обществознание",
    english: "Английский язык",
    german: "Немецкий язык",
    primary: "Начальные классы",
    technology: "Труд (технология)",
    art: "Изобразительное искусство",
    music: "Музыка",
    sport: "Физическая культура",
    safety: "ОБЗР",
    other: "Другое",
  },
  category: {
    highest: "Высшая",
    first: "Первая",
    compliance: "Соответствие должности",
    mentor: "Педагог-наставник",
    methodist: "Педагог-методист",
    none: "Без категории",
  },
  evidenceKind: {
    order: "Приказ",
    protocol: "Протокол",
    note: "Справка",
    plan: "План",
    report: "Отчёт",
    certificate: "Удостоверение",
    list: "Лист регистрации",
    photo: "Фотоматериал",
    link: "Ссылка на сайт",
    other: "Другой документ",
  },
  occurrenceStatus: {
    planned: "Запланировано",
    in_progress: "В работе",
    done: "Исполнено",
    partial: "Исполнено частично",
    postponed: "Перенесено",
    cancelled: "Отменено",
    not_applicable: "Не относится к школе",
  },
  occurrenceState: {
    overdue: "Просрочено",
    soon: "Скоро срок",
    running: "Идёт",
    planned: "Запланировано",
    in_progress: "В работе",
    partial: "Исполнено частично",
    done: "Исполнено",
    postponed: "Перенесено",
    cancelled: "Отменено",
    not_applicable: "Не относится к школе",
    continuous: "Исполняется постоянно",
    before_act: "До утверждения",
    undated: "Срок не задан",
  },
  programStatus: {
    draft: "Проект",
    approved: "Утверждена",
    amended: "Утверждена, есть неутверждённые изменения",
  },
  origin: {
    template: "Из муниципальной программы",
    own: "Добавлено школой",
  },
  subjectKind: {
    program: "Паспорт программы",
    task: "Задача",
    event: "Мероприятие",
    indicator: "Показатель",
    target: "Целевое значение",
  },
  changeAction: {
    added: "Добавлено",
    edited: "Изменено",
    term_set: "Изменён срок",
    assigned: "Назначен ответственный",
    moved: "Перемещено",
    split: "Разделено",
    merged: "Объединено",
    withdrawn: "Исключено",
    restored: "Возвращено в план",
    target_changed: "Изменено целевое значение",
  },
  tandemScope: {
    internal: "внутришкольный",
    network: "сетевой",
  },
  tandemStatus: {
    active: "Действует",
    completed: "Завершён",
    stopped: "Прекращён",
  },
  closeReason: {
    goal_reached: "цель достигнута",
    term_ended: "истёк срок",
    not_needed: "нет необходимости",
    own_wish: "по желанию участника",
    dismissal: "увольнение участника",
    other: "другая причина",
  },
  iomForm: {
    course: "Курсы повышения квалификации",
    self_study: "Самообразование",
    open_lesson: "Открытый урок",
    seminar: "Семинар, ШМО",
    mentoring: "Работа с наставником",
  },
  assessmentKind: {
    vpr: "ВПР",
    oge: "ОГЭ",
    ege_base: "ЕГЭ (база)",
    ege_profile: "ЕГЭ (профиль)",
    ege: "ЕГЭ",
    kdr: "КДР",
    district_kim: "Районные КИМ",
    quarter_marks: "Четвертные отметки",
    internal: "Внутренняя работа",
  },
  indicatorState: {
    achieved: "достигнут",
    not_achieved: "не достигнут",
    on_track: "наблюдение",
    no_data: "нет данных",
    not_due: "срок не наступил",
  },
  valueSource: {
    auto: "авто",
    manual: "внесено вручную",
  },
  rowState: {
    clear: "прочитано",
    unclear: "требует уточнения",
    confirmed: "подтверждено",
    dropped: "не войдёт",
  },
  sheetKind: {
    events: "Мероприятия",
    indicators: "Показатели",
    other: "Не читать",
  },
  columnField: {
    code: "№",
    section: "Раздел (направление, задача)",
    title: "Мероприятие или показатель",
    result: "Результат",
    term: "Срок",
    responsible: "Ответственный",
    evidence: "Подтверждающий документ",
    unit: "Единица измерения",
    target: "Целевое значение",
    ignore: "Не читать",
  },
  programmeOrigin: {
    shipped: "В составе «Опоры»",
    own: "Составлена в этой программе",
    imported: "Добавлена из файла",
  },
  eventLevel: {
    school: "Школа",
    municipal: "Муниципалитет",
    joint: "Школа и муниципалитет",
    partner: "Партнёр",
    unassigned: "Ответственный не назван",
  },
  projection: {
    municipal_only: "Только муниципалитет",
    flag: "Да/нет по школе",
    dynamics: "Положительная динамика школы",
    teachers: "Доля педагогов",
    pupils: "Доля обучающихся",
    parents: "Доля родителей",
    count: "Количество",
  },
  unit: {
    percent: "%",
    count: "ед.",
    people: "чел.",
    score: "балл",
    mark: "отметка",
    bool: "да/нет",
    text: "текст",
  },
  eventScope: {
    all: "Все мероприятия",
    school: "Только мероприятия школы",
  },
  channel: {
    folder: "В папку",
    stick: "На флешке",
    email: "Электронной почтой",
    portal: "Через портал или личный кабинет",
    edo: "Через систему электронного документооборота",
    paper: "На бумаге",
  },
} as const;
