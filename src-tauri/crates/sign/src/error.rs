//! Why a certificate could not be made or read, or a PDF not signed: each message says what to do.

use chrono::{DateTime, Utc};
use thiserror::Error;

/// Nothing is ever half-signed: on any of these the input is untouched and no output exists.
#[derive(Debug, Error)]
pub enum SignError {
    /// The name of the signer is empty.
    #[error("Не указаны фамилия, имя и отчество подписывающего. Впишите их и повторите.")]
    NoName,
    /// The period is not 1–15 years.
    #[error("Срок действия сертификата должен быть от 1 до 15 лет, указано: {0}.")]
    BadPeriod(u32),
    /// Not an X.509 certificate, or not one this program understands.
    #[error("Файл не похож на сертификат (ожидается X.509 в виде PEM или DER). Выберите другой файл.")]
    NotACertificate,
    /// The private key is not PKCS#8 or not on the curve P-256.
    #[error(
        "Ключ подписи не читается: ожидается ключ P-256. Восстановите его из резервной копии или создайте новый."
    )]
    BadKey,
    /// The key belongs to another certificate.
    #[error(
        "Ключ подписи не подходит к сертификату. Ничего не подписано; выберите сертификат, созданный вместе с этим ключом."
    )]
    KeyMismatch,
    /// The certificate had expired by the moment of signing.
    #[error("Срок действия сертификата истёк {}. Документ не подписан; создайте новый сертификат.", .0.format("%d.%m.%Y"))]
    Expired(DateTime<Utc>),
    /// The certificate is from the future: most often a wrong clock.
    #[error("Сертификат начинает действовать {}. Документ не подписан; проверьте дату на компьютере.", .0.format("%d.%m.%Y"))]
    NotYetValid(DateTime<Utc>),
    /// The certificate forbids signing documents.
    #[error(
        "Этот сертификат не предназначен для подписания документов. Документ не подписан; выберите другой сертификат."
    )]
    WrongKeyUsage,
    /// The PDF carries a signature that forbids any further change.
    #[error(
        "Документ уже подписан. Вторая подпись нарушила бы первую; сформируйте документ заново и подпишите его."
    )]
    AlreadySigned,
    /// The input is not a whole PDF.
    #[error("Файл PDF не читается, поэтому не подписан. Сформируйте документ заново.")]
    UnreadablePdf,
    /// More than [`crate::MAX_PDF_BYTES`].
    #[error("Файл больше 200 МБ и не подписан. Уменьшите вложения и сформируйте документ заново.")]
    TooLarge,
    /// The page for the stamp does not exist (0-based number).
    #[error("В документе нет страницы {} для отметки о подписи. Документ не подписан.", .0 + 1)]
    NoSuchPage(usize),
    /// The finished signature failed our own check; the bytes are thrown away.
    #[error(
        "Подпись не прошла собственную проверку программы и отброшена: {0}. Повторите; если не поможет, сообщите разработчику."
    )]
    SelfCheck(String),
    /// A step that does not depend on the input failed.
    #[error(
        "Не удалось создать подпись ({0}). Документ не изменён; повторите, а если не поможет, сообщите разработчику."
    )]
    Internal(&'static str),
}
