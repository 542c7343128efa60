//! Target texts are read exactly or kept raw.

use opora_domain::target::{Cmp, Target, Unit, parse, parse_by_year, parse_titled};

use crate::common;

/// The formal reading in short: «gte 70 percent», «between 60–75 percent», «track».
fn brief(target: &Target) -> String {
    let cmp = serde_json::to_value(target.cmp).unwrap();
    let unit = serde_json::to_value(target.unit).unwrap();
    let mut words = vec![cmp.as_str().unwrap().to_owned()];
    words.extend(target.value.map(|value| value.to_string()));
    words.extend(target.min.zip(target.max).map(|(min, max)| format!("{min}–{max}")));
    words.extend(target.plus.map(|plus| format!("+{plus}")));
    if target.hundredths {
        words.push("hundredths".into());
    }
    if !matches!(target.cmp, Cmp::Track | Cmp::IsTrue | Cmp::Increase | Cmp::Decrease | Cmp::Baseline) {
        words.push(unit.as_str().unwrap().to_owned());
    }
    words.extend(
        target.baseline.map(|base| format!("from {}", serde_json::to_value(base).unwrap().as_str().unwrap())),
    );
    words.extend(target.level_at_least.as_ref().map(|level| format!("level {level}")));
    if target.ambiguous {
        words.push("?".into());
    }
    words.join(" ")
}

#[test]
fn texts_are_read_by_their_words() {
    let percent = [
        ("не менее 80%", "gte 80 percent"),
        ("Не менее 40 %", "gte 40 percent"),
        ("не ниже 70", "gte 70 percent"),
        ("не менее чем 70 процентов", "gte 70 percent"),
        ("не менее чем у 70 % педагогов", "gte 70 percent"),
        ("не меньше, чем 65%", "gte 65 percent"),
        ("≥ 70", "gte 70 percent"),
        (">=70%", "gte 70 percent"),
        ("> 70 %", "gte 70 percent ?"),
        ("более 50 %", "gte 50 percent ?"),
        ("не более 10", "lte 10 percent"),
        ("не более чем у 10 % обучающихся", "lte 10 percent"),
        ("не выше 5%", "lte 5 percent"),
        ("не превышает 5 %", "lte 5 percent"),
        ("до 5 %", "lte 5 percent"),
        ("≤5%", "lte 5 percent"),
        ("менее 5 %", "lte 5 percent ?"),
        ("100%", "gte 100 percent"),
        ("100 %", "gte 100 percent"),
        ("25%", "gte 25 percent"),
        ("70", "gte 70 percent"),
        ("от 60 до 75 %", "between 60–75 percent"),
        ("60-75%", "between 60–75 percent"),
        ("80- 100%", "between 80–100 percent"),
        ("60 % – 75 %", "between 60–75 percent"),
        ("75-60%", "track ?"),
        ("72,5 %", "gte 7250 hundredths percent"),
        ("не менее 98.5%", "gte 9850 hundredths percent"),
        ("от 60,5 до 75 %", "between 6050–7500 hundredths percent"),
        ("99,999 %", "track ?"),
        ("0%", "between 0–0 percent"),
        ("Не ниже среднего 50%", "gte 50 percent level medium"),
        ("не ниже среднего уровня – 70 %", "gte 70 percent level medium"),
        ("не ниже среднего", "track ?"),
        ("выше среднего по району", "track ?"),
        ("не ниже среднего по району", "track ?"),
        ("на уровне среднекраевого показателя", "track ?"),
        ("не ниже среднерайонного 50%", "track ?"),
        ("рост", "increase"),
        ("Рост доли", "increase"),
        ("положительная динамика", "increase"),
        ("Повышения уровня", "increase"),
        ("сокращение доли", "decrease"),
        ("снижение", "decrease"),
        ("недопущение снижения", "track ?"),
        ("отсутствие роста", "track ?"),
        ("увеличение на 5%", "increase_abs_gte 5 percent from initial ?"),
        ("рост на 10 п.п.", "increase_abs_gte 10 percent from initial"),
        ("рост на 10 процентных пунктов к прошлому году", "increase_abs_gte 10 percent from previous"),
        ("снижение не менее чем на 2,5 п. п.", "decrease_abs_gte 250 hundredths percent from initial"),
        ("рост до 70 %", "gte 70 percent"),
        ("снижение до 10 %", "lte 10 percent"),
        ("рост с 60 до 75 %", "gte 75 percent"),
        ("снижение с 20 % до 10 %", "lte 10 percent"),
        ("рост 10%", "track ?"),
        ("не ниже прошлого года", "increase_abs_gte 0 percent from previous"),
        ("не выше уровня предыдущего года", "decrease_abs_gte 0 percent from previous"),
        ("доля педагогов", "track"),
        ("Доля ОУ", "track"),
        ("согласно муниципальному заданию", "track ?"),
        ("около 50 %", "track ?"),
        ("~50%", "track ?"),
        ("120 %", "track ?"),
        ("50/60/70", "track ?"),
        ("2022 – 25% 2023 – 27%", "track ?"),
        ("к 2025 году не менее 80 %", "gte 80 percent"),
        ("не менее 80 % к 2025 г.", "gte 80 percent"),
        ("не менее 80% на 31.12.2025", "gte 80 percent"),
        ("в 2025 году – 80 %", "gte 80 percent"),
        ("100% (10 педагогов)", "gte 100 percent ?"),
        ("нe мeнee 70%", "gte 70 percent"),
        ("НЕ МЕНЕЕ 70%.", "gte 70 percent"),
        ("не менее 3 чел.", "gte 3 people"),
        ("в 2 раза больше", "increase_rel_gte 100 percent from initial"),
        ("увеличение в 1,5 раза", "increase_rel_gte 50 percent from initial"),
        ("снижение вдвое", "decrease_rel_gte 50 percent from initial"),
        ("снижение в 3 раза", "track ?"),
        ("2 раза в год", "track ?"),
        ("не реже 1 раза в квартал", "track ?"),
        ("99999999999 %", "track ?"),
        ("99999999999999999999999", "track ?"),
        ("", "track"),
        ("-", "track"),
        ("—", "track"),
    ];
    for (raw, reading) in percent {
        assert_eq!(brief(&parse(raw, Unit::Percent)), reading, "{raw}");
    }
}

