//! A number to one decimal.

/// A number to one decimal, counted in tenths: exact, so that values which hold it can be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tenths(pub usize);

impl Tenths {
    /// A whole number.
    pub const fn whole(number: usize) -> Self {
        Self(number * 10)
    }

    /// One number divided by another, rounded up, so that what is over a limit never reads as the limit. A share of
    /// nothing is nothing.
    pub const fn quotient(dividend: usize, divisor: usize) -> Self {
        if divisor == 0 { Self(0) } else { Self((dividend * 10).div_ceil(divisor)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_over_a_limit_never_reads_as_the_limit() {
        assert_eq!(Tenths::quotient(30, 2), Tenths::whole(15));
        assert_eq!(Tenths::quotient(3001, 200), Tenths(151));
        assert_eq!(Tenths::quotient(0, 0), Tenths::whole(0));
    }
}
