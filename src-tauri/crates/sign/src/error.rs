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
    /// The private key is not PKCS#8.
    #[error("Ключ подписи не читается. Восстановите его из резервной копии или создайте новый.")]
    BadKey,
    /// An elliptic curve other than P-256.
    #[error(
        "Ключ подписи — на другой эллиптической кривой; программа подписывает ключами P-256 и RSA. Выберите другой ключ или подпишите документ внешней программой."
    )]
    OtherCurve,
    /// An RSA key of this many bits.
    #[error("Ключ RSA длиной {0} бит не подходит: допустимо от 2048 до 4096. Выберите другой ключ.")]
    RsaLength(usize),
    /// A GOST key cannot be used without a certified program.
    #[error(
        "Это ключ ГОСТ Р 34.10. Программа сама им не подписывает: выберите подписание внешней программой (КриптоПро, КриптоАРМ)."
    )]
    GostKey,
    /// Ed25519, DSA and the like.
    #[error(
        "Ключ подписи незнакомого вида; программа подписывает ключами P-256 и RSA. Выберите другой ключ."
    )]
    UnknownKey,
    /// The bytes are no PKCS#12.
    #[error("Файл не похож на хранилище ключа (.p12 или .pfx) или повреждён. Выберите другой файл.")]
    NotPkcs12,
    /// The MAC or the padding disagrees; which of them is nobody's business.
    #[error("Пароль к файлу ключа не подходит. Проверьте раскладку клавиатуры и Caps Lock и повторите.")]
    WrongPassword,
    /// A cipher that nobody uses by now.
    #[error(
        "Файл ключа зашифрован способом, которого программа не знает. Выгрузите ключ заново (AES-256 или 3DES) и повторите."
    )]
    UnknownPkcs12Cipher,
    /// Only certificates inside.
    #[error(
        "В файле нет закрытого ключа, только сертификаты. Выгрузите сертификат вместе с закрытым ключом и повторите."
    )]
    NoKey,
    /// A key without its certificate.
    #[error(
        "В файле нет сертификата, который подходит к ключу. Выгрузите ключ вместе с сертификатом и повторите."
    )]
    NoCertificateOfKey,
    /// The key belongs to another certificate.
    #[error(
        "Ключ подписи не подходит к сертификату. Ничего не подписано; выберите сертификат, созданный вместе с этим ключом."
    )]
    KeyMismatch,
    /// The certificate had expired by the moment of signing.
    #[error("Срок действия сертификата истёк {}. Документ не подписан; выберите другой сертификат или создайте новый.", .0.format("%d.%m.%Y"))]
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
    /// A field that waits for a signature is named twice, or such a field exists already.
    #[error("Поле подписи «{0}» в документе уже есть. Документ не подписан; сформируйте его заново.")]
    DuplicateField(String),
    /// The next signature has no place: fields are made with the first one.
    #[error(
        "В документе нет места для ещё одной подписи («{0}»). Документ не изменён; сформируйте его заново с двумя подписями."
    )]
    NoSuchField(String),
    /// The field has its signature.
    #[error("Подпись «{0}» в документе уже поставлена. Документ не изменён.")]
    FieldTaken(String),
    /// A further signature is asked for before the first.
    #[error("В документе ещё нет первой подписи. Документ не изменён; сначала подпишите его первым.")]
    NotSignedYet,
    /// What was signed before does not hold any more.
    #[error(
        "Документ изменён после первой подписи, поэтому не подписан: {0} Получите исходный файл и повторите."
    )]
    EarlierSignatureBroken(String),
    /// `prepare` did not make these bytes, or they carry a signature already.
    #[error(
        "Документ не подготовлен к внешней подписи или уже подписан. Ничего не изменено; подготовьте его заново."
    )]
    NotPrepared,
    /// Neither DER nor base64 of a CMS.
    #[error(
        "Файл не похож на электронную подпись (.sig, .sgn, .p7s). Документ не изменён; выберите файл, который создала программа подписания."
    )]
    NotASignature,
    /// The document is inside the CMS.
    #[error(
        "Подпись присоединённая: документ лежит внутри неё. Нужна отсоединённая (в КриптоАРМ — «отделённая подпись», в cryptcp — ключ -detached). Документ не изменён; подпишите файл ещё раз."
    )]
    AttachedSignature,
    /// The digest is of other bytes.
    #[error(
        "Подпись сделана для другого файла. Документ не изменён; подпишите именно тот файл, который подготовила программа."
    )]
    OtherFile,
    /// Whose certificate was found instead of the chosen one.
    #[error(
        "Подписано не тем сертификатом, который выбран: подписал «{0}». Документ не изменён; выберите этот сертификат и подготовьте документ заново или подпишите выбранным."
    )]
    OtherSigner(String),
    /// The container or the mathematics does not hold.
    #[error("Подпись внешней программы не принята: {0} Документ не изменён; подпишите ещё раз.")]
    BadSignature(String),
    /// More bytes than were reserved.
    #[error(
        "Подпись длиннее отведённого места ({0} байт вместо {1}). Документ не изменён; подпишите без цепочки сертификатов и без штампа времени."
    )]
    TooLong(usize, usize),
    /// The bytes are no answer of a time-stamping authority.
    #[error("Файл не похож на ответ службы меток времени (.tsr). Подпись не изменена; выберите файл ответа.")]
    NotATimestamp,
    /// The authority said no, and why.
    #[error("Служба меток времени отказала: {0}. Подпись не изменена; отправьте запрос ещё раз.")]
    TimestampRefused(String),
    /// The imprint is of another signature.
    #[error(
        "Метка времени относится к другой подписи. Подпись не изменена; выберите ответ на запрос именно этого документа."
    )]
    TimestampOfOther,
    /// The nonce is not that of our request.
    #[error(
        "Ответ дан не на этот запрос (не совпадает его номер). Подпись не изменена; отправьте запрос ещё раз."
    )]
    TimestampNonce,
    /// The stamp's own signature or certificate does not hold.
    #[error("Ответ службы меток времени не принят: {0} Подпись не изменена; отправьте запрос ещё раз.")]
    BadTimestamp(String),
    /// The hole of the signature has no room for the stamp.
    #[error(
        "Метка времени не помещается в подпись ({0} байт вместо {1}). Подпись не изменена; попросите у службы ответ без цепочки сертификатов."
    )]
    TimestampTooLong(usize, usize),
    /// The signature has a stamp.
    #[error("У подписи уже есть метка времени. Ничего не изменено.")]
    AlreadyStamped,
    /// Later signatures cover this one: any byte added to it would break them.
    #[error(
        "Метка времени ставится только на последнюю подпись документа, «{0}» — не последняя. Ничего не изменено."
    )]
    NotLastSignature(String),
    /// A step that does not depend on the input failed.
    #[error(
        "Не удалось создать подпись ({0}). Документ не изменён; повторите, а если не поможет, сообщите разработчику."
    )]
    Internal(&'static str),
}
