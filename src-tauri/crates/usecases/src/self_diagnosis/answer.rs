use opora_domain::instrument::Answers;

use super::{AnswerInput, ResponseView, records};
use crate::{App, Problems, Result, ops};

/// Saves one answer of a draft.
///
/// # Errors
/// `Frozen` when the questionnaire is finished, `Invalid` when it has no such item or answer.
pub fn answer(app: &mut App, input: AnswerInput) -> Result<ResponseView> {
    let (mut response, instrument) = records::draft(app, &input.id)?;
    let given = Answers::from([(input.item.clone(), input.value)]);
    let known = instrument.item(&input.item).is_some();
    let fits = instrument.check_answers(&given).is_empty();
    Problems::default()
        .check(!known, "item", "Такого вопроса в опроснике нет.")
        .check(known && !fits, "value", "Такого ответа в опроснике нет.")
        .finish()?;
    response.answers.insert(input.item, input.value);
    app.transact(ops::ANSWER, |tx| Ok(tx.update(&response)?))?;
    records::view(app, response)
}