#[test]
fn numbers_and_answers_are_read_too() {
    let table = [
        ("да", Unit::Bool, "is_true"),
        ("Да/нет", Unit::Bool, "is_true"),
        ("наличие", Unit::Percent, "is_true"),
        ("имеется", Unit::Count, "is_true"),
        ("приказ", Unit::Text, "is_true"),
        ("Приказ утверждён", Unit::Text, "is_true"),
        ("разработано положение", Unit::Bool, "is_true"),
        ("организация деятельности", Unit::Bool, "is_true"),
        ("общественное признание", Unit::Bool, "is_true"),
        ("+", Unit::Bool, "is_true"),
        ("нет", Unit::Bool, "track"),
        ("не имеется", Unit::Bool, "track ?"),
        ("5 ед.", Unit::Count, "gte 5 count"),
        ("не менее 3 пакетов материалов", Unit::Count, "gte 3 count"),
        ("не менее трёх мероприятий", Unit::Count, "gte 3 count"),
        ("не менее 3-х встреч", Unit::Count, "gte 3 count"),
        ("более 3", Unit::Count, "gte 4 count"),
        ("менее 3 чел.", Unit::People, "lte 2 people"),
        ("10 педагогов", Unit::People, "gte 10 people"),
        ("50%", Unit::Count, "gte 50 percent"),
        ("снижение до 3 чел.", Unit::People, "lte 3 people"),
        ("снижение на 3 человека", Unit::People, "decrease_abs_gte 3 people from initial"),
        ("увеличение на 5%", Unit::Count, "increase_rel_gte 5 percent from initial"),
        ("3,5 балла", Unit::Score, "gte 350 score"),
        ("не ниже 3,5", Unit::Mark, "gte 350 mark"),
        ("от 3 до 4", Unit::Mark, "between 300–400 mark"),
        ("4", Unit::Mark, "gte 400 mark"),
        ("+2", Unit::Count, "increase_abs_gte 2 count from initial"),
        ("+ 4", Unit::Count, "increase_abs_gte 4 count from initial"),
        ("+2 к плану", Unit::Count, "gte +2 count from school_plan"),
        ("кол-во мероприятий, согласно плану работы школы", Unit::Count, "baseline from school_plan"),
        ("кол-во мероприятий, согласно плану работы школы+2", Unit::Count, "gte +2 count from school_plan"),
        ("фактические", Unit::Percent, "baseline from actual"),
        ("Данные стартовой диагностики", Unit::Count, "baseline from start_diagnostics"),
        ("исходные данные", Unit::Count, "baseline from initial"),
        ("0", Unit::Count, "track ?"),
        ("3 мероприятия в год", Unit::Count, "gte 3 count ?"),
        ("не менее 2 на одного педагога", Unit::Count, "track ?"),
    ];
    for (raw, unit, reading) in table {
        assert_eq!(brief(&parse(raw, unit)), reading, "{raw}");
    }
}

