//! What may be typed after `opora`, and its help in Russian.

use std::path::PathBuf;
use std::process::ExitCode;

use chrono::{DateTime, FixedOffset, NaiveDate};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{ArgAction, Args as ClapArgs, Parser, Subcommand};

use crate::commands::document::Document;
use crate::commands::sign::Sign;
use crate::output::say;

const TEMPLATE: &str = "{about}\n\nИспользование: {usage}\n\n{all-args}{after-help}";
const HEADING: &str = "Параметры";
const PASSWORD: &str = "Пароль берётся из переменной OPORA_PASSWORD, а без неё спрашивается.\n\
    Код завершения: 0 — выполнено, 1 — нет; у verify ещё 2 — файл не подписан или не читается.";

const VERIFY_CODES: &str = "Код завершения: 0 — все подписи действительны и подписавшие известны; \
    1 — какой-то документ изменён или подписавший не проверен; 2 — какой-то файл не подписан или не читается.";

/// Everything that was typed.
#[derive(Debug, Parser)]
#[command(name = "opora", about = "«Опора»: программа повышения качества образования школы, без окна")]
#[command(override_usage = "opora [--data ПАПКА] [--json] КОМАНДА …", after_help = PASSWORD)]
#[command(help_template = TEMPLATE, subcommand_help_heading = "Команды", subcommand_value_name = "КОМАНДА")]
#[command(next_help_heading = HEADING, disable_help_flag = true, disable_help_subcommand = true)]
pub(crate) struct Args {
    #[command(flatten)]
    pub(crate) globals: Globals,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// Parameters of every command.
#[derive(Debug, ClapArgs)]
pub(crate) struct Globals {
    /// Папка данных; без неё — обычная папка программы на этом компьютере
    #[arg(long, global = true, value_name = "ПАПКА")]
    pub(crate) data: Option<PathBuf>,
    /// Ответ в формате JSON
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Файл, который программа попросит выбрать
    #[arg(long, global = true, value_name = "ФАЙЛ")]
    pub(crate) file: Option<PathBuf>,
    /// Папка, которую программа попросит выбрать
    #[arg(long, global = true, value_name = "ПАПКА")]
    pub(crate) folder: Option<PathBuf>,
    /// Считать, что сейчас этот момент (2024-12-25T10:00:00+07:00)
    #[arg(long, global = true, value_name = "МОМЕНТ")]
    pub(crate) now: Option<DateTime<FixedOffset>>,
    /// Показать эту справку
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Создать пример школы с данными за год
    #[command(override_usage = "opora --data ПАПКА demo [--programme ID]", help_template = TEMPLATE, next_help_heading = HEADING)]
    Demo {
        /// Муниципальная программа примера; список — opora programmes
        #[arg(long, value_name = "ID")]
        programme: Option<String>,
    },
    /// Перечислить муниципальные программы, которые знает «Опора»
    #[command(override_usage = "opora programmes [--json]\n               opora programmes check ФАЙЛ [--json]", help_template = TEMPLATE, next_help_heading = HEADING)]
    #[command(
        subcommand_help_heading = "Действия",
        subcommand_value_name = "ДЕЙСТВИЕ",
        disable_help_subcommand = true
    )]
    Programmes {
        #[command(subcommand)]
        action: Option<ProgrammesAction>,
    },
    /// Прочитать план района из таблицы и составить файл программы
    #[command(
        override_usage = "opora import ФАЙЛ.{docx,xlsx,csv,json} [--from 2024 --to 2026] [--out ФАЙЛ.json]",
        help_template = TEMPLATE,
        next_help_heading = HEADING
    )]
    Import(Import),
    /// Составить отчёт
    #[command(override_usage = "opora --data ПАПКА report quarterly …", help_template = TEMPLATE, next_help_heading = HEADING)]
    #[command(
        subcommand_help_heading = "Отчёты",
        subcommand_value_name = "ОТЧЁТ",
        disable_help_subcommand = true
    )]
    Report {
        #[command(subcommand)]
        kind: Report,
    },
    /// Записать документ: паспорт, дорожную карту, справку, приказ, письмо, бланк
    #[command(
        override_usage = "opora --data ПАПКА document ДОКУМЕНТ --out ФАЙЛ.{pdf,docx,xlsx} \
                          [--from ДЕНЬ --to ДЕНЬ | --year ГОД] [--subject КОД] [--school] [--format ВИД]",
        help_template = TEMPLATE,
        next_help_heading = HEADING
    )]
    Document(Document),
    /// Подписать файл ключом из .p12 или другой программой, поставить метку времени
    #[command(
        override_usage = "opora sign ФАЙЛ.pdf --key КЛЮЧ.p12 --out ПОДПИСАННЫЙ.pdf\n               \
                          opora sign ФАЙЛ --key КЛЮЧ.p12 --detached --out ФАЙЛ.sig\n               \
                          opora sign ФАЙЛ.pdf --certificate СЕРТИФИКАТ --out ЗАГОТОВКА.pdf --bytes НА-ПОДПИСЬ.bin\n               \
                          opora sign ЗАГОТОВКА.pdf --certificate СЕРТИФИКАТ --answer ПОДПИСЬ --out ПОДПИСАННЫЙ.pdf\n               \
                          opora sign ПОДПИСАННЫЙ.pdf --stamp-request --out ЗАПРОС.tsq\n               \
                          opora sign ПОДПИСАННЫЙ.pdf --stamp ОТВЕТ.tsr --out С-МЕТКОЙ.pdf",
        help_template = TEMPLATE,
        next_help_heading = HEADING
    )]
    Sign(Sign),
    /// Проверить подпись документов: внутри PDF или в файле .sig рядом
    #[command(
        override_usage = "opora verify {ФАЙЛ|ПАПКА}… [--trust СЕРТИФИКАТ]… [--crl СПИСОК]… [--json]",
        help_template = TEMPLATE,
        next_help_heading = HEADING,
        after_help = VERIFY_CODES
    )]
    Verify {
        /// Документы или папки с ними. Подпись .sig с тем же именем находится сама; с другим — укажите её сразу после документа
        #[arg(required = true, value_name = "ФАЙЛ")]
        files: Vec<PathBuf>,
        /// Сертификат того, кому вы доверяете, или его центра: .pem, .cer, .crt, .p7b; можно указать несколько раз
        #[arg(long, value_name = "СЕРТИФИКАТ")]
        trust: Vec<PathBuf>,
        /// Список отозванных сертификатов (.crl), взятый у удостоверяющего центра; можно указать несколько раз
        #[arg(long, value_name = "СПИСОК")]
        crl: Vec<PathBuf>,
    },
    /// Извлечь данные из подписанного отчёта
    #[command(override_usage = "opora extract ФАЙЛ.pdf [--trust СЕРТИФИКАТ.pem]… [--unverified]", help_template = TEMPLATE, next_help_heading = HEADING)]
    Extract {
        /// Отчёт
        #[arg(value_name = "ФАЙЛ")]
        report: PathBuf,
        /// Сертификат, владельцу которого вы доверяете; можно указать несколько раз
        #[arg(long, value_name = "СЕРТИФИКАТ")]
        trust: Vec<PathBuf>,
        /// Извлечь, даже если подпись не подтверждена
        #[arg(long)]
        unverified: bool,
    },
    /// Выполнить запрос программы: имя и JSON
    #[command(override_usage = "opora --data ПАПКА call ИМЯ [JSON]", help_template = TEMPLATE, next_help_heading = HEADING)]
    Call {
        /// Имя запроса, например person.list
        #[arg(value_name = "ИМЯ")]
        name: String,
        /// Содержание запроса
        #[arg(value_name = "JSON", default_value = "null", hide_default_value = true)]
        payload: String,
    },
    /// Проверить целостность данных
    #[command(override_usage = "opora --data ПАПКА check", help_template = TEMPLATE, next_help_heading = HEADING)]
    Check,
    /// Сделать проверенную копию данных
    #[command(override_usage = "opora --data ПАПКА backup ФАЙЛ", help_template = TEMPLATE, next_help_heading = HEADING)]
    Backup {
        /// Файл копии
        #[arg(value_name = "ФАЙЛ")]
        to: PathBuf,
    },
    /// Вернуть данные из копии
    #[command(override_usage = "opora --data ПАПКА restore ФАЙЛ", help_template = TEMPLATE, next_help_heading = HEADING)]
    Restore {
        /// Файл копии
        #[arg(value_name = "ФАЙЛ")]
        from: PathBuf,
    },
    /// Прочитать срок, как он записан в плане
    #[command(override_usage = "opora term «СРОК» --from 2022 [--to 2025] [--json]", help_template = TEMPLATE, next_help_heading = HEADING)]
    Term {
        /// Текст графы «Сроки»; без него — строки файла --file
        #[arg(value_name = "СРОК", allow_hyphen_values = true)]
        text: Option<String>,
        /// Начало программы: год, месяц (2024-09) или день (2024-09-01)
        #[arg(long, value_name = "ДАТА", value_parser = |text: &str| crate::commands::term::day(text, false))]
        from: NaiveDate,
        /// Конец программы; без него она бессрочная
        #[arg(long, value_name = "ДАТА", value_parser = |text: &str| crate::commands::term::day(text, true))]
        to: Option<NaiveDate>,
    },
    /// Записать типы запросов для окна (для разработчиков)
    #[command(override_usage = "opora typescript [--check]", help_template = TEMPLATE, next_help_heading = HEADING)]
    Typescript {
        /// Только сравнить с записанным
        #[arg(long)]
        check: bool,
    },
    /// Открыть страницы программы в браузере этого же компьютера (для разработчиков)
    #[command(override_usage = "opora --data ПАПКА serve [--port 4875] [--ui ui/dist]", help_template = TEMPLATE, next_help_heading = HEADING)]
    Serve {
        /// Порт
        #[arg(long, value_name = "ПОРТ", default_value_t = 4875)]
        port: u16,
        /// Папка собранных страниц
        #[arg(long, value_name = "ПАПКА", default_value = "ui/dist")]
        ui: PathBuf,
    },
}

