//! Writers that are killed at random moments.

use anyhow::{Context, Result, ensure};
use std::{
    env,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// How often it says how far it is, in kills.
const TOLD: usize = 10;

/// Adds `rows` in a child that is killed `kills` times on the way, and once without; both have
/// to end in the same digest, and each killed one has to leave an archive that is in order.
pub(crate) fn kill(rows: &Path, kills: usize, home: &Path) -> Result<()> {
    let undisturbed = home.join("undisturbed");
    program(&["init"], &undisturbed, None)?;
    let start = Instant::now();
    program(&["add", "--quiet"], &undisturbed, Some(rows))?;
    let longest = start.elapsed();
    let wanted = verified(&undisturbed)?;
    let disturbed = home.join("disturbed");
    let (mut killed, mut dice) = (0, 1_u64);
    while killed < kills {
        // Where one came through, the next begins from nothing.
        if disturbed.exists() {
            std::fs::remove_dir_all(&disturbed)?;
        }
        program(&["init"], &disturbed, None)?;
        loop {
            dice = dice
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            let share = (dice >> 33) as f64 / f64::from(1_u32 << 31);
            if !killed_after(longest.mul_f64(share), rows, &disturbed)? {
                break;
            }
            killed += 1;
            verified(&disturbed).with_context(|| format!("after kill {killed}"))?;
            if killed.is_multiple_of(TOLD) {
                eprintln!("{killed} of {kills} writers killed, after {:.0?}", start.elapsed());
            }
            if killed >= kills {
                break;
            }
        }
    }
    program(&["add", "--quiet"], &disturbed, Some(rows))?;
    ensure!(verified(&disturbed)? == wanted, "it ends in another digest");
    println!(
        "\n{killed} writers killed: each left an archive in order, and it ends in the digest of an undisturbed run"
    );
    Ok(())
}

fn command(arguments: &[&str], folder: &Path) -> Result<Command> {
    let mut command = Command::new(env::current_exe()?);
    command.arg("--as-program").args(arguments).arg("--archive").arg(folder);
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    Ok(command)
}

fn program(arguments: &[&str], folder: &Path, input: Option<&Path>) -> Result<String> {
    let output = command(arguments, folder)?.args(input).output()?;
    ensure!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stdout));
    Ok(String::from_utf8(output.stdout)?)
}

/// The digest of an archive that is in order.
fn verified(folder: &Path) -> Result<String> {
    let said = program(&["verify", "--quiet"], folder, None)?;
    Ok(said.lines().last().unwrap_or_default().to_owned())
}

/// Whether a writer was killed before it was through.
fn killed_after(time: Duration, rows: &Path, folder: &Path) -> Result<bool> {
    let mut writer = command(&["add", "--quiet"], folder)?.arg(rows).spawn()?;
    let start = Instant::now();
    while start.elapsed() < time {
        if writer.try_wait()?.is_some() {
            return Ok(false);
        }
        thread::sleep(Duration::from_millis(2));
    }
    writer.kill()?;
    Ok(!writer.wait()?.success())
}
