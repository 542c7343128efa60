//! The structures of RFC 3161, and reading an authority's answer.

use chrono::{DateTime, NaiveDateTime, Utc};
use const_oid::ObjectIdentifier;
use der::asn1::{Any, BitString, Int, OctetString};
use der::{Decode, Encode, Sequence, Tag, Tagged};
use spki::AlgorithmIdentifierOwned;
use x509_cert::ext::Extensions;

use crate::cms::{self, SignedData};
use crate::{SignError, armour};

/// id-ct-TSTInfo
const ID_CT_TST_INFO: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");

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

/// `TSTInfo`: what the authority has signed.
#[derive(Sequence)]
pub(crate) struct TstInfo {
    pub(crate) version: u8,
    pub(crate) policy: ObjectIdentifier,
    pub(crate) imprint: Imprint,
    pub(crate) serial: Int,
    /// Generalized time, which may have fractions of a second: see [`TstInfo::moment`].
    time: Any,
    #[asn1(optional = "true")]
    accuracy: Option<Accuracy>,
    #[asn1(default = "Default::default")]
    ordering: bool,
    #[asn1(optional = "true")]
    pub(crate) nonce: Option<Int>,
    #[asn1(context_specific = "0", tag_mode = "EXPLICIT", optional = "true")]
    authority: Option<Any>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    extensions: Option<Extensions>,
}

/// `Accuracy`
#[derive(Sequence)]
struct Accuracy {
    #[asn1(optional = "true")]
    seconds: Option<u64>,
    #[asn1(context_specific = "0", tag_mode = "IMPLICIT", optional = "true")]
    millis: Option<u16>,
    #[asn1(context_specific = "1", tag_mode = "IMPLICIT", optional = "true")]
    micros: Option<u16>,
}

impl TstInfo {
    /// The moment it vouches for, to the second; `None` if it is not written as RFC 3161 wants.
    pub(crate) fn moment(&self) -> Option<DateTime<Utc>> {
        let text = std::str::from_utf8(self.time.value()).ok()?;
        let (seconds, fraction) = text.strip_suffix('Z')?.split_at_checked(14)?;
        let digits = fraction.strip_prefix('.').unwrap_or(fraction);
        let well_formed = self.time.tag() == Tag::GeneralizedTime
            && seconds.bytes().chain(digits.bytes()).all(|byte| byte.is_ascii_digit())
            && digits.is_empty() == fraction.is_empty();
        let time = NaiveDateTime::parse_from_str(seconds, "%Y%m%d%H%M%S").ok()?;
        well_formed.then(|| time.and_utc())
    }
}

/// A stamp and its exact bytes; whether its own signature holds is for `verify` to say.
pub(crate) struct Token {
    pub(crate) der: Vec<u8>,
    pub(crate) info: TstInfo,
}

/// The stamp of an answer, or a bare stamp.
pub(super) fn read(response: &[u8]) -> Result<Token, SignError> {
    let der = armour::unwrap(response).ok_or(SignError::NotATimestamp)?;
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
pub(crate) fn token(der: &[u8]) -> Option<Token> {
    let data: SignedData = cms::unwrap(der)?;
    if data.encap_content_info.econtent_type != ID_CT_TST_INFO {
        return None;
    }
    let content = data.encap_content_info.econtent?.decode_as::<OctetString>().ok()?;
    let info = TstInfo::from_der(content.as_bytes()).ok()?;
    info.moment().is_some().then(|| Token { der: der.to_vec(), info })
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