#[test]
fn the_title_tells_which_way_is_meant() {
    let fall = "Снижение количества педагогов с высоким риском выгорания";
    let table = [
        (
            "Не менее 30% от данных стартовой диагностики",
            Unit::Count,
            fall,
            "decrease_rel_gte 30 percent from start_diagnostics",
        ),
        ("Не менее 30% от данных стартовой диагностики", Unit::Count, "", "track ?"),
        ("не более 10%", Unit::Percent, "Снижение доли неуспевающих", "lte 10 percent"),
        ("10%", Unit::Percent, "Снижение доли неуспевающих", "lte 10 percent ?"),
        ("0", Unit::Count, "Сокращение числа нарушений", "lte 0 count"),
        ("на 3", Unit::Count, "Увеличение числа мероприятий", "increase_abs_gte 3 count from initial"),
        ("на 3", Unit::Count, "Число мероприятий", "track ?"),
        (
            "в 2 раза",
            Unit::Count,
            "Увеличение числа мероприятий",
            "increase_rel_gte 100 percent from initial",
        ),
    ];
    for (raw, unit, title, reading) in table {
        assert_eq!(brief(&parse_titled(raw, unit, title)), reading, "{raw} / {title}");
    }
}

#[test]
fn each_year_has_its_target() {
    let table: [(&str, &[(i32, &str)]); 11] = [
        ("2022 – 25% 2023 – 27%", &[(2022, "gte 25 percent"), (2023, "gte 27 percent")]),
        (
            "2022 –не менее 50% 2023 –не менее 60% 2024 – не менее 70%",
            &[(2022, "gte 50 percent"), (2023, "gte 60 percent"), (2024, "gte 70 percent")],
        ),
        ("2022 год: 40 %; 2023 год: 50 %", &[(2022, "gte 40 percent"), (2023, "gte 50 percent")]),
        ("2022г.-да, 2023г.-да", &[(2022, "is_true"), (2023, "is_true")]),
        ("не менее: 2024 – 50 %, 2025 – 60 %", &[(2024, "gte 50 percent"), (2025, "gte 60 percent")]),
        ("50% в 2024 году, 60% в 2025 году", &[(2024, "gte 50 percent"), (2025, "gte 60 percent")]),
        ("2024-2026 – 70 %", &[(2024, "gte 70 percent"), (2025, "gte 70 percent"), (2026, "gte 70 percent")]),
        (
            "2024 – 20-30 %, 2025 – 40-80 %",
            &[(2024, "between 20–30 percent"), (2025, "between 40–80 percent")],
        ),
        ("2024/2025 – 50 %", &[]),
        ("не менее 80 %", &[]),
        ("", &[]),
    ];
    for (raw, targets) in table {
        let read = parse_by_year(raw, Unit::Percent);
        let read: Vec<(i32, String)> = read.iter().map(|(year, target)| (*year, brief(target))).collect();
        let wanted: Vec<(i32, String)> =
            targets.iter().map(|(year, text)| (*year, (*text).to_owned())).collect();
        assert_eq!(read, wanted, "{raw}");
    }
}

#[test]
fn the_words_of_the_programme_are_kept() {
    for raw in ["не менее 80%", "нечто совсем другое", "", "0"] {
        assert_eq!(parse(raw, Unit::Percent).raw, raw);
    }
}

/// «100 %» and a range from 100 to 100 ask the same of every fact.
fn asks(target: &Target) -> String {
    let same = target.cmp == Cmp::Between && target.min == target.max && target.min != Some(0);
    let plain = if same {
        Target { cmp: Cmp::Gte, value: target.min, min: None, max: None, ..target.clone() }
    } else {
        target.clone()
    };
    brief(&Target { unit: if plain.cmp == Cmp::IsTrue { Unit::Bool } else { plain.unit }, ..plain })
}

#[test]
fn the_five_programmes_are_read_as_their_files_say() {
    let mut read = 0;
    for programme in common::PROGRAMMES.map(|(id, _)| common::programme(id)) {
        for indicator in &programme.indicators {
            for (stage, target) in &indicator.targets {
                let own = parse_titled(&target.raw, indicator.unit, &indicator.title);
                assert_eq!(
                    asks(&own),
                    asks(target),
                    "{} {} {stage}: {}",
                    programme.id,
                    indicator.code,
                    target.raw
                );
                read += 1;
            }
        }
        for result in &programme.measured_results {
            let own = parse_titled(&result.target.raw, result.target.unit, &result.title);
            assert_eq!(asks(&own), asks(&result.target), "{} {}", programme.id, result.code);
            read += 1;
        }
    }
    assert_eq!(read, 41 + 24 + 39 + 28 + 8);
}
