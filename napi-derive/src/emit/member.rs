//! The items beside an `impl` block: one for each member of the class.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens as _, quote, quote_spanned};
use syn::{Attribute, LitStr, Type};

use super::{class_types, function, import, record, shown_at};
use crate::model::function::{Function, free_binding};
use crate::model::member::{self, Answer, Copied, Kind, Member};
use crate::model::name;
use crate::parse::args::Args;
use crate::parse::cfg;
use crate::parse::class::{Field, js_name};
use crate::parse::item;
use crate::parse::members::{Block, ConstantItem};

/// The constants that say which class a member belongs to.
pub(super) fn constants(member: &Member<'_>) -> TokenStream {
    let class = class_name(&member.class);
    let gives_back = matches!(member.answer, Answer::Receiver { .. });
    let chained = gives_back.then(|| quote_spanned!(Span::mixed_site()=> const CHAINED: bool = true;));
    let shown = member.symbol.as_ref().map(|symbol| {
        let shown = LitStr::new(&name::of_symbol(symbol), Span::mixed_site());
        quote_spanned!(Span::mixed_site()=> const SHOWN: &'static str = #shown;)
    });
    quote_spanned!(Span::mixed_site()=> #class #chained #shown)
}

/// `const CLASS: &'static str = <Counter as __napi::Class>::NAME;`
fn class_name(class: &Type) -> TokenStream {
    quote_spanned!(Span::mixed_site()=> const CLASS: &'static str = <#class as __napi::Class>::NAME;)
}

/// How a method gets what it is called on.
pub(super) struct Receiver {
    pub(super) step: TokenStream,
    pub(super) binding: Ident,
}

pub(super) fn receiver(member: &Member<'_>, function: &Function<'_>) -> Option<Receiver> {
    let taken = member.taken?;
    let names = ["this", "receiver"].map(str::to_owned).into_iter().chain((0..).map(|number| format!("this{number}")));
    let names = names.map(|name| Ident::new(&name, Span::mixed_site()));
    let binding = free_binding(names, |name| function.params.iter().any(|param| param.binding == *name));
    let ty = taken.ty(&member.class);
    let step = quote_spanned!(Span::mixed_site()=> .receiver::<#ty, _>());
    Some(Receiver { step, binding })
}

/// What is done with the result of the call.
pub(super) fn answer(member: &Member<'_>, this: Option<&Ident>, at: Span, called: TokenStream) -> TokenStream {
    match (member.kind, member.answer) {
        (Kind::Constructor, _) => {
            let class = &member.class;
            quote_spanned!(at=> __napi::built::<#class, _>(#called))
        }
        (Kind::Next, _) => quote_spanned!(Span::mixed_site()=> __napi::Next(#called)),
        (_, Answer::AsItIs) => called,
        // No local of the macro's own, which could have the name of an argument.
        (_, Answer::Receiver { .. }) => {
            quote_spanned!(Span::mixed_site()=> __napi::Receiver::of(&*#this).given_back(#called))
        }
        (_, Answer::Copy(Copied { depth: 0, .. })) => {
            quote_spanned!(Span::mixed_site()=> ::std::borrow::ToOwned::to_owned(#called))
        }
        (_, Answer::Copy(copied)) => {
            let own = match copied.is_exclusive {
                true => quote_spanned!(Span::mixed_site()=> |it| ::std::borrow::ToOwned::to_owned(&*it)),
                false => quote_spanned!(Span::mixed_site()=> ::std::borrow::ToOwned::to_owned),
            };
            let own = match copied.depth {
                1 => own,
                _ => quote_spanned!(Span::mixed_site()=> |it| it.map(#own)),
            };
            quote_spanned!(Span::mixed_site()=> #called.map(#own))
        }
    }
}

/// The callback and the record of a function.
pub(crate) fn emit(
    root: &Args,
    args: &Args,
    block: &Block,
    item: &item::Function,
    function: &Function<'_>,
    member: &Member<'_>,
) -> TokenStream {
    let import = import(root);
    let inherited = inherited(block, &item.attrs);
    let name = self::name(args, &item.sig.ident, member.kind);
    let callback = function::callback_impl(&name, args, function, Some(member));
    let attributes = record::attributes();
    let site = record::site(&item.sig.ident);
    let (class, kind) = (&member.class, constructor(member.kind));
    let named = self::named(member.written, class);
    let changes = changes(args, member.is_static);
    let types = class_types::member(args, &name, item, function, member);
    quote_spanned! {Span::mixed_site()=>
        #(#inherited)*
        const _: () = {
            #import
            #named
            struct NapiExport;
            #callback
            #attributes
            static NAPI_EXPORT: &__napi::Export = &__napi::Export::#kind::<#class, NapiExport>(#site) #changes;
            #types
        };
    }
}

/// `type NapiClass = __napi::ClassOf<Counter>;`
fn named(written: &Type, name: &Type) -> TokenStream {
    quote_spanned!(Span::mixed_site()=> type #name = __napi::ClassOf<#written>;)
}

/// What an item beside the block inherits of it and of the member.
fn inherited(block: &Block, attrs: &[Attribute]) -> Vec<TokenStream> {
    [cfg::inherited(&block.attrs), cfg::inherited(attrs)].concat()
}

/// The function of the runtime's `Export` that makes the record.
fn constructor(kind: Kind) -> Ident {
    let name = match kind {
        Kind::Constructor => "constructor_of",
        Kind::Method | Kind::Next => "method",
        Kind::Getter => "getter",
        Kind::Setter => "setter",
    };
    Ident::new(name, Span::mixed_site())
}

/// The name in JavaScript.
pub(crate) fn name(args: &Args, ident: &Ident, kind: Kind) -> LitStr {
    if kind == Kind::Constructor {
        return LitStr::new("constructor", Span::mixed_site());
    }
    js_name(args.symbol.as_ref().or(args.name.as_ref()), ident, |ident| {
        let name = name::camel_case(ident);
        match (kind, name::plain(ident).strip_prefix("set_")) {
            (Kind::Setter, Some(rest)) => name::camel_case(&Ident::new_raw(rest, ident.span())),
            _ => name,
        }
    })
}

/// What the record says besides.
pub(super) fn changes(args: &Args, is_static: bool) -> TokenStream {
    let flags = [
        (is_static, "of_class"),
        (args.symbol.is_some(), "symbol"),
        (args.overload.is_some(), "overload"),
        (args.enumerable.is_some(), "enumerable"),
        (args.fixed.is_some(), "not_configurable"),
    ];
    let methods = flags.iter().filter(|(is_set, _)| *is_set).map(|(_, name)| Ident::new(name, Span::mixed_site()));
    quote_spanned!(Span::mixed_site()=> #(.#methods())*)
}

/// The record of a constant.
pub(crate) fn constant(root: &Args, args: &Args, block: &Block, class: &Type, item: &ConstantItem) -> TokenStream {
    let import = import(root);
    let constant = &item.constant;
    let inherited = inherited(block, &constant.attrs);
    let name = js_name(args.name.as_ref(), &constant.ident, name::plain);
    let (attributes, site) = (record::attributes(), record::site(&constant.ident));
    let (path, span) = (member::path(block, class), shown_at(&constant.ty));
    let (written, class) = (class, &member::named(class));
    let named = self::named(written, class);
    let changes = changes(args, false);
    let types = class_types::constant(args, class, &name, item, &member::outside(block, written, &constant.ty));
    let mut ident = constant.ident.clone();
    ident.set_span(ident.span().located_at(span));
    quote_spanned! {Span::mixed_site()=>
        #(#inherited)*
        const _: () = {
            #import
            #named
            #attributes
            static NAPI_EXPORT: &__napi::Export =
                &__napi::Export::constant_of::<#class>(#name, |call| call.value(#path::#ident), #site) #changes;
            #types
        };
    }
}

/// What makes an iterator one in JavaScript: `[Symbol.iterator]() { return this }`.
pub(crate) fn iterator(root: &Args, block: &Block, class: &Type) -> TokenStream {
    let import = import(root);
    let inherited = cfg::inherited(&block.attrs);
    let attributes = record::attributes();
    let last = block.of_trait.as_ref().and_then(|path| path.segments.last());
    let site = last.map(|last| record::site(&last.ident));
    let (written, class) = (class, &member::named(class));
    let named = self::named(written, class);
    let types = last.map(|last| class_types::iterator(class, &last.ident));
    quote_spanned! {Span::mixed_site()=>
        #(#inherited)*
        const _: () = {
            #import
            #named
            #attributes
            static NAPI_EXPORT: &__napi::Export = &__napi::Export::iterator::<#class>(#site);
            #types
        };
    }
}

/// The getter of a field, and its setter.
pub(crate) fn field(root: &Args, class: &Type, field: &Field) -> TokenStream {
    let import = import(root);
    let inherited = &field.inherited;
    let name = js_name(field.args.name.as_ref(), &field.ident, name::camel_case);
    let (member, ty) = (&field.member, &field.ty);
    let at = shown_at(ty);
    let get = quote_spanned!(at=> ::core::clone::Clone::clone(&this.#member));
    let mut accessors = vec![(
        "getter",
        "",
        quote_spanned! {Span::mixed_site()=>
            .receiver::<&#class, _>().run(|this| #get)
        },
    )];
    if field.args.readonly.is_none() {
        let arg = quote_spanned!(at=> arg);
        accessors.push((
            "setter",
            "value",
            quote_spanned! {Span::mixed_site()=>
                .receiver::<&mut #class, _>().#arg::<#ty, _>().run(|this, value| this.#member = value)
            },
        ));
    }
    let changes = changes(&field.args, false);
    let (attributes, site, class_name) = (record::attributes(), record::site(&field.ident), class_name(class));
    let accessors = accessors.into_iter().map(|(kind, params, chain)| {
        let types = class_types::field(class, &name, field, kind);
        let kind = Ident::new(kind, Span::mixed_site());
        quote_spanned! {Span::mixed_site()=>
            #(#inherited)*
            const _: () = {
                #import
                struct NapiExport;
                impl __napi::Callback for NapiExport {
                    #class_name
                    const NAME: &'static str = #name;
                    const PARAMS: &'static str = #params;
                    fn call(call: __napi::Call<'_>) -> __napi::Returned {
                        call.no_env() #chain
                    }
                }
                #attributes
                static NAPI_EXPORT: &__napi::Export = &__napi::Export::#kind::<#class, NapiExport>(#site) #changes;
                #types
            };
        }
    });
    let accessors = accessors.map(|accessor| accessor.to_token_stream());
    quote!(#(#accessors)*)
}
