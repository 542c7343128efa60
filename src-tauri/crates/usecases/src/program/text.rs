use opora_domain::programme::{Programme, Section, SectionItem, Stage};

use super::{TextChapter, TextItem};
use crate::programme::adopted_file;
use crate::{App, Result, current};

/// What the municipal text says beside the plan and the indicators, in its order; empty before the adoption and when
/// the text has nothing else.
pub fn text(app: &mut App, _: ()) -> Result<Vec<TextChapter>> {
    let Some(program) = current::program(app.read()?)? else { return Ok(Vec::new()) };
    Ok(adopted_file(app, &program)?.map(|programme| chapters(&programme)).unwrap_or_default())
}

fn chapters(programme: &Programme) -> Vec<TextChapter> {
    let sections = programme.sections.iter().map(|section| of_section(section, &programme.stages));
    let criteria = programme.criteria.iter().map(|list| chapter(&list.title, list.items.iter().map(words)));
    let results = programme
        .expected_results
        .iter()
        .map(|result| TextItem { parts: result.parts.clone(), ..words(&result.text) });
    let effects = programme.effects.iter().map(|effect| titled(&effect.result, &effect.effect));
    let risks = programme.risks.iter().map(|risk| titled(&risk.text, &risk.mitigation));
    let mut chapters: Vec<_> = sections.chain(criteria).collect();
    chapters.extend([
        chapter("Правила отнесения школ", programme.rules.iter().map(|rule| words(&rule.text))),
        chapter("Факторы риска", programme.risk_factors.iter().map(words)),
        chapter("Риски и меры по их снижению", risks),
        chapter("Ожидаемые результаты", results),
        chapter("Результаты и эффекты", effects),
    ]);
    chapters.retain(|chapter| !chapter.items.is_empty() || !chapter.intro.is_empty());
    chapters
}

/// Words by stage become columns in the order of the stages.
fn of_section(section: &Section, stages: &[Stage]) -> TextChapter {
    let named = |stage: &&Stage| section.items.iter().any(|item| item.by_stage.contains_key(&stage.code));
    let columns: Vec<&Stage> = stages.iter().filter(named).collect();
    let item = |item: &SectionItem| TextItem {
        code: item.code.clone(),
        title: item.title.clone(),
        text: item.text.clone(),
        parts: item.parts.clone(),
        by_column: cells(item, &columns),
    };
    TextChapter {
        title: section.title.clone(),
        intro: section.intro.clone(),
        columns: columns.iter().map(|stage| stage.title.clone()).collect(),
        items: section.items.iter().map(item).collect(),
    }
}

fn cells(item: &SectionItem, columns: &[&Stage]) -> Vec<String> {
    columns.iter().map(|stage| item.by_stage.get(&stage.code).cloned().unwrap_or_default()).collect()
}

fn chapter(title: &str, items: impl Iterator<Item = TextItem>) -> TextChapter {
    TextChapter { title: title.to_owned(), items: items.collect(), ..TextChapter::default() }
}

fn words(text: impl AsRef<str>) -> TextItem {
    TextItem { text: text.as_ref().to_owned(), ..TextItem::default() }
}

fn titled(title: &str, text: &str) -> TextItem {
    TextItem { title: title.to_owned(), ..words(text) }
}
