//! Types and expressions of an item as those beside it write them: without `Self` and its parameters.

use std::collections::{HashMap, HashSet};

use proc_macro2::{Group, Spacing, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::visit_mut::{self, VisitMut};
use syn::{
    Expr, ExprPath, ExprStruct, GenericArgument, GenericParam, Generics, Item, Macro, PatStruct, PatTupleStruct, Path,
    PathArguments, QSelf, Type, TypePath, parse_quote,
};

use super::{handle, lifetime};
use crate::parse::class::Class;
use crate::parse::derived::Derived;
use crate::parse::members::{Block, BlockItem};

/// Puts the class in the place of `Self`, and what its arguments are in that of parameters and associated types.
pub(crate) struct Outside<'a> {
    class: &'a Type,
    /// What types call the class, and what the block does.
    shown: Option<(&'a Type, String)>,
    of_trait: Option<Path>,
    /// The functions and constants of the trait, which need not be in scope.
    of_block: HashSet<String>,
    types: HashMap<String, Type>,
    parameters: HashMap<String, GenericArgument>,
}

impl<'a> Outside<'a> {
    /// Only `Self`.
    fn of(class: &'a Type) -> Self {
        Outside {
            class,
            shown: None,
            of_trait: None,
            of_block: HashSet::new(),
            types: HashMap::new(),
            parameters: HashMap::new(),
        }
    }

    pub(crate) fn new(block: &Block, class: &'a Type) -> Self {
        let types = block.items.iter().filter_map(|item| match item {
            BlockItem::Type(name, ty, _) => Some((name.to_string(), (**ty).clone())),
            _ => None,
        });
        let named = block.items.iter().filter_map(|item| match item {
            BlockItem::Function(function) => Some(function.item.sig.ident.to_string()),
            BlockItem::Constant(item) => Some(item.constant.ident.to_string()),
            _ => None,
        });
        let generic: Vec<_> = match handle::bare(&block.ty) {
            Type::Path(path) => handle::arguments(&path.path).cloned().collect(),
            _ => Vec::new(),
        };
        let mut outside = Outside {
            of_block: named.collect(),
            types: types.collect(),
            parameters: parameters(&block.generics, &generic, class),
            ..Outside::of(class)
        };
        outside.of_trait = block.of_trait.clone().map(|mut of_trait| {
            outside.visit_path_mut(&mut of_trait);
            of_trait
        });
        outside
    }

    /// The same, with this name for the class in types.
    pub(crate) fn shown_as(mut self, block: &Block, name: &'a Type) -> Self {
        self.shown = Some((name, handle::bare(&block.ty).to_token_stream().to_string()));
        self
    }

    pub(crate) fn of_class(declared: &Class, class: &'a Type) -> Self {
        let generic = declared.generics.params.iter().map(|param| match param {
            GenericParam::Lifetime(param) => GenericArgument::Lifetime(param.lifetime.clone()),
            GenericParam::Type(syn::TypeParam { ident, .. }) => GenericArgument::Type(parse_quote!(#ident)),
            GenericParam::Const(syn::ConstParam { ident, .. }) => GenericArgument::Type(parse_quote!(#ident)),
        });
        let generic: Vec<_> = generic.collect();
        Outside { parameters: parameters(&declared.generics, &generic, class), ..Outside::of(class) }
    }

    /// What a path of one segment stands for.
    fn parameter(&self, path: &Path) -> Option<&GenericArgument> {
        self.parameters.get(&path.get_ident()?.to_string())
    }

    /// Puts what it stands for in the place of the first segment of a path to a value.
    fn value(&self, qself: &mut Option<QSelf>, path: &mut Path) {
        let Some(first) = path.segments.first().filter(|_| qself.is_none() && path.leading_colon.is_none()) else {
            return;
        };
        let is_self = first.ident == "Self";
        let ty = match self.parameters.get(&first.ident.to_string()) {
            _ if is_self => self.class,
            Some(GenericArgument::Type(ty)) => ty,
            _ => return,
        };
        let rest: Vec<_> = path.segments.iter().skip(1).cloned().collect();
        let qualified: ExprPath = match (&self.of_trait, handle::bare(ty), &rest[..]) {
            (Some(of_trait), _, [name]) if is_self && self.of_block.contains(&name.ident.to_string()) => {
                parse_quote!(<#ty as #of_trait>::#name)
            }
            (_, Type::Path(TypePath { qself: None, path, .. }), _) => {
                let path = turbofish(path);
                parse_quote!(#path #(::#rest)*)
            }
            (_, _, []) => return,
            _ => parse_quote!(<#ty>::#(#rest)::*),
        };
        (*qself, *path) = (qualified.qself, qualified.path);
    }

    /// The same in the arguments of a macro, of which nothing is known.
    fn tokens(&self, tokens: TokenStream) -> TokenStream {
        let mut follows = false;
        let put = |tree| {
            let is_first = !std::mem::take(&mut follows);
            match tree {
                TokenTree::Group(group) => {
                    let mut inside = Group::new(group.delimiter(), self.tokens(group.stream()));
                    inside.set_span(group.span());
                    TokenTree::Group(inside).into()
                }
                TokenTree::Ident(ident) if is_first && ident == "Self" => match handle::bare(self.class) {
                    Type::Path(TypePath { qself: None, path, .. }) => turbofish(path).into_token_stream(),
                    class => class.to_token_stream(),
                },
                TokenTree::Punct(punct) => {
                    // `$crate::Self` and `value.Self` are none.
                    follows = punct.as_char() == '.' || punct.as_char() == ':' && punct.spacing() == Spacing::Alone;
                    TokenTree::Punct(punct).into()
                }
                tree => tree.into(),
            }
        };
        tokens.into_iter().map(put).collect::<Vec<TokenStream>>().into_iter().collect()
    }
}

/// The type of a field as an item outside of the declaration can write it: `Self` is the type that derives, and the lifetimes are
/// `'static`.
pub(crate) fn of_field(declared: &Derived, field: &Type) -> Type {
    let (ident, types) = (&declared.ident, declared.generics.type_params().map(|param| &param.ident));
    let lifetimes = declared.generics.lifetimes().map(|param| &param.lifetime);
    let own: Type = parse_quote!(#ident<#(#lifetimes,)* #(#types),*>);
    let mut field = handle::bare(field).clone();
    Outside::of(&own).visit_type_mut(&mut field);
    lifetime::make_static(&declared.generics, &mut field);
    field
}

/// `f64` is for `T` where the block is one of `Stack<T>`, and the class `Stack<f64>`.
fn parameters(declared: &Generics, generic: &[GenericArgument], class: &Type) -> HashMap<String, GenericArgument> {
    let Type::Path(class) = handle::bare(class) else { return HashMap::new() };
    let value_of = |argument: &GenericArgument| match argument {
        // `WIDTH` in `Row<WIDTH>` looks like a type.
        GenericArgument::Type(path @ Type::Path(_)) => GenericArgument::Const(parse_quote!(#path)),
        argument => argument.clone(),
    };
    let pairs = generic.iter().zip(handle::arguments(&class.path)).filter_map(|(parameter, argument)| {
        let GenericArgument::Type(Type::Path(path)) = parameter else { return None };
        let name = path.path.get_ident()?;
        let param = declared.params.iter().find_map(|param| match param {
            GenericParam::Type(param) if param.ident == *name => Some(argument.clone()),
            GenericParam::Const(param) if param.ident == *name => Some(value_of(argument)),
            _ => None,
        });
        Some((name.to_string(), param?))
    });
    pairs.collect()
}

/// `Stack::<f64>`, as an expression writes `Stack<f64>`.
fn turbofish(path: &Path) -> Path {
    let mut path = path.clone();
    for segment in &mut path.segments {
        if let PathArguments::AngleBracketed(arguments) = &mut segment.arguments {
            arguments.colon2_token.get_or_insert_default();
        }
    }
    path
}

impl VisitMut for Outside<'_> {
    fn visit_type_mut(&mut self, ty: &mut Type) {
        if let (Type::Path(_), Some((name, written))) = (&*ty, &self.shown)
            && ty.to_token_stream().to_string() == *written
        {
            *ty = (*name).clone();
            return;
        }
        visit_mut::visit_type_mut(self, ty);
        let Type::Path(TypePath { qself: None, path, .. }) = ty else { return };
        let Some(first) = path.segments.first().map(|segment| segment.ident.to_string()) else { return };
        if first != "Self" {
            if let Some(GenericArgument::Type(known)) = self.parameter(path) {
                *ty = known.clone();
            }
            return;
        }
        let mut rest = path.segments.iter().skip(1);
        match (rest.next(), rest.next()) {
            (None, _) => *ty = self.shown.as_ref().map_or(self.class, |(name, _)| name).clone(),
            (Some(name), None) if self.types.contains_key(&name.ident.to_string()) => {
                *ty = self.types[&name.ident.to_string()].clone();
                self.visit_type_mut(ty);
            }
            _ => {
                let rest: Vec<_> = path.segments.iter().skip(1).cloned().collect();
                let class = self.class;
                *ty = match &self.of_trait {
                    Some(of_trait) => parse_quote!(<#class as #of_trait>::#(#rest)::*),
                    None => parse_quote!(<#class>::#(#rest)::*),
                };
            }
        }
    }

    fn visit_qself_mut(&mut self, qself: &mut QSelf) {
        self.visit_type_mut(&mut qself.ty);
    }

    fn visit_generic_argument_mut(&mut self, argument: &mut GenericArgument) {
        if let GenericArgument::Type(Type::Path(TypePath { qself: None, path, .. })) = argument
            && let Some(value @ GenericArgument::Const(_)) = self.parameter(path)
        {
            *argument = match value {
                GenericArgument::Const(path @ Expr::Path(_)) => GenericArgument::Type(parse_quote!(#path)),
                value => value.clone(),
            };
            return;
        }
        visit_mut::visit_generic_argument_mut(self, argument);
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Path(ExprPath { qself: None, path, .. }) = expr
            && let Some(GenericArgument::Const(value)) = self.parameter(path)
        {
            *expr = value.clone();
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
    }

    fn visit_expr_path_mut(&mut self, path: &mut ExprPath) {
        visit_mut::visit_expr_path_mut(self, path);
        self.value(&mut path.qself, &mut path.path);
    }

    fn visit_expr_struct_mut(&mut self, expr: &mut ExprStruct) {
        visit_mut::visit_expr_struct_mut(self, expr);
        self.value(&mut expr.qself, &mut expr.path);
    }

    fn visit_pat_struct_mut(&mut self, pat: &mut PatStruct) {
        visit_mut::visit_pat_struct_mut(self, pat);
        self.value(&mut pat.qself, &mut pat.path);
    }

    fn visit_pat_tuple_struct_mut(&mut self, pat: &mut PatTupleStruct) {
        visit_mut::visit_pat_tuple_struct_mut(self, pat);
        self.value(&mut pat.qself, &mut pat.path);
    }

    fn visit_macro_mut(&mut self, call: &mut Macro) {
        call.tokens = self.tokens(std::mem::take(&mut call.tokens));
    }

    /// Items have a `Self` of their own, or none.
    fn visit_item_mut(&mut self, _: &mut Item) {}
}
