#!/bin/sh
# Tells the stories of the bundled captures and opens them as a site: `make demo`.
# --no-serve ends before the site is opened: `make demo DEMO=--no-serve`.
set -eu

parallax=${PARALLAX:-./target/release/parallax}
archive=target/demo

"$parallax" story --quiet fixtures/*/captures
rm -rf "$archive"
"$parallax" init --archive "$archive"
"$parallax" add --quiet --archive "$archive" fixtures/*/captures
cp fixtures/outlets.toml "$archive"
case ${1:-} in
--no-serve) exit 0 ;;
esac
exec "$parallax" serve --archive "$archive"
