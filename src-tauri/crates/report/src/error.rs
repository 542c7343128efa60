/// Why a file was not made; never because of the text.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// A compiled-in font does not parse: the program itself is damaged.
    #[error("Не читается шрифт программы. Данные целы; переустановите программу.")]
    Font,
    /// A font could not be cut down to the glyphs used.
    #[error("Не удалось встроить шрифт в документ: {0}. Данные целы; сообщите разработчику.")]
    Subset(String),
    /// The file could not be put together.
    #[error("Не удалось собрать файл документа: {0}. Данные целы; сообщите разработчику.")]
    Write(String),
}
