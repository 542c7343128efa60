//! Words for the failures of the rooms below.

use opora_exchange::ExchangeError;
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
            StoreError::NotFound { .. } => return ApiError::not_found("запись"),
            StoreError::Conflict(_) => (
                Code::Refused,
                "Изменение противоречит другим записям: на эту запись ссылаются или она уже изменена.",
                "Ничего не изменено. Обновите экран и повторите.",
            ),
            StoreError::Shape(_) | StoreError::Io(_) | StoreError::Sqlite(_) => {
                return ApiError::internal(cause);
            }
        };
        ApiError::new(code, message, hint)
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

impl From<opora_report::pdf::ReportError> for ApiError {
    fn from(error: opora_report::pdf::ReportError) -> Self {
        ApiError::new(Code::Internal, error.to_string(), "Сохранённые данные не изменились.")
    }
}
