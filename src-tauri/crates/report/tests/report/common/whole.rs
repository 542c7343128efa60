//! A document with every block there is.

use chrono::{DateTime, NaiveDate};
use opora_report::document::{
    Approval, Attachment, Bar, BarChart, Block, Chart, Column, Document, Figure, Image, Item, Kind,
    LineChart, List, Mark, Metadata, Orientation, ParagraphStyle, Profile, Requisites, Row, Run, Series,
    Signature, SignatureMark, SimpleMark, StackedBar, StackedChart, Stamp, Table,
};

const JPEG: &[u8] = include_bytes!("../../../../../../tests/fixtures/pictures/school.jpg");
const PNG: &[u8] = include_bytes!("../../../../../../tests/fixtures/pictures/school.png");

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 12, 27).expect("a date")
}

fn words(text: &str) -> String {
    text.to_owned()
}

fn body(runs: Vec<Run>) -> Block {
    Block::Paragraph { runs, style: ParagraphStyle::Body }
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading { level, text: words(text) }
}

/// Everything, with rows of a long table as many as wanted.
pub(crate) fn document(rows: usize) -> Document {
    let mut blocks = front();
    blocks.extend(text());
    blocks.extend(charts());
    blocks.extend([heading(2, "Сводная таблица"), caption("Таблица 2 — Мероприятия"), table(rows)]);
    blocks.extend(pictures());
    blocks.push(Block::Turn(Orientation::Landscape));
    blocks.extend([heading(2, "Широкая таблица"), table(3), Block::Turn(Orientation::Portrait)]);
    blocks.extend(signatures());
    Document {
        metadata: Metadata {
            title: words("Отчёт со всеми блоками"),
            author: words("МБОУ «Сосновская СОШ»"),
            subject: words("Проба всех частей документа"),
            created: DateTime::parse_from_rfc3339("2024-12-27T15:30:00+07:00").expect("a moment"),
        },
        header: (words("Отчёт со всеми блоками"), words("МБОУ «Сосновская СОШ»")),
        watermark: None,
        blocks,
        attachments: vec![Attachment {
            name: words("opora-report.json"),
            mime: words("application/json"),
            description: words("Данные отчёта"),
            bytes: b"{\"schema\":\"opora\"}".to_vec(),
        }],
        profile: Profile::default(),
        code: Some(words("Отчёт № 17 от 27.12.2024")),
    }
}

fn front() -> Vec<Block> {
    let stamp = |word: &str| Stamp {
        word: words(word),
        lines: vec![words("Директор МБОУ «Сосновская СОШ»"), words("приказ от 05.09.2024 № 41-ОД")],
    };
    vec![
        Block::Approval(Approval {
            agreed: Some(stamp("СОГЛАСОВАНО")), approved: Some(stamp("УТВЕРЖДАЮ"))
        }),
        Block::Requisites(Requisites {
            organisation: vec![words("МБОУ «Сосновская СОШ»"), words("с. Сосновка, ул. Школьная, 1")],
            number: words("17"),
            date: day(),
            addressee: vec![words("Руководителю Управления образования")],
        }),
        Block::Title {
            kind: words("Отчёт"), about: words("о реализации программы поддержки школ")
        },
        Block::KeyValues(vec![(words("Период"), words("IV квартал 2024 года"))]),
    ]
}

fn text() -> Vec<Block> {
    let item = |text: &str, inner| Item { runs: vec![Run::plain(text)], inner };
    let list = |numbered, items| List { numbered, items };
    let deep = list(true, vec![item("по математике;", None), item("по русскому языку.", None)]);
    let dashes = list(false, vec![item("протокол;", None), item("приказ.", None)]);
    vec![
        heading(2, "Общие сведения"),
        body(vec![
            Run::plain("Программа исполняется с 2022 года").noted("Приказ от 05.05.2022 № 58."),
            Run::bold(" в полном объёме").noted("По данным дорожной карты на 27.12.2024."),
            Run::plain(". Решили:"),
        ]),
        Block::List(list(
            true,
            vec![
                item("провести диагностику:", Some(deep)),
                item("приложить документы:", Some(dashes)),
                Item {
                    runs: vec![Run::plain("отчитаться").noted("До 30.12.2024.")], inner: None
                },
            ],
        )),
        heading(3, "Меры"),
        Block::List(list(true, vec![item("другая нумерация с единицы.", None)])),
        Block::Paragraph {
            runs: vec![Run::plain("Составлено по журналу.")], style: ParagraphStyle::Note
        },
    ]
}