/// What else is done with programme files.
#[derive(Debug, Subcommand)]
pub(crate) enum ProgrammesAction {
    /// Проверить файл программы, ничего не меняя
    #[command(override_usage = "opora programmes check ФАЙЛ [--json]", help_template = TEMPLATE, next_help_heading = HEADING)]
    Check {
        /// Файл программы (JSON)
        #[arg(value_name = "ФАЙЛ")]
        path: PathBuf,
    },
}

/// What `opora import` takes.
#[derive(Debug, ClapArgs)]
pub(crate) struct Import {
    /// Документ с таблицей (.docx, .xlsx, .xls, .odt, .ods, .csv) или готовый файл программы (.json)
    #[arg(value_name = "ДОКУМЕНТ")]
    pub(crate) table: PathBuf,
    /// Короткое латинское имя программы
    #[arg(long, value_name = "ID")]
    pub(crate) id: Option<String>,
    /// Название программы, если в тексте его нет
    #[arg(long, value_name = "НАЗВАНИЕ")]
    pub(crate) title: Option<String>,
    /// Район, округ или город
    #[arg(long, value_name = "ТЕРРИТОРИЯ")]
    pub(crate) territory: Option<String>,
    /// Документ, которым программа утверждена
    #[arg(long, value_name = "АКТ")]
    pub(crate) act: Option<String>,
    /// С какого года или дня действует программа: 2024 или 2024-09-01
    #[arg(long, value_name = "ГОД", value_parser = first_day)]
    pub(crate) from: Option<NaiveDate>,
    /// По какой год или день: 2026 или 2026-08-31
    #[arg(long, value_name = "ГОД", value_parser = last_day)]
    pub(crate) to: Option<NaiveDate>,
    /// Куда записать файл программы
    #[arg(long, value_name = "ФАЙЛ")]
    pub(crate) out: Option<PathBuf>,
    /// Добавить программу в данные школы: её можно будет принять
    #[arg(long)]
    pub(crate) add: bool,
    /// Если такая же версия уже есть, а текст другой, добавить следующей версией
    #[arg(long)]
    pub(crate) next_version: bool,
}

