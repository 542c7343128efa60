use opora_domain::person::Person;
use opora_domain::registers::IomStep;
use opora_domain::self_diagnosis::Deficit;
use opora_domain::words::Words;

use super::IomView;
use crate::{App, Result};

/// Steps of routes, newest first.
pub fn iom(app: &mut App, _: ()) -> Result<Vec<IomView>> {
    let read = app.read()?;
    let (people, deficits): (Vec<Person>, Vec<Deficit>) = (read.all()?, read.all()?);
    let mut steps: Vec<IomStep> = read.all()?;
    steps.sort_by_key(|step| std::cmp::Reverse((step.started_on, step.id.clone())));
    let view = |step: IomStep| {
        let person = people.iter().find(|person| person.id == step.person_id);
        let deficit = deficits.iter().find(|deficit| Some(&deficit.id) == step.deficit_id.as_ref());
        IomView {
            fio: person.map(|person| person.fio.clone()).unwrap_or_default(),
            form_label: step.form.label().into(),
            topic: deficit.map(|deficit| deficit.topic.clone()).unwrap_or_default(),
            step,
        }
    };
    Ok(steps.into_iter().map(view).collect())
}
