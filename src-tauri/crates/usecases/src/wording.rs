//! Words for the failures of the rooms below.

use opora_exchange::{ExchangeError, TableError};
use opora_store::StoreError;

use crate::{ApiError, Code};

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        let cause = error.to_string();
        let (code, message, hint) = match &error {
            StoreError::InUse => (
                Code::InUse,
                "Данные школы уже открыты в другом окне «Опоры».",
                "Перейдите в открытое окно или закройте его и повторите. Данные целы.",
            ),
            StoreError::WrongSecret => (
                Code::WrongSecret,
                "Пароль не подходит.",
                "Проверьте раскладку клавиатуры и Caps Lock. Если пароль забыт, используйте код восстановления.",
            ),
            StoreError::MistypedRecovery => (
                Code::WrongSecret,
                "Код восстановления набран с ошибкой.",
                "Сверьте его с распечаткой: пропущен или перепутан знак. Пробелы и регистр не важны.",
            ),
            StoreError::NewerThanProgram { .. } => (
                Code::NewerBase,
                "Эти данные записаны более новой версией «Опоры».",
                "Данные целы. Установите новую версию программы; восстанавливать копию не нужно.",
            ),
            StoreError::Damaged(_) => (
                Code::Damaged,
                "Файл данных или копии повреждён.",
                "Исходный файл не изменён. Восстановите данные из последней проверенной копии.",
            ),
            StoreError::NoSpace => (
                Code::NoSpace,
                "На диске не осталось места.",
                "Ничего не изменено, прежние данные целы. Освободите место и повторите.",
            ),
            StoreError::ReadOnly => (
                Code::ReadOnly,
                "Папка или носитель закрыты для записи.",
                "Ничего не изменено. Выберите другую папку или снимите защиту от записи.",
            ),
            StoreError::Absent(_) => (
                Code::NotFound,
                "Файл не найден.",
                "Ничего не изменено. Проверьте, что папка или флешка доступна.",
            ),
            StoreError::AlreadyExists(_) => (
                Code::Refused,
                "В этой папке уже есть данные школы.",
                "Они не изменены. Откройте их или выберите другую папку.",
            ),
            StoreError::Occupied(_) => (
                Code::Refused,
                "Под этим именем уже лежит другой файл или папка.",
                "Они не тронуты, копия не сделана. Дайте копии другое имя.",
            ),
            StoreError::BesideData(_) => (
                Code::Refused,
                "Копия в папке самих данных не защитит: она пропадёт вместе с ними.",
                "Данные целы, копия не сделана. Выберите другую папку, лучше на флешке.",
            ),
            StoreError::NotFound { .. } => return ApiError::not_found("запись"),
            StoreError::Conflict(_) => (
                Code::Refused,
                "Изменение противоречит другим записям: на эту запись ссылаются или она уже изменена.",
                "Ничего не изменено. Обновите экран и повторите.",
            ),
            StoreError::Io(_) => return disk_failed(cause),
            StoreError::Shape(_) | StoreError::Sqlite(_) => return ApiError::internal(cause),
        };
        ApiError::new(code, message, hint)
    }
}

/// The disk, not the program, is at fault; what the system said goes to the details.
fn disk_failed(cause: String) -> ApiError {
    ApiError {
        message: "Диск или папка с данными отвечает ошибкой.".into(),
        hint: "Это действие не выполнено, сохранённое раньше цело. Проверьте, на месте ли папка и есть ли место на диске, и повторите."
            .into(),
        ..ApiError::internal(cause)
    }
}

