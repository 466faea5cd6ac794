//! The frame of code that may use a token: what is opened when it begins is closed when it ends, on every way out.

use crate::env::{Env, InstancePtr};
use crate::error::Result;
use crate::sys::{OpenScope, RawValue};

/// Which scope a frame has of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Own {
    /// None: the host has opened one around this call.
    Nothing,
    /// A handle scope.
    Plain,
    /// A handle scope that one handle can leave.
    Escapable,
}

/// An open frame. It never leaves the function that opened it, so that it cannot be forgotten.
pub(crate) struct Frame {
    instance: InstancePtr,
    scope: Option<OpenScope>,
    depth: u32,
}

impl Frame {
    #[inline(always)]
    pub(crate) fn open(instance: InstancePtr, own: Own) -> Result<Self> {
        instance.home().delete_dropped();
        let host = instance.host();
        let scope = match own {
            Own::Nothing => None,
            Own::Plain => Some(host.open_scope()?),
            Own::Escapable => Some(host.open_escapable_scope()?),
        };
        let depth = instance.depth();
        instance.set_depth(depth + 1);
        Ok(Self { instance, scope, depth })
    }

    /// The token of this frame, for a lifetime that the code which receives it cannot choose.
    #[inline(always)]
    pub(crate) fn env<'i>(&self) -> Env<'i> {
        Env::mint(self.instance)
    }

    pub(crate) fn scope(&self) -> Option<&OpenScope> {
        self.scope.as_ref()
    }

    /// Gives a result its handle in the scope around this frame.
    #[inline(always)]
    pub(crate) fn escape(&self, value: RawValue) -> Result<RawValue> {
        match &self.scope {
            Some(scope) => Ok(self.instance.host().escape(scope, value)?),
            None => Ok(value),
        }
    }
}

impl Frame {
    /// Scopes of forgotten guards lie inside of this frame's own: Node aborts when they are closed in another order.
    #[cold]
    #[inline(never)]
    fn close_forgotten(&self) {
        self.instance.close_guarded(self.depth + 1);
    }
}

impl Drop for Frame {
    #[inline(always)]
    fn drop(&mut self) {
        if self.instance.depth() != self.depth + 1 {
            self.close_forgotten();
        }
        if let Some(scope) = self.scope.take() {
            self.instance.host().close_scope(scope);
        }
        self.instance.set_depth(self.depth);
    }
}
