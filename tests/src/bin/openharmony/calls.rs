//! Which function calls which, from the relocations that the linker kept. Calls through pointers are not seen.

use std::collections::{BTreeMap, HashSet};
use std::fmt;

use object::elf::FileHeader64;
use object::read::elf::ElfFile;
use object::{
    Endianness, Object as _, ObjectSection as _, ObjectSymbol as _, RelocationTarget, SectionKind, SymbolIndex,
    SymbolKind,
};

type File<'d> = ElfFile<'d, FileHeader64<Endianness>>;

/// What the path of a call must not touch: how this target's thread-locals are reached, and how others may be.
const THREAD_LOCALS: &[&str] = &["__emutls_get_address", "__tls_get_addr", "pthread_getspecific"];

/// Functions of which it is known that they reach one, by words of their names, or of the names of those that they may be inlined
/// into; each must be met, or it is not true any more.
pub(crate) const KNOWN: &[(&[&[&str]], &str)] = &[(
    &[&["RandomState"], &["HashMap", "FromJs", "from_js"]],
    "the standard library keeps the seed of a `HashMap` in one",
)];

/// How the host calls: functions of napi-core, one for each export and for each closure.
const ENTRIES: &[&str] = &["4call10trampoline10trampoline", "4call7closure5entry"];

/// Where napi-core keeps what it imports: whoever can reach it can register.
const IMPORTS: &str = "napi_core_imports_";

/// The functions of a library, by address.
#[derive(Default)]
pub(crate) struct Calls {
    functions: BTreeMap<u64, Function>,
    constructors: Vec<u64>,
    /// How many times `#[module]` is in the library.
    pub(crate) modules: usize,
}

struct Function {
    name: String,
    end: u64,
    is_cold: bool,
    calls: HashSet<u64>,
    /// What it imports, or takes from napi-core's table.
    touches: HashSet<String>,
}

impl Calls {
    pub(crate) fn of(file: &File<'_>) -> Result<Self, object::Error> {
        let mut calls = Self::default();
        calls.find_functions(file)?;
        for section in file.sections().filter(|section| section.relocations().next().is_some()) {
            let is_code = section.kind() == SectionKind::Text;
            let is_init_array = section.name()? == ".init_array";
            for (place, relocation) in section.relocations() {
                let Some(target) = Place::of(file, &relocation)? else { continue };
                if is_code {
                    calls.add(place, target);
                } else if is_init_array && let Place::Address { address, .. } = target {
                    calls.constructors.push(address);
                }
            }
        }
        Ok(calls)
    }

    fn find_functions(&mut self, file: &File<'_>) -> Result<(), object::Error> {
        for symbol in file.symbols() {
            let name = symbol.name()?;
            self.modules += usize::from(name == "napi_core_only_one_module_per_library" && !symbol.is_undefined());
            let Some(section) = symbol.section_index().filter(|_| symbol.kind() == SymbolKind::Text) else { continue };
            let is_cold = file.section_by_index(section)?.name()?.starts_with(".text.unlikely");
            let (start, name) = (symbol.address(), name.to_owned());
            let function =
                Function { name, end: start + symbol.size(), is_cold, calls: HashSet::new(), touches: HashSet::new() };
            self.functions.insert(start, function);
        }
        Ok(())
    }

    fn add(&mut self, place: u64, target: Place) {
        let callee = match &target {
            Place::Address { address, .. } => self.around(*address),
            Place::Import(_) => None,
        };
        let Some(caller) = self.around(place).and_then(|start| self.functions.get_mut(&start)) else { return };
        match (target, callee) {
            (Place::Import(name) | Place::Address { name: Some(name), .. }, None) => {
                caller.touches.insert(name);
            }
            (_, Some(callee)) => {
                caller.calls.insert(callee);
            }
            (Place::Address { name: None, .. }, None) => {}
        }
    }

    /// The function in which the address lies.
    fn around(&self, address: u64) -> Option<u64> {
        let (start, function) = self.functions.range(..=address).next_back()?;
        (address < function.end).then_some(*start)
    }

