//! What the generated code of members asks of their class, in such a way that rustc says once of a type that it is no class.

use super::Class;
use crate::call::Call;

/// The class `T`. Of a type that is none, rustc knows nothing from here on, and says nothing about what else is missing.
pub type ClassOf<T> = <T as Class>::Itself;

/// A class whose members are called.
pub trait Callable {
    /// The call as it is, but for a type that is no class.
    type Call<'s>;
    /// The same.
    fn call(call: Call<'_>) -> Self::Call<'_>;
}

impl<T: Class> Callable for T {
    type Call<'s> = Call<'s>;

    #[inline(always)]
    fn call(call: Call<'_>) -> Call<'_> {
        call
    }
}

impl<'s> Call<'s> {
    /// As the call of a member of this class.
    #[inline(always)]
    pub fn of<T: Callable>(self) -> T::Call<'s> {
        T::call(self)
    }
}
