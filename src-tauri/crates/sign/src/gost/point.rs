//! Points of a curve y² = x³ + ax + b in Jacobian coordinates, and the equation of GOST R 34.10-2012.
//!
//! Only public values pass here, so nothing has to run in constant time.

use crypto_bigint::Uint;
use crypto_bigint::modular::runtime_mod::{DynResidue, DynResidueParams};

use super::curves::Curve;

type Residue<const L: usize> = DynResidue<L>;

/// A point; `z = 0` is the one at infinity.
#[derive(Clone, Copy)]
struct Point<const L: usize> {
    x: Residue<L>,
    y: Residue<L>,
    z: Residue<L>,
}

/// A curve with its numbers ready for work.
pub(super) struct Group<const L: usize> {
    field: DynResidueParams<L>,
    scalars: DynResidueParams<L>,
    a: Residue<L>,
    b: Residue<L>,
    base: Point<L>,
}

/// A signature: the numbers r and s.
pub(super) struct Signature<const L: usize> {
    pub(super) r: Uint<L>,
    pub(super) s: Uint<L>,
}

impl<const L: usize> Group<L> {
    pub(super) fn new(curve: &Curve) -> Self {
        let number = Uint::<L>::from_be_hex;
        let field = DynResidueParams::new(&number(curve.p));
        let element = |hex| DynResidue::new(&number(hex), field);
        let base = Point { x: element(curve.x), y: element(curve.y), z: DynResidue::one(field) };
        let scalars = DynResidueParams::new(&number(curve.q));
        Group { field, scalars, a: element(curve.a), b: element(curve.b), base }
    }

    /// Whether `signature` over the number `hash` was made with the key of the public point (x, y): section 6.2.
    pub(super) fn verify(&self, x: &Uint<L>, y: &Uint<L>, hash: &Uint<L>, signature: &Signature<L>) -> bool {
        let Signature { r, s } = signature;
        let in_range = |number: &Uint<L>| *number != Uint::ZERO && number < self.scalars.modulus();
        let Some(key) = self.point(x, y).filter(|_| in_range(r) && in_range(s)) else { return false };
        let scalar = |number| DynResidue::new(number, self.scalars);
        let hash = match scalar(hash).retrieve() == Uint::ZERO {
            true => DynResidue::one(self.scalars),
            false => scalar(hash),
        };
        let inverse = hash.invert().0;
        let of_base = scalar(s).mul(&inverse).retrieve();
        let of_key = scalar(r).mul(&inverse).neg().retrieve();
        let sum = self.combine(&of_base, &key, &of_key);
        let Some(x) = self.affine_x(&sum) else { return false };
        scalar(&x).retrieve() == *r
    }

    /// A point that lies on the curve, or nothing: a key off the curve could belong to a weak one.
    fn point(&self, x: &Uint<L>, y: &Uint<L>) -> Option<Point<L>> {
        if x >= self.field.modulus() || y >= self.field.modulus() {
            return None;
        }
        let (x, y) = (DynResidue::new(x, self.field), DynResidue::new(y, self.field));
        let right = x.square().add(&self.a).mul(&x).add(&self.b);
        (y.square() == right).then_some(Point { x, y, z: DynResidue::one(self.field) })
    }

    /// `m·base + n·key` in one run over the bits of both.
    fn combine(&self, m: &Uint<L>, key: &Point<L>, n: &Uint<L>) -> Point<L> {
        let both = self.add(&self.base, key);
        let mut sum = self.infinity();
        for bit in (0..Uint::<L>::BITS).rev() {
            sum = self.double(&sum);
            sum = match (m.bit_vartime(bit), n.bit_vartime(bit)) {
                (true, true) => self.add(&sum, &both),
                (true, false) => self.add(&sum, &self.base),
                (false, true) => self.add(&sum, key),
                (false, false) => sum,
            };
        }
        sum
    }

    fn infinity(&self) -> Point<L> {
        let one = DynResidue::one(self.field);
        Point { x: one, y: one, z: DynResidue::zero(self.field) }
    }

    fn is_zero(&self, element: &Residue<L>) -> bool {
        *element == DynResidue::zero(self.field)
    }

    fn double(&self, point: &Point<L>) -> Point<L> {
        if self.is_zero(&point.z) || self.is_zero(&point.y) {
            return self.infinity();
        }
        let twice = |element: Residue<L>| element.add(&element);
        let (xx, yy) = (point.x.square(), point.y.square());
        let s = twice(twice(point.x.mul(&yy)));
        let m = twice(xx).add(&xx).add(&point.z.square().square().mul(&self.a));
        let x = m.square().sub(&twice(s));
        let y = m.mul(&s.sub(&x)).sub(&twice(twice(twice(yy.square()))));
        Point { x, y, z: twice(point.y.mul(&point.z)) }
    }

    fn add(&self, left: &Point<L>, right: &Point<L>) -> Point<L> {
        if self.is_zero(&left.z) {
            return *right;
        }
        if self.is_zero(&right.z) {
            return *left;
        }
        let (left_zz, right_zz) = (left.z.square(), right.z.square());
        let (u, v) = (left.x.mul(&right_zz), right.x.mul(&left_zz));
        let (s, t) = (left.y.mul(&right_zz).mul(&right.z), right.y.mul(&left_zz).mul(&left.z));
        if u == v {
            return if s == t { self.double(left) } else { self.infinity() };
        }
        let (h, r) = (v.sub(&u), t.sub(&s));
        let hh = h.square();
        let (hhh, uhh) = (hh.mul(&h), u.mul(&hh));
        let x = r.square().sub(&hhh).sub(&uhh).sub(&uhh);
        let y = r.mul(&uhh.sub(&x)).sub(&s.mul(&hhh));
        Point { x, y, z: h.mul(&left.z).mul(&right.z) }
    }

    fn affine_x(&self, point: &Point<L>) -> Option<Uint<L>> {
        if self.is_zero(&point.z) {
            return None;
        }
        let inverse = point.z.invert().0;
        Some(point.x.mul(&inverse.square()).retrieve())
    }

    /// The base point lies on the curve and has the order stated: what a misprint would break.
    #[cfg(test)]
    pub(super) fn is_sound(&self) -> bool {
        let (x, y) = (self.base.x.retrieve(), self.base.y.retrieve());
        let on_curve = self.point(&x, &y).is_some();
        let whole = self.combine(self.scalars.modulus(), &self.infinity(), &Uint::ZERO);
        on_curve && self.is_zero(&whole.z)
    }
}
