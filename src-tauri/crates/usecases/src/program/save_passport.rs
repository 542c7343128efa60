use super::book::may_answer;
use super::revise::revise;
use super::{PassportInput, Recorded, fields};
use crate::{App, Result, ops};

/// Changes the title, the goal and the person responsible for the programme.
///
/// # Errors
/// `Invalid` when the title is empty or the person does not work at the school.
pub fn save_passport(app: &mut App, input: PassportInput) -> Result<Recorded> {
    revise(app, ops::SAVE_PASSPORT, &input.correction, |draft| {
        let person = input.responsible_person_id.as_ref();
        let same = draft.before.program.responsible_person_id.as_ref() == person;
        let away = !same && !may_answer(&draft.before, person, draft.app.today());
        let program = &mut draft.after.program;
        program.title = fields::tidy(&input.title);
        input.goal.trim().clone_into(&mut program.goal);
        program.responsible_person_id.clone_from(&input.responsible_person_id);
        draft.problems.check(input.title.trim().is_empty(), "title", "Укажите название программы.").check(
            away,
            "responsible_person_id",
            "Этого человека нет среди работающих в школе.",
        );
        Ok(())
    })
}