impl From<ExchangeError> for ApiError {
    fn from(error: ExchangeError) -> Self {
        let (code, message, hint) = match &error {
            ExchangeError::NoSpace(_) => (
                Code::NoSpace,
                "На диске или флешке не осталось места.".to_owned(),
                "Файл не записан, данные школы целы. Освободите место или выберите другую папку.",
            ),
            ExchangeError::ReadOnly(_) => (
                Code::ReadOnly,
                "Папка, файл или флешка закрыты для записи.".to_owned(),
                "Файл не записан, данные школы целы. Выберите другую папку или снимите защиту от записи.",
            ),
            ExchangeError::Gone(_) => (
                Code::NotFound,
                "Файл или папка недоступны.".to_owned(),
                "Данные школы целы. Проверьте, что флешка вставлена, а папка на месте, и повторите.",
            ),
            ExchangeError::Held(_) => (
                Code::Refused,
                "Файл занят другой программой.".to_owned(),
                "Ничего не изменено. Закройте файл в другой программе и повторите.",
            ),
            ExchangeError::NotAFile(_) => (
                Code::Invalid,
                "Это не файл, а папка или устройство.".to_owned(),
                "Ничего не изменено. Выберите файл.",
            ),
            ExchangeError::TooBig { limit, .. } => (
                Code::Invalid,
                format!("Файл больше {}\u{a0}МБ.", limit / (1024 * 1024)),
                "Ничего не изменено. Выберите файл меньшего размера.",
            ),
            ExchangeError::Unfaithful(_) => (
                Code::Refused,
                "Флешка или диск записали файл с ошибкой, он удалён.".to_owned(),
                "Данные школы целы. Носитель неисправен: возьмите другой и повторите.",
            ),
            ExchangeError::Io { .. } => return ApiError::internal(error),
        };
        ApiError::new(code, message, hint)
    }
}

impl From<opora_sign::SignError> for ApiError {
    fn from(error: opora_sign::SignError) -> Self {
        ApiError::refused(error.to_string(), "Сохранённые данные не изменились.")
    }
}

impl From<opora_report::ReportError> for ApiError {
    fn from(error: opora_report::ReportError) -> Self {
        ApiError::new(Code::Internal, error.to_string(), "Сохранённые данные не изменились.")
    }
}

impl From<TableError> for ApiError {
    fn from(error: TableError) -> Self {
        const SAFE: &str = "Ничего не изменено.";
        let mb = |limit: &u64| limit / (1024 * 1024);
        let (message, advice) = match &error {
            TableError::Empty => ("Файл пуст.".to_owned(), "Проверьте, что документ сохранён."),
            TableError::Unknown => (
                "Это не документ с таблицей.".to_owned(),
                "Подойдут .docx, .xlsx, .xls, .odt, .ods, .csv. Другой файл откройте в его программе и сохраните так.",
            ),
            TableError::Pdf => (
                "Из PDF таблицу прочитать нельзя: в нём только линии и буквы.".to_owned(),
                "Возьмите исходный документ Word или Excel либо скопируйте таблицу и вставьте её из буфера обмена.",
            ),
            TableError::OldWord => (
                "Это документ старого Word (.doc или .rtf).".to_owned(),
                "Откройте его в Word или LibreOffice и сохраните как .docx.",
            ),
            TableError::Encrypted => (
                "Документ закрыт паролем.".to_owned(),
                "Откройте его с паролем, сохраните без пароля и повторите.",
            ),
            TableError::Corrupt(_) => (
                "Документ повреждён или это файл другого вида с чужим окончанием имени.".to_owned(),
                "Откройте его в Word или Excel: если открывается, сохраните заново и повторите.",
            ),
            TableError::TooBig { limit } => (
                format!("Файл больше {}\u{a0}МБ.", mb(limit)),
                "Оставьте в документе только план и показатели, без рисунков.",
            ),
            TableError::Bomb { limit } => (
                format!(
                    "Распакованный документ больше {}\u{a0}МБ: так бывает у испорченных и опасных файлов.",
                    mb(limit)
                ),
                "Попросите документ заново.",
            ),
            TableError::TooLong { place, limit } => (
                format!("{place}: больше {limit} строк или ячеек."),
                "Оставьте в документе только план и показатели.",
            ),
            TableError::CellTooLong { place, limit } => (
                format!("{place}: текст длиннее {limit} знаков."),
                "Сократите текст этой ячейки и повторите.",
            ),
            TableError::NoTable => (
                "Таблица не найдена.".to_owned(),
                "Проверьте, что план оформлен таблицей: №, мероприятие, срок, ответственный.",
            ),
        };
        ApiError::new(Code::Invalid, message, format!("{SAFE} {advice}"))
    }
}
