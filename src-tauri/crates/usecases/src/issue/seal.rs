//! The signatures themselves: keys at hand first, then a place for the first program that is to sign.

use opora_report::pdf::PdfOutput;
use opora_sign::{Field, NextRequest, SignRequest};

use super::signer::{Means, Moment, Signer};
use crate::{ApiError, App, Result};

/// What came of the pages.
pub(super) enum Sealed {
    /// All signatures that the file is to carry are in.
    Whole {
        /// The file.
        pdf: Vec<u8>,
        /// Who has signed, by place in the order of signers.
        signed: Vec<usize>,
    },
    /// Another program is to sign.
    Waits {
        /// The file with a place left for it.
        prepared: Vec<u8>,
        /// Whose signature it is.
        awaited: usize,
        /// Who has signed, by place in the order of signers.
        signed: Vec<usize>,
    },
}

/// A signature that the file is to carry.
struct Place<'a> {
    /// Its signer, by place in the order of signers.
    signer: usize,
    field: Field<'a>,
    means: &'a Means,
}

/// Signs what can be signed now.
pub(super) fn seal(app: &App, drawn: &PdfOutput, signers: &[Signer], now: Moment) -> Result<Sealed> {
    let territory = app.school()?.territory;
    let terms = Terms { now, territory: &territory };
    let names: Vec<String> = (1..=drawn.marks.len()).map(field_name).collect();
    let mut places = places(drawn, signers, &names)?;
    // Stable: those of one means keep the order of the page.
    places.sort_by_key(|place| matches!(place.means, Means::External(_)));
    let mut pdf = drawn.bytes.clone();
    let mut signed = Vec::new();
    for (at, place) in places.iter().enumerate() {
        let rest: Vec<Field<'_>> = places[at + 1..].iter().map(|place| place.field).collect();
        let (first, next) = (terms.first(place, &rest), terms.next(place.field.name));
        match place.means {
            Means::Key(identity) if at == 0 => pdf = opora_sign::sign(&pdf, identity, &first)?,
            Means::Key(identity) => pdf = opora_sign::sign_next(&pdf, identity, &next)?,
            Means::External(certificate) => {
                let prepared = match at {
                    0 => opora_sign::prepare(&pdf, certificate, &first)?,
                    _ => opora_sign::prepare_next(&pdf, certificate, &next)?,
                };
                return Ok(Sealed::Waits { prepared, awaited: place.signer, signed });
            }
            Means::Simple | Means::Pen => {}
        }
        signed.push(place.signer);
    }
    Ok(Sealed::Whole { pdf, signed })
}

/// As the report names the fields it draws.
pub(super) fn field_name(number: usize) -> String {
    format!("Signature{number}")
}

fn places<'a>(drawn: &PdfOutput, signers: &'a [Signer], names: &'a [String]) -> Result<Vec<Place<'a>>> {
    let embedded: Vec<(usize, &Signer)> =
        signers.iter().enumerate().filter(|(_, signer)| signer.kept.way.is_embedded()).collect();
    if embedded.len() != drawn.marks.len() {
        return Err(ApiError::internal("число отметок и подписей не совпадает"));
    }
    let places = embedded.into_iter().zip(&drawn.marks).zip(names);
    Ok(places
        .map(|(((signer, who), (page, rect)), name)| Place {
            signer,
            field: Field { name, page: *page, rect: *rect },
            means: &who.means,
        })
        .collect())
}

/// A place for one more program in a file that others have signed.
pub(super) fn prepare_next(
    app: &App,
    pdf: &[u8],
    certificate: &[u8],
    field: &str,
    now: Moment,
) -> Result<Vec<u8>> {
    let territory = app.school()?.territory;
    Ok(opora_sign::prepare_next(pdf, certificate, &Terms { now, territory: &territory }.next(field))?)
}

/// When and where is signed.
#[derive(Clone, Copy)]
struct Terms<'a> {
    now: Moment,
    territory: &'a str,
}

impl<'a> Terms<'a> {
    fn first(self, place: &Place<'a>, rest: &'a [Field<'a>]) -> SignRequest<'a> {
        let Field { name, page, rect } = place.field;
        let (signed_at, location) = (self.now, self.territory);
        SignRequest { signed_at, reason: "", location, field_name: name, page, rect, also: rest }
    }

    fn next(self, field: &'a str) -> NextRequest<'a> {
        NextRequest { signed_at: self.now, reason: "", location: self.territory, field_name: field }
    }
}