fn charts() -> Vec<Block> {
    let series = |label: &str, values: [Option<f32>; 3], said: [&str; 3], planned| Series {
        label: words(label),
        values: values.to_vec(),
        words: said.map(words).to_vec(),
        planned,
    };
    let bar = |label: &str, value, target, caption: &str| Bar {
        label: words(label),
        value,
        target,
        caption: words(caption),
    };
    let stacked = |label: &str, values: [u32; 3]| StackedBar { label: words(label), values: values.to_vec() };
    vec![
        heading(2, "Показатели"),
        Block::Chart(Chart::Bars(BarChart {
            title: words("Достижение показателей"),
            alt: words("Столбцы: доля педагогов — 25,0 % при плане 70 %, доля учеников — 61,5 % при 60 %."),
            bars: vec![
                bar("Доля педагогов", 25.0, Some(70.0), "25,0 % / 70 %"),
                bar("Доля учеников", 61.5, Some(60.0), "61,5 % / 60 %"),
            ],
        })),
        Block::Chart(Chart::Lines(LineChart {
            title: words("Качество знаний по годам"),
            alt: words("Линии: факт 31,0, 35,5, нет данных; план 30, 35, 40."),
            unit: words("%"),
            points: ["2022", "2023", "2024"].map(words).to_vec(),
            series: vec![
                series("Факт", [Some(31.0), Some(35.5), None], ["31,0", "35,5", "—"], false),
                series("План", [Some(30.0), Some(35.0), Some(40.0)], ["30", "35", "40"], true),
            ],
        })),
        Block::Chart(Chart::Stacked(StackedChart {
            title: words("Исполнение по задачам"),
            alt: words("Полосы: задача 1 — 5, 2, 1; задача 2 — 3, 0, 4."),
            parts: ["Исполнено", "В работе", "Просрочено"].map(words).to_vec(),
            bars: vec![stacked("Задача 1", [5, 2, 1]), stacked("Задача 2", [3, 0, 4])],
        })),
        Block::Figures(vec![
            figure("85,7 %", "дорожной карты исполнено"),
            figure("9 из 15", "показателей достигнуто"),
        ]),
        Block::Beside(vec![
            vec![heading(3, "Сделано"), points(&["Создана рабочая группа", "Проведены курсы"])],
            vec![
                heading(3, "Что изменилось"),
                Block::Chart(Chart::Bars(BarChart {
                    title: words("Качество знаний в колонке"),
                    alt: words("Столбцы: 2023 год — 30,0 %, 2024 год — 45,0 %."),
                    bars: vec![bar("2023 год", 30.0, None, "30,0 %"), bar("2024 год", 45.0, None, "45,0 %")],
                })),
            ],
        ]),
    ]
}

fn figure(value: &str, said: &str) -> Figure {
    Figure { value: words(value), words: words(said) }
}

fn points(said: &[&str]) -> Block {
    let item = |text: &&str| Item { runs: vec![Run::plain(*text)], inner: None };
    Block::List(List { numbered: false, items: said.iter().map(item).collect() })
}

fn caption(text: &str) -> Block {
    Block::Paragraph { runs: vec![Run::plain(text)], style: ParagraphStyle::Caption }
}

fn table(rows: usize) -> Block {
    let column = |title: &str, weight, kind| Column { title: words(title), weight, kind };
    let cells = |i: usize| {
        Row::Cells(vec![
            format!("1.{i}"),
            format!("Заседание рабочей группы по вопросам качества образования {i}"),
            format!("{:02}.10.2024", i % 28 + 1),
            format!("{},5", i),
        ])
    };
    let mut all = vec![Row::Group(words("Задача 1. Методическая поддержка")), Row::Subgroup(words("Школа"))];
    all.extend((1..=rows).map(cells));
    all.push(Row::Total(vec![String::new(), words("Итого"), String::new(), rows.to_string()]));
    Block::Table(Table {
        summary: words("Мероприятия квартала"),
        columns: vec![
            column("Код", 1.0, Kind::Text),
            column("Мероприятие", 5.0, Kind::Text),
            column("Дата", 1.5, Kind::Date),
            column("Часы", 1.2, Kind::Number),
        ],
        rows: all,
        empty: words("Мероприятий не было."),
    })
}

fn pictures() -> Vec<Block> {
    let picture = |bytes: &[u8], caption: &str| {
        Block::Image(Image {
            bytes: bytes.to_vec(),
            alt: words("Здание школы: кирпичные стены, пять окон, дверь посередине"),
            caption: words(caption),
        })
    };
    vec![heading(2, "Фотографии"), picture(JPEG, "Рисунок 1 — Школа"), picture(PNG, ""), Block::PageBreak]
}

fn signatures() -> Vec<Block> {
    let signature = |post: &str, name: &str, mark| {
        Block::Signature(Signature { post: words(post), name: words(name), date: Some(day()), mark })
    };
    let electronic = |owner: &str| {
        Mark::Electronic(SignatureMark {
            serial: words("01D9A3F27C5B4E80A1"),
            owner: words(owner),
            valid_from: day(),
            valid_to: NaiveDate::from_ymd_opt(2027, 12, 26).expect("a date"),
        })
    };
    let simple = Mark::Simple(SimpleMark {
        owner: words("Сосновская Анна Петровна"),
        post: words("секретарь"),
        signed_at: DateTime::parse_from_rfc3339("2024-12-27T15:30:00+07:00").expect("a moment"),
        key: words("9F86D081884C7D65"),
    });
    vec![
        heading(2, "Подписи"),
        body(vec![Run::plain("Отчёт подписали двое.")]),
        signature("Заместитель директора", "Е. В. Ёлкина", electronic("Ёлкина Елена Викторовна")),
        signature("Директор", "М. С. Ольхова", electronic("Ольхова Мария Сергеевна")),
        signature("Секретарь", "А. П. Сосновская", simple),
        signature("Библиотекарь", "О. И. Берёзова", Mark::Pen),
    ]
}
