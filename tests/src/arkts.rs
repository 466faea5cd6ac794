//! The compiler of ArkTS with its linter.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::{Outcome, install, run_limited, target_dir, workspace};

/// The compiler of ArkTS with its linter, from npm.
#[derive(Debug)]
pub struct Arkts {
    folder: PathBuf,
}

impl Arkts {
    /// Has npm install it in the target folder.
    pub fn install() -> Result<Self, String> {
        let folder = target_dir().join("arkts");
        install(&workspace().join("tests/openharmony/arkts/package.json"), &folder)?;
        Ok(Self { folder })
    }

    /// Copies `page` to where `declarations` are installed as those of the library `name`, `lib<name>.so` or without the ending. The
    /// page imports from the former.
    pub fn place(&self, name: &str, declarations: &Path, page: &Path) -> Result<PathBuf, String> {
        let with_ending = format!("'{}.so'", name.trim_end_matches(".so"));
        let folder = self.folder.join("of").join(name);
        let types = folder.join("oh_modules").join(name);
        let failed = |error: std::io::Error| format!("{}: {error}", folder.display());
        fs::create_dir_all(&types).map_err(failed)?;
        fs::copy(declarations, types.join("index.d.ts")).map_err(failed)?;
        let package = format!("{{ \"name\": \"{name}\", \"types\": \"./index.d.ts\", \"version\": \"1.0.0\" }}\n");
        fs::write(types.join("oh-package.json5"), package).map_err(failed)?;
        let text = fs::read_to_string(page).map_err(|error| format!("{}: {error}", page.display()))?;
        if !text.contains(&format!("from {with_ending}")) {
            return Err(format!("{} does not import {with_ending}", page.display()));
        }
        let placed = folder.join(page.file_name().unwrap_or_default());
        fs::write(&placed, text.replace(&with_ending, &format!("'{name}'"))).map_err(failed)?;
        Ok(placed)
    }

    /// Compiles and lints a file; findings are lines of the output.
    pub fn run(&self, file: &Path) -> Result<Outcome, String> {
        let mut node = Command::new("node");
        node.arg(workspace().join("tests/openharmony/arkts/lint.js")).arg(file);
        node.env("NODE_PATH", self.folder.join("node_modules"));
        run_limited(&mut node, Duration::from_secs(120))
    }
}