    /// All that can be reached from there, by calls for which `follows` says so.
    fn reached(&self, start: u64, follows: impl Fn(&Function) -> bool) -> Vec<&Function> {
        let mut seen = HashSet::from([start]);
        let mut waiting = vec![start];
        let mut reached = Vec::new();
        while let Some(function) = waiting.pop().and_then(|start| self.functions.get(&start)) {
            reached.push(function);
            let next = function.calls.iter().filter(|callee| self.functions.get(callee).is_some_and(&follows));
            waiting.extend(next.filter(|callee| seen.insert(**callee)));
        }
        reached
    }

    /// How many constructors can register something.
    pub(crate) fn registrations(&self) -> usize {
        let registers = |function: &&Function| {
            function.touches.iter().any(|name| name == "napi_module_register" || name.starts_with(IMPORTS))
        };
        let constructors = self.constructors.iter().filter_map(|address| self.around(*address));
        constructors.filter(|start| self.reached(*start, |_| true).iter().any(registers)).count()
    }

    /// Where the host enters, but for what is of `modules`: addresses and names.
    fn entries(&self, modules: &[&str]) -> impl Iterator<Item = (u64, &str)> {
        let modules: Vec<String> = modules.iter().map(|module| format!("{}{module}", module.len())).collect();
        let all = self.functions.iter().map(|(start, function)| (*start, function.name.as_str()));
        all.filter(|(_, name)| name.contains("napi_core") && ENTRIES.iter().any(|entry| name.contains(entry)))
            .filter(move |(_, name)| !modules.iter().any(|module| name.contains(module)))
    }

    /// How many functions the host can call.
    pub(crate) fn count_entries(&self) -> usize {
        self.entries(&[]).count()
    }

    /// The calls of the host, but for those of `modules`, that reach a thread-local: the names, and by way of what. Cold
    /// functions are not followed: errors may cost what they do.
    pub(crate) fn thread_locals(&self, modules: &[&str]) -> Vec<String> {
        let touches =
            |function: &&&Function| function.touches.iter().any(|name| THREAD_LOCALS.contains(&name.as_str()));
        let found = self.entries(modules).filter_map(|(start, name)| {
            let reached =
                self.reached(start, |callee| !callee.is_cold && !KNOWN.iter().any(|known| callee.is(known.0)));
            reached.iter().find(touches).map(|last| format!("{name} reaches a thread-local through {}", last.name))
        });
        found.collect()
    }

    /// Which of [`KNOWN`] can be reached.
    pub(crate) fn known(&self) -> Vec<bool> {
        let entries: Vec<u64> = self.entries(&[]).map(|(start, _)| start).collect();
        let reached: Vec<&Function> =
            entries.iter().flat_map(|start| self.reached(*start, |callee| !callee.is_cold)).collect();
        KNOWN.iter().map(|known| reached.iter().any(|function| function.is(known.0))).collect()
    }
}

impl Function {
    fn is(&self, known: &[&[&str]]) -> bool {
        known.iter().any(|words| words.iter().all(|word| self.name.contains(word)))
    }
}

impl fmt::Display for Calls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} functions, {} of them called by the host", self.functions.len(), self.count_entries())
    }
}

/// What a relocation refers to.
enum Place {
    Address { address: u64, name: Option<String> },
    Import(String),
}

impl Place {
    fn of(file: &File<'_>, relocation: &object::Relocation) -> Result<Option<Self>, object::Error> {
        let RelocationTarget::Symbol(index) = relocation.target() else { return Ok(None) };
        let symbol = file.symbol_by_index(SymbolIndex(index.0))?;
        if symbol.is_undefined() {
            return Ok(Some(Self::Import(symbol.name()?.to_owned())));
        }
        // On x86 the processor counts from the end of the operand, which is why the linker gets 4 less.
        let from_end = if relocation.kind() != object::RelocationKind::Absolute && is_x86(file) { 4 } else { 0 };
        let is_section = symbol.kind() == SymbolKind::Section;
        let offset = if is_section { relocation.addend() + from_end } else { 0 };
        let name = if is_section { None } else { Some(symbol.name()?.to_owned()) };
        Ok(Some(Self::Address { address: symbol.address().wrapping_add_signed(offset), name }))
    }
}

fn is_x86(file: &File<'_>) -> bool {
    file.architecture() == object::Architecture::X86_64
}
