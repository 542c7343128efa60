use opora_domain::issued_report::PendingSigning;
use opora_exchange::safe_name;

use super::RequestView;
use super::pending::{awaited, prepared};
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
    Ok(format!(
        "\u{feff}Документ: {title}, № {number}\r\n\
         Подписывает: {name}\r\n\
         Сертификат: {owner}, № {serial}\r\n\r\n\
         Подпишите файл «{data}» отсоединённой подписью именно этим сертификатом. Сам файл не открывайте и не меняйте.\r\n\r\n\
         КриптоАРМ: «Подписать» → выберите файл → «Отделённая подпись», кодировка DER → сохраните файл .sig.\r\n\r\n\
         КриптоПро CSP (командная строка):\r\n\
         cryptcp -signf -detached -der -cadesbes -thumbprint <отпечаток SHA-1 сертификата> -dir . \"{data}\"\r\n\r\n\
         OpenSSL с ключом ГОСТ:\r\n\
         openssl cms -sign -binary -cades -nosmimecap -in \"{data}\" -outform DER -md md_gost12_256 \
         -signer сертификат.pem -inkey ключ.pem -out \"{data}.sig\"\r\n\r\n\
         Затем в «Опоре»: «Журнал документов» → «Ждут подписи» → «Выбрать файл подписи».\r\n",
        title = record.title,
        number = record.number,
        name = signer.name,
        owner = signer.owner,
        serial = signer.serial,
    ))
}
