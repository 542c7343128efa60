use opora_domain::issued_report::PendingSigning;
use opora_exchange::safe_name;

use super::RequestView;
use super::pending::{awaited, certificate, prepared};
use crate::folder::{name_of, put};
use crate::person::IdInput;
use crate::{App, Result};

/// Writes the bytes to be signed and an instruction to a folder or stick; none when the user changed her mind.
///
/// # Errors
/// The errors of writing; the pending document stays as it is.
pub fn write_request(app: &mut App, input: IdInput) -> Result<Option<RequestView>> {
    let record = app.read()?.need::<PendingSigning>(&input.id)?;
    let bytes = opora_sign::to_be_signed(&prepared(app, &record)?)?;
    let Some(folder) = app.host.pick_folder("Куда записать файл для подписи")
    else {
        return Ok(None);
    };
    let stem = format!("На подпись № {}", record.number);
    let data = safe_name(&format!("{stem}.bin"));
    let text = instruction(&record, &data)?;
    let mut files = Vec::new();
    for (name, body) in [(data, bytes), (format!("{stem} — как подписать.txt"), text.into_bytes())]
    {
        files.push(put(&folder, &name, &body)?.0);
    }
    Ok(Some(RequestView { folder: name_of(&folder), files }))
}

/// What to do with the bytes, for a person who has never done it.
fn instruction(record: &PendingSigning, data: &str) -> Result<String> {
    let signer = awaited(record)?;
    let (_, certificate) = opora_sign::read_certificate(&certificate(record)?)?;
    let text = format!(
        "Документ: {title}, № {number}\n\
         Подписывает: {name}\n\
         Сертификат: {owner}, № {serial}, действует по {until}\n\
         Отпечаток сертификата (SHA-1): {thumbprint}\n\
         \n\
         ЧТО СДЕЛАТЬ\n\
         1. Подпишите файл «{data}» отсоединённой (отделённой) подписью именно этим сертификатом. Сам файл не \
         открывайте и не меняйте: подписываются его байты.\n\
         2. Получится файл подписи, обычно «{data}.sig». Подойдёт и .p7s, .sgn, .cms; и двоичный (DER), и текстовый \
         (Base64, PEM). В нём должны быть сертификат подписавшего и одна подпись, самого документа в нём быть не должно.\n\
         3. В «Опоре»: «Журнал документов» → «Ждут подписи» → «Выбрать файл подписи…». Программа проверит подпись и \
         выпустит документ. Пока этого не сделано, документ ждёт, в том числе после перезапуска.\n\
         \n\
         КРИПТОАРМ\n\
         «Подписать» → выберите файл «{data}» → вид подписи «Отделённая», кодировка DER → выберите сертификат → \
         «Подписать». Файл .sig появится рядом.\n\
         \n\
         КРИПТОПРО CSP (командная строка, в папке с файлом)\n\
         cryptcp -sign -detached -der -nochain -thumbprint {thumbprint} \"{data}\" \"{data}.sig\"\n\
         \n\
         OPENSSL ({key})\n\
         openssl cms -sign -binary -cades -nosmimecap -md {digest} -in \"{data}\" -outform DER -signer сертификат.pem \
         -inkey ключ.pem -out \"{data}.sig\"\n\
         \n\
         ЕСЛИ «ОПОРА» НЕ ПРИНЯЛА ПОДПИСЬ\n\
         «Подпись сделана для другого файла» — подписан не тот файл или файл изменился: запишите его заново и подпишите ещё раз.\n\
         «Подписано не тем сертификатом» — сверьте номер сертификата выше.\n",
        title = record.title,
        number = record.number,
        name = signer.name,
        owner = signer.owner,
        serial = signer.serial,
        until = signer.valid_to.map(|day| day.format("%d.%m.%Y").to_string()).unwrap_or_default(),
        thumbprint = certificate.thumbprint,
        key = if certificate.digest.starts_with("md_gost") {
            "ключ ГОСТ, нужен модуль gost"
        } else {
            "ключ RSA или P-256"
        },
        digest = certificate.digest,
    );
    // Notepad of older Windows knows neither bare line ends nor UTF-8 without its mark.
    Ok(format!("\u{feff}{}", text.replace('\n', "\r\n")))
}
