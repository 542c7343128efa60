//! The structures of RFC 3161, and reading an authority's answer.

use chrono::{DateTime, NaiveDateTime, Utc};
use const_oid::ObjectIdentifier;
use der::asn1::{Any, BitString, Int, OctetString};
use der::{Decode, Encode, Sequence, Tag, Tagged};
use spki::AlgorithmIdentifierOwned;

use crate::cms::{self, SignedData};
use crate::{SignError, armour, ber};

/// id-ct-TSTInfo.
pub(crate) const TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");

/// `TimeStampReq`
#[derive(Sequence)]
pub(crate) struct Request {
    pub(crate) version: u8,
    pub(crate) imprint: Imprint,
    #[asn1(optional = "true")]
    pub(crate) policy: Option<ObjectIdentifier>,
    #[asn1(optional = "true")]
    pub(crate) nonce: Option<Int>,
    #[asn1(default = "Default::default")]
    pub(crate) certificates: bool,
}

/// `MessageImprint`
#[derive(Sequence)]
pub(crate) struct Imprint {
    pub(crate) algorithm: AlgorithmIdentifierOwned,
    pub(crate) hash: OctetString,
}

/// `TimeStampResp`
#[derive(Sequence)]
pub(crate) struct Response {
    status: Status,
    #[asn1(optional = "true")]
    token: Option<Any>,
}

/// `PKIStatusInfo`
#[derive(Sequence)]
struct Status {
    status: u8,
    #[asn1(optional = "true")]
    words: Option<Vec<String>>,
    #[asn1(optional = "true")]
    failure: Option<BitString>,
}

/// `TSTInfo`, what the authority has signed, as far as it matters.
pub(crate) struct Statement {
    pub(crate) imprint: Imprint,
    /// To the second.
    pub(crate) moment: DateTime<Utc>,
    pub(crate) nonce: Option<Int>,
}

/// Version, policy, imprint, serial number, time; then accuracy, ordering and the nonce, each of which may be absent.
pub(crate) fn statement(content: &[u8]) -> Option<Statement> {
    let fields = Vec::<Any>::from_der(content).ok()?;
    let [version, _policy, imprint, _serial, time, rest @ ..] = fields.as_slice() else { return None };
    if version.decode_as::<u8>().ok()? != 1 || time.tag() != Tag::GeneralizedTime {
        return None;
    }
    let nonce = rest.iter().find(|field| field.tag() == Tag::Integer);
    Some(Statement {
        imprint: Imprint::from_der(&imprint.to_der().ok()?).ok()?,
        moment: moment(std::str::from_utf8(time.value()).ok()?)?,
        nonce: nonce.and_then(|field| field.decode_as().ok()),
    })
}

/// `20241225033000Z` or `20241225033000.5Z`.
fn moment(text: &str) -> Option<DateTime<Utc>> {
    let whole = text.strip_suffix('Z')?.split('.').next()?;
    NaiveDateTime::parse_from_str(whole, "%Y%m%d%H%M%S").ok().map(|naive| naive.and_utc())
}

/// A stamp and its exact bytes; whether its own signature holds is for `verify` to say.
pub(crate) struct Token {
    pub(crate) der: Vec<u8>,
    pub(crate) says: Statement,
}

/// The stamp of an answer, or a bare stamp.
pub(super) fn read(response: &[u8]) -> Result<Token, SignError> {
    let der = armour::unwrap(response).and_then(|der| ber::to_der(&der)).ok_or(SignError::NotATimestamp)?;
    if let Some(token) = token(&der) {
        return Ok(token);
    }
    let answer = Response::from_der(&der).map_err(|_| SignError::NotATimestamp)?;
    if answer.status.status > 1 {
        return Err(SignError::TimestampRefused(refusal(&answer.status)));
    }
    let inner = answer.token.and_then(|token| token.to_der().ok());
    inner.and_then(|der| token(&der)).ok_or(SignError::NotATimestamp)
}

/// `TimeStampToken`: a CMS around `TSTInfo`.
fn token(der: &[u8]) -> Option<Token> {
    let data: SignedData = cms::unwrap(der)?;
    if data.encap_content_info.econtent_type != TST_INFO {
        return None;
    }
    let content = data.encap_content_info.econtent?.decode_as::<OctetString>().ok()?;
    Some(Token { der: der.to_vec(), says: statement(content.as_bytes())? })
}

fn refusal(status: &Status) -> String {
    let words = status.words.as_deref().unwrap_or_default().join("; ");
    let cause = status.failure.as_ref().and_then(cause);
    match (cause, words.is_empty()) {
        (Some(cause), true) => cause.to_owned(),
        (Some(cause), false) => format!("{cause} («{words}»)"),
        (None, true) => "причина не указана".to_owned(),
        (None, false) => format!("«{words}»"),
    }
}

/// `PKIFailureInfo`: the numbers of bits.
fn cause(failure: &BitString) -> Option<&'static str> {
    let bit = failure.bits().position(|set| set)?;
    Some(match bit {
        0 => "способ вычисления контрольной суммы ей не подходит",
        2 => "запрос ей не подходит",
        5 => "она не смогла прочесть запрос",
        14 => "у неё нет точного времени",
        15 => "такая политика меток ей неизвестна",
        16 => "запрошенных дополнений у неё нет",
        17 => "запрошенных сведений у неё нет",
        25 => "у неё неисправность",
        _ => "причина ей одной известна",
    })
}
