//! Closures in the body of an exported function, handed to the pool.

use std::mem;

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::{ToTokens, quote, quote_spanned};
use syn::spanned::Spanned as _;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Error, Expr, ExprClosure, Ident, Item, Macro, Path};

use super::shown_at;
use crate::check::work::{self, Place};
use crate::ctxt::Ctxt;
use crate::message;
use crate::model::function::{Env, Function, Role};
use crate::parse::args::Args;
use crate::parse::body::{self, Body};
use crate::parse::callback::is_mark;
use crate::parse::key::Attr;

/// The body with each `#[threadsafe_callback(callback)] move || work()` lowered; as it stands if there is none.
pub(crate) fn lower(cx: &Ctxt, attr: Attr, args: &Args, function: &Function<'_>, body: &TokenStream) -> TokenStream {
    let Some(mark) = body::mark(body) else {
        return body.clone();
    };
    let Ok(mut parsed) = syn::parse2::<Body>(body.clone()) else {
        // rustc has parsed it before, so that this is syntax which only rustc knows.
        cx.error_at(mark, message::UNREADABLE_BODY);
        return body.clone();
    };
    let place = Place { attr, function, in_item: false, in_work: false };
    let mut lower = Lower { cx, root: args.root.as_ref(), place, misplaced: None };
    parsed.statements.iter_mut().for_each(|statement| lower.visit_stmt_mut(statement));
    parsed.into_token_stream()
}

struct Lower<'a> {
    cx: &'a Ctxt,
    root: Option<&'a Path>,
    place: Place<'a>,
    /// The error about an attribute on what is no closure, until the expression around it is known.
    misplaced: Option<Error>,
}

impl VisitMut for Lower<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        let outer = self.misplaced.take();
        match self.take(expr) {
            Some(attr) => {
                let in_work = mem::replace(&mut self.place.in_work, true);
                visit_mut::visit_expr_mut(self, expr);
                self.place.in_work = in_work;
                if self.misplaced.is_none() {
                    self.lower(&attr, expr);
                }
            }
            None => visit_mut::visit_expr_mut(self, expr),
        }
        if let Some(error) = mem::replace(&mut self.misplaced, outer) {
            *expr = poisoned(expr, &error);
        }
    }

    fn visit_attributes_mut(&mut self, attrs: &mut Vec<Attribute>) {
        for attr in attrs.extract_if(.., |attr| body::is_marked(&attr.to_token_stream())) {
            let text = match work::inside_export(self.place, &attr) {
                Err(error) => error.to_string(),
                Ok(()) if is_mark(&attr) => message::WORK_IS_NO_CLOSURE.to_owned(),
                Ok(()) => message::CONDITIONAL_WORK.to_owned(),
            };
            self.misplaced = Some(self.report(Error::new_spanned(attr, text)));
        }
    }

    // A macro gets tokens, and what it makes of them is its own business.
    fn visit_macro_mut(&mut self, call: &mut Macro) {
        if let Some(mark) = body::mark(&call.tokens) {
            let error = self.report(Error::new_spanned(mark, message::WORK_IN_MACRO));
            *call = syn::parse2(error.to_compile_error()).expect("`compile_error!` is a macro");
        }
    }

    fn visit_item_mut(&mut self, item: &mut Item) {
        if has_own_export(item) {
            return;
        }
        let in_item = mem::replace(&mut self.place.in_item, true);
        visit_mut::visit_item_mut(self, item);
        self.place.in_item = in_item;
    }
}

impl Lower<'_> {
    /// Takes the attribute off a closure, which may stand in parentheses.
    fn take(&mut self, expr: &mut Expr) -> Option<Attribute> {
        let attrs = match expr {
            Expr::Paren(paren) if matches!(inner(&paren.expr), Expr::Closure(_)) => &mut paren.attrs,
            Expr::Group(group) if matches!(inner(&group.expr), Expr::Closure(_)) => &mut group.attrs,
            Expr::Closure(closure) => &mut closure.attrs,
            _ => return None,
        };
        let mut found = attrs.extract_if(.., |attr| is_mark(attr));
        let attr = found.next()?;
        for again in found {
            self.cx.error_at(again, message::SECOND_CALLBACK_ATTRIBUTE);
        }
        Some(attr)
    }

    fn lower(&mut self, attr: &Attribute, marked: &mut Expr) {
        let Expr::Closure(closure) = inner(marked) else {
            return;
        };
        match work::request(self.place, attr, closure) {
            Ok((env, target)) => {
                // The user's name for it, so that an `env` of an inner scope is meant where there is one.
                let mut env = env.clone();
                env.set_span(env.span().located_at(attr.path().span()));
                *marked = Expr::Verbatim(self.call(attr, &env, &target, closure));
            }
            Err(error) => *marked = poisoned(marked, &self.report(error)),
        }
    }

    fn call(&self, attr: &Attribute, env: &Ident, target: &Expr, closure: &ExprClosure) -> TokenStream {
        let Lower { root, place, .. } = self;
        // The call is shown as the attribute, from `#` to `]`, and as the user's own: what is unused is the user's too.
        let [start, end] = [attr.pound_token.span, attr.bracket_token.span.close()];
        let root = match root {
            Some(root) => root.to_token_stream().into_iter().map(|token| located(token, start)).collect(),
            None => quote_spanned!(start=> ::napi_core),
        };
        let path = quote_spanned!(end=> #root::__private::queue_work_for);
        let span = shown_at(attr.path());
        let is_owned = place.function.env().is_some_and(|env| matches!(env.role, Role::Env(Env::Value)));
        // An `Env` by value is an error already, and not a second one here.
        let lent = if is_owned { quote_spanned!(span=> &#env) } else { quote_spanned!(span=> &*#env) };
        let args = quote_spanned!(span=> #lent, #target, #closure);
        quote_spanned!(end=> #path(#args))
    }

    fn report(&self, error: Error) -> Error {
        self.cx.push(error.clone());
        error
    }
}

fn inner(expr: &Expr) -> &Expr {
    match expr {
        Expr::Paren(paren) => inner(&paren.expr),
        Expr::Group(group) => inner(&group.expr),
        expr => expr,
    }
}

/// What was written elsewhere, shown here.
fn located(mut token: TokenTree, at: Span) -> TokenTree {
    token.set_span(token.span().located_at(at));
    token
}

/// An expression of which rustc does not know the type, so that it finds nothing wrong with what is done with it.
///
/// What it says about it is what is reported anyway, and the same message at the same place is shown once.
fn poisoned(expr: &Expr, error: &Error) -> Expr {
    let error = error.to_compile_error();
    // The error comes first: rustc then asks for no types in what follows.
    Expr::Verbatim(quote_spanned!(Span::mixed_site()=> { let unknown = #error; let _ = #expr; unknown }))
}

/// An exported function inside of another sees to its own callbacks.
fn has_own_export(item: &Item) -> bool {
    let Item::Fn(item) = item else { return false };
    item.attrs.iter().any(|attr| attr.path().segments.last().is_some_and(|last| last.ident == Attr::Export.name()))
}

/// The attribute where no `#[export]` has taken it off: an error, beside or in place of what it stands on.
pub(crate) fn outside_of_export(tokens: TokenStream) -> TokenStream {
    let error = Error::new(Span::call_site(), message::OUTSIDE_OF_EXPORT);
    if let Ok(expr) = syn::parse2::<Expr>(tokens.clone()) {
        return poisoned(&expr, &error).into_token_stream();
    }
    let error = error.to_compile_error();
    quote!(#tokens #error)
}
