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

export type AdoptInput = { 
/**
 * Id of the file.
 */
id: string, };

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
good: number, };

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
good: number, };

export type AssessmentKind = "vpr" | "oge" | "ege_base" | "ege_profile" | "ege" | "kdr" | "district_kim" | "quarter_marks" | "internal";

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

export type BaseState = "no_base" | "locked" | "open";

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

export type Code = "no_base" | "locked" | "wrong_secret" | "in_use" | "newer_base" | "damaged" | "no_space" | "read_only" | "invalid" | "not_found" | "frozen" | "refused" | "unknown_call" | "internal";

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
 * Rows of the plan.
 */
events: number, 
/**
 * Rows that are executed.
 */
leaf_events: number, 
/**
 * Rows that name the school as responsible or co-responsible.
 */
school_events: number, 
/**
 * Formal indicators.
 */
indicators: number, 
/**
 * Measurable results that stand in the plan.
 */
measured_results: number, 
/**
 * Targets of indicators and of measurable results.
 */
target_cells: number, 
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
 * Expected results.
 */
expected_results: number, 
/**
 * Criteria in all lists.
 */
criteria: number, 
/**
 * Risks with mitigation.
 */
risks: number, 
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
 * «прошли 3 из 8 педагогов, цель 2024 — 70 %, нужно ещё 3».
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
 * Day of the export.
 */
date: string, 
/**
 * Name of the file written.
 */
file_name: string, 
/**
 * SHA-256 read back from the medium, lower hex.
 */
sha256: string, };

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

export type DraftInput = { 
/**
 * «2024-Q4».
 */
period: string, 
/**
 * Empty = as drafted from the data.
 */
conclusions: string, 
/**
 * May be empty.
 */
requests: string, };

export type DraftView = { 
/**
 * «2024-Q4».
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
 * State.
 */
state: OccurrenceState, };

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
 * Order.
 */
sort: number, };

export type EventLevel = "school" | "municipal" | "joint" | "partner" | "unassigned";

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

export type EvidenceKind = "order" | "protocol" | "note" | "plan" | "report" | "certificate" | "list" | "photo" | "link" | "other";

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
 * What was decided.
 */
decisions: string, };

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
 * A measurable result of an event rather than an indicator of the programme (Енисейск).
 */
measured_result: boolean, 
/**
 * Order.
 */
sort: number, };

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
 * One per stage, in order.
 */
cells: Array<IndicatorCell>, };

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
 * «2024-Q4».
 */
period: string, 
/**
 * Outgoing number.
 */
number: string, };

export type IssuedReport = { 
/**
 * UUIDv7.
 */
id: string, 
/**
 * The quarter, «2024-Q4».
 */
period: string, 
/**
 * Outgoing number.
 */
number: string, 
/**
 * Moment of signing.
 */
issued_at: string, 
/**
 * Full name of the signer.
 */
signer: string, 
/**
 * SHA-256 of the signer's certificate, lower hex.
 */
certificate_sha256: string, 
/**
 * The signed PDF. Json column.
 */
file: FileRef, 
/**
 * Pages.
 */
pages: number, 
/**
 * The earlier report that this one replaces.
 */
supersedes: string | null, };

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

export type Level = { 
/**
 * From this index, in percent.
 */
from: number, 
/**
 * Its name.
 */
label: string, };

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
 * What was decided, may be empty.
 */
decisions: string, };

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

export type NewPasswordInput = { 
/**
 * Empty = remove the password.
 */
password: string | null, };

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
 * Its dates are the user's to give.
 */
takes_term: boolean, 
/**
 * Documents.
 */
evidence: Array<Evidence>, };

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

export type PasswordInput = { 
/**
 * As typed.
 */
password: string, };

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

export type PeriodInput = { 
/**
 * «2024-Q4».
 */
period: string, };

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
notes: Array<Note>, };

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
notes: number, };

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
due: string, };

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

export type ReportOverview = { 
/**
 * Quarters of the programme up to now, newest first.
 */
quarters: Array<QuarterCard>, 
/**
 * The quarter to report on next.
 */
current: string, 
/**
 * Issued reports, newest first.
 */
journal: Array<ReportView>, };

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
 * Calendar years.
 */
years: Array<number>, 
/**
 * Codes of monitoring stages, one for each year; empty when the term names no stages.
 */
stages: Array<string>, 
/**
 * The months or years are not in the text; they were taken from its other part.
 */
assumed: boolean, } | { "kind": "every", 
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
last_days: number | null, } | { "kind": "continuous", 
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
condition: string, } | { "kind": "unspecified" };

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

export type StageKind = "initial" | "baseline" | "start" | "interim" | "final" | "year" | "quarter" | "school_quarter";

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
municipal: boolean, };

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

export type StartInput = { 
/**
 * The teacher.
 */
person_id: string, 
/**
 * Code of the questionnaire.
 */
instrument: string, };

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
sort: number, };

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
 * Occurrences done.
 */
done: number, 
/**
 * Occurrences that must be done by some date.
 */
of: number, };

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

export type TimeUnit = "month" | "quarter" | "school_quarter" | "year" | "school_year";

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
 * Due within two weeks.
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
report_period: string, };

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

export type Unit = "percent" | "count" | "people" | "score" | "mark" | "bool" | "text";

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
 * The file in base64, for looking at the pages.
 */
pdf: string | null, 
/**
 * What the attached data says it is, only after a good verdict.
 */
report: string | null, };

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
  "person.list": { req: null; res: Array<Person> };
  "person.save": { req: PersonInput; res: Person };
  "person.archive": { req: ArchiveInput; res: Person };
  "person.restore": { req: IdInput; res: Person };
  "programme.list": { req: null; res: Array<ProgrammeCard> };
  "programme.adopt": { req: AdoptInput; res: Program };
  "roadmap.get": { req: null; res: Roadmap };
  "roadmap.done": { req: DoneInput; res: OccurrenceView };
  "roadmap.set_status": { req: StatusInput; res: OccurrenceView };
  "roadmap.set_term": { req: TermInput; res: OccurrenceView };
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
  "report.preview": { req: PeriodInput; res: PdfView };
  "report.issue": { req: IssueInput; res: ReportView };
  "report.pdf": { req: IdInput; res: PdfView };
  "report.export": { req: IdInput; res: ExportView | null };
  "identity.get": { req: null; res: CertificateView | null };
  "identity.create": { req: null; res: CertificateView };
  "identity.export": { req: null; res: string | null };
  "verify.pick": { req: null; res: VerifyView | null };
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
} as const;
