//! A Python script in a child process that answers line by line.

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use std::{
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

/// The running script. It ends when its input does, so it never outlives us.
pub(crate) struct Script {
    path: &'static str,
    child: Child,
    questions: Option<ChildStdin>,
    answers: BufReader<ChildStdout>,
}

impl Script {
    pub(crate) fn start(python: &Path, path: &'static str) -> Result<Self> {
        ensure!(python.is_file(), "no interpreter at {}", python.display());
        let mut child = Command::new(python)
            .arg(path)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", python.display()))?;
        let questions = child.stdin.take();
        let answers = child.stdout.take().context("no way to hear the script")?;
        Ok(Self { path, child, questions, answers: BufReader::new(answers) })
    }

    pub(crate) fn ask<A: for<'a> Deserialize<'a>>(
        &mut self,
        question: &impl Serialize,
    ) -> Result<A> {
        let ended = || format!("{} ended", self.path);
        let questions = self.questions.as_mut().context("the script is over")?;
        let mut line = serde_json::to_vec(question)?;
        line.push(b'\n');
        questions.write_all(&line).and_then(|()| questions.flush()).with_context(ended)?;
        let mut answer = String::new();
        self.answers.read_line(&mut answer).with_context(ended)?;
        serde_json::from_str(&answer).with_context(|| format!("{} gave no answer", self.path))
    }
}

impl Drop for Script {
    fn drop(&mut self) {
        drop(self.questions.take());
        // Nothing is left to be done for a child that cannot be waited for.
        let _ = self.child.wait();
    }
}
