//! Errors of conversions that could have been made in several ways.

use super::{Error, ErrorKind, Made, Repr, code};

/// What was expected at one place, of one value.
struct Unfit {
    path: String,
    /// `None` for a message that is not worded as those of conversions are.
    got: Option<String>,
    expected: Vec<String>,
}

impl Unfit {
    fn of(made: &Made) -> Self {
        let words = made.message.strip_prefix("expected ").and_then(|rest| rest.split_once(", got "));
        let (expected, got) = match words {
            Some((expected, got)) => (expected, Some(got.to_owned())),
            None => (made.message.as_str(), None),
        };
        Self { path: made.path.clone(), got, expected: vec![expected.to_owned()] }
    }

    /// Takes up what another type expected there.
    fn joins(&mut self, other: &Self) -> bool {
        let joins = self.path == other.path && self.got.is_some() && self.got == other.got;
        if joins && !self.expected.contains(&other.expected[0]) {
            self.expected.extend_from_slice(&other.expected);
        }
        joins
    }

    fn message(&self) -> String {
        let expected = self.expected.join(" or ");
        match &self.got {
            Some(got) => format!("expected {expected}, got {got}"),
            None => expected,
        }
    }
}

impl Error {
    /// A value had the wrong type or did not fit, so that another type may still take it.
    pub(crate) fn is_unfit(&self) -> bool {
        // Others would take as long to reach the end of a value that has none.
        matches!(self.kind(), ErrorKind::TypeError | ErrorKind::RangeError) && self.code() != Some(code::TOO_DEEP)
    }

    /// The error of a value that each of these is about: it says what was expected by any of them, once.
    pub(crate) fn none_of(refused: Vec<Self>) -> Self {
        // One that came as far as the range knew the type.
        let ranged = refused.iter().any(|error| error.kind() == ErrorKind::RangeError);
        let (kind, usual) = match ranged {
            true => (ErrorKind::RangeError, code::OUT_OF_RANGE),
            false => (ErrorKind::TypeError, code::INVALID_ARG_TYPE),
        };
        let code = refused.iter().find(|error| error.kind() == kind).and_then(Self::code).unwrap_or(usual).to_owned();
        let mut places: Vec<Unfit> = Vec::new();
        for error in &refused {
            let Some(Repr::Made(made)) = error.0.as_deref() else { continue };
            let unfit = Unfit::of(made);
            if !places.iter_mut().any(|place| place.joins(&unfit)) {
                places.push(unfit);
            }
        }
        if let [only] = places.as_slice() {
            return Self::of_kind(kind, only.message()).with_code(code).at(&only.path);
        }
        let message = places.iter().map(|place| match place.path.as_str() {
            "" => place.message(),
            path => format!("{path}: {}", place.message()),
        });
        Self::of_kind(kind, message.collect::<Vec<_>>().join("; or ")).with_code(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unfit(message: &str) -> Error {
        Error::type_error(message).with_code(code::INVALID_ARG_TYPE)
    }

    #[test]
    fn what_was_expected_of_one_value_is_said_once() {
        let number = || unfit("expected number, got object");
        let error = Error::none_of(vec![number(), unfit("expected string, got object"), number()]);
        assert_eq!(error.to_string(), "expected number or string, got object");
        assert_eq!((error.kind(), error.code()), (ErrorKind::TypeError, Some(code::INVALID_ARG_TYPE)));
        let nested = Error::none_of(vec![error, unfit("expected boolean, got object")]);
        assert_eq!(nested.to_string(), "expected number or string or boolean, got object");
    }

    #[test]
    fn each_place_is_named() {
        let within = |message| unfit(message).at_index(1).at_key("tags");
        let both = vec![within("expected number, got boolean"), within("expected string, got boolean")];
        assert_eq!(Error::none_of(both).to_string(), ".tags[1]: expected number or string, got boolean");
        let apart = Error::none_of(vec![within("expected number, got boolean"), unfit("expected string, got object")]);
        assert_eq!(apart.to_string(), ".tags[1]: expected number, got boolean; or expected string, got object");
    }

    #[test]
    fn a_range_counts_more_than_a_type() {
        let range = Error::range_error("port 0 is reserved").with_code("ERR_PORT");
        let error = Error::none_of(vec![unfit("expected string, got number"), range]);
        assert_eq!(error.to_string(), "expected string, got number; or port 0 is reserved");
        assert_eq!((error.kind(), error.code()), (ErrorKind::RangeError, Some("ERR_PORT")));
        let error = Error::none_of(vec![Error::range_error("no"), Error::range_error("no")]);
        assert_eq!((error.to_string().as_str(), error.code()), ("no; or no", Some(code::OUT_OF_RANGE)));
    }
}
