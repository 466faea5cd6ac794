//! Platforms, by the names that Rust, npm and OpenHarmony have for them.

use std::fmt;

use anyhow::Result;

use crate::usage::usage;

/// A platform of npm's: what a package of a prebuilt addon is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Platform {
    os: &'static str,
    cpu: &'static str,
    abi: &'static str,
}

/// The processors, by the first part of Rust's triple and by Node's `process.arch`.
const CPUS: &[(&str, &str)] = &[
    ("aarch64", "arm64"),
    ("armv7", "arm"),
    ("arm", "arm"),
    ("i686", "ia32"),
    ("i586", "ia32"),
    ("loongarch64", "loong64"),
    ("powerpc64le", "ppc64"),
    ("riscv64gc", "riscv64"),
    ("s390x", "s390x"),
    ("x86_64", "x64"),
];

/// The systems, by the end of Rust's triple, by Node's `process.platform`, and with what is left of npm's name.
const SYSTEMS: &[(&str, &str, &str)] = &[
    ("-apple-darwin", "darwin", ""),
    ("-pc-windows-msvc", "win32", "msvc"),
    ("-pc-windows-gnu", "win32", "gnu"),
    ("-pc-windows-gnullvm", "win32", "gnu"),
    ("-unknown-linux-gnu", "linux", "gnu"),
    ("-unknown-linux-gnueabihf", "linux", "gnueabihf"),
    ("-unknown-linux-musl", "linux", "musl"),
    ("-unknown-linux-musleabihf", "linux", "musleabihf"),
    ("-unknown-freebsd", "freebsd", ""),
    ("-linux-android", "android", ""),
    ("-linux-androideabi", "android", "eabi"),
];

impl Platform {
    /// The platform of a target of Rust's.
    pub(crate) fn of_triple(triple: &str) -> Result<Self> {
        let system = SYSTEMS.iter().find(|(end, ..)| triple.ends_with(end));
        let cpu = triple.split('-').next().and_then(|first| CPUS.iter().find(|(name, _)| *name == first));
        match (system, cpu) {
            (Some((_, os, abi)), Some((_, cpu))) => Ok(Self { os, cpu, abi }),
            _ if triple.ends_with("-ohos") => {
                Err(usage(format!("{triple}: use --ohos, which builds for OpenHarmony with its NDK")))
            }
            _ => {
                Err(usage(format!("{triple}: npm has no name for this target, so that no package can be made for it")))
            }
        }
    }

    /// The platform with this name, such as `linux-x64-gnu`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let all = SYSTEMS.iter().flat_map(|(_, os, abi)| CPUS.iter().map(|(_, cpu)| Self { os, cpu, abi }));
        all.into_iter().find(|platform| platform.to_string() == name)
    }

    /// Node's `process.platform`.
    pub(crate) fn os(&self) -> &'static str {
        self.os
    }

    /// Node's `process.arch`.
    pub(crate) fn cpu(&self) -> &'static str {
        self.cpu
    }

    /// What npm calls the C library, on systems with several.
    pub(crate) fn libc(&self) -> Option<&'static str> {
        match self.abi {
            _ if self.os != "linux" => None,
            abi if abi.starts_with("musl") => Some("musl"),
            _ => Some("glibc"),
        }
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}-{}", self.os, self.cpu)?;
        if self.abi.is_empty() { Ok(()) } else { write!(formatter, "-{}", self.abi) }
    }
}

/// A kind of device that OpenHarmony knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Abi {
    /// 64-bit Arm
    #[value(name = "arm64-v8a")]
    Arm64,
    /// 32-bit Arm
    #[value(name = "armeabi-v7a")]
    Arm,
    /// The emulator
    #[value(name = "x86_64")]
    X64,
}

impl Abi {
    /// All of them.
    pub(crate) const ALL: [Self; 3] = [Self::Arm64, Self::Arm, Self::X64];

    /// The folder in `libs`.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Arm64 => "arm64-v8a",
            Self::Arm => "armeabi-v7a",
            Self::X64 => "x86_64",
        }
    }

    /// Rust's target.
    pub(crate) fn triple(self) -> &'static str {
        match self {
            Self::Arm64 => "aarch64-unknown-linux-ohos",
            Self::Arm => "armv7-unknown-linux-ohos",
            Self::X64 => "x86_64-unknown-linux-ohos",
        }
    }

    /// What the NDK's clang is told.
    pub(crate) fn clang_arguments(self) -> &'static [&'static str] {
        match self {
            Self::Arm64 => &["--target=aarch64-linux-ohos"],
            Self::Arm => &["--target=arm-linux-ohos", "-march=armv7-a", "-mfloat-abi=softfp"],
            Self::X64 => &["--target=x86_64-linux-ohos"],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn targets_have_names_of_npm() {
        let name = |triple| Platform::of_triple(triple).expect("a platform").to_string();
        assert_eq!(name("x86_64-unknown-linux-gnu"), "linux-x64-gnu");
        assert_eq!(name("aarch64-unknown-linux-musl"), "linux-arm64-musl");
        assert_eq!(name("armv7-unknown-linux-gnueabihf"), "linux-arm-gnueabihf");
        assert_eq!(name("aarch64-apple-darwin"), "darwin-arm64");
        assert_eq!(name("x86_64-pc-windows-msvc"), "win32-x64-msvc");
    }

    #[test]
    fn names_give_their_platform() {
        for triple in ["x86_64-unknown-linux-gnu", "aarch64-apple-darwin", "armv7-linux-androideabi"] {
            let platform = Platform::of_triple(triple).expect("a platform");
            assert_eq!(Platform::named(&platform.to_string()), Some(platform));
        }
        assert_eq!(Platform::named("linux-x64"), None);
        assert_eq!(Platform::named("main"), None);
    }

    #[test]
    fn packages_say_which_c_library_they_need() {
        let libc = |triple| Platform::of_triple(triple).expect("a platform").libc();
        assert_eq!(libc("x86_64-unknown-linux-gnu"), Some("glibc"));
        assert_eq!(libc("armv7-unknown-linux-musleabihf"), Some("musl"));
        assert_eq!(libc("aarch64-apple-darwin"), None);
    }

    #[test]
    fn what_npm_cannot_install_is_refused() {
        let refusal = |triple| Platform::of_triple(triple).expect_err("no platform").to_string();
        assert!(refusal("aarch64-unknown-linux-ohos").contains("--ohos"));
        assert!(refusal("wasm32-wasip1").starts_with("wasm32-wasip1: npm has no name"));
    }
}