fn first_day(text: &str) -> Result<NaiveDate, String> {
    day(text, 1, 1)
}

fn last_day(text: &str) -> Result<NaiveDate, String> {
    day(text, 12, 31)
}

/// A day, or a year whose day it is.
fn day(text: &str, month: u32, day: u32) -> Result<NaiveDate, String> {
    let year = text.parse().ok().filter(|year| (1990..=2100).contains(year));
    let of_year = year.and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
    of_year.or_else(|| text.parse().ok()).ok_or_else(|| "нужен год или день: 2024 или 2024-09-01".to_owned())
}

/// Kinds of report.
#[derive(Debug, Subcommand)]
pub(crate) enum Report {
    /// Квартальный отчёт: PDF с подписью школы
    #[command(
        override_usage = "opora --data ПАПКА report quarterly --period 2024-Q4 --out ФАЙЛ.pdf [--unsigned]"
    )]
    #[command(help_template = TEMPLATE, next_help_heading = HEADING)]
    Quarterly {
        /// Квартал, например 2024-Q4
        #[arg(long, value_name = "КВАРТАЛ")]
        period: String,
        /// Куда записать отчёт
        #[arg(long, value_name = "ФАЙЛ")]
        out: PathBuf,
        /// Без подписи: тот же документ для просмотра
        #[arg(long)]
        unsigned: bool,
    },
}

/// Prints the help, or says in Russian what was typed wrong.
pub(crate) fn explain(error: &clap::Error) -> ExitCode {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand) {
        return say(error.render().to_string().trim_end());
    }
    eprintln!("{} Справка: opora --help", fault(error));
    ExitCode::FAILURE
}

fn fault(error: &clap::Error) -> String {
    let context = |kind| error.get(kind).map(ContextValue::to_string).unwrap_or_default();
    let argument = context(ContextKind::InvalidArg).replace("...", "");
    match error.kind() {
        ErrorKind::InvalidSubcommand => format!("Нет команды «{}».", context(ContextKind::InvalidSubcommand)),
        ErrorKind::MissingSubcommand => "Не названа команда.".into(),
        ErrorKind::UnknownArgument => format!("Неизвестный параметр «{argument}»."),
        ErrorKind::MissingRequiredArgument => format!("Не указано: {argument}."),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            format!("Не подходит значение «{}» для {argument}.", context(ContextKind::InvalidValue))
        }
        _ => format!("Команда набрана неверно ({argument})."),
    }
}
