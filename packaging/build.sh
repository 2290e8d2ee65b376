#!/usr/bin/env bash
# Builds the program for this Linux machine: dist/hub-desktop/, and an archive of it to give away.
#
#   packaging/build.sh            in a fresh environment, with the versions of constraints.txt
#   PYTHON=.venv/bin/python packaging/build.sh    with what is installed there, for trying things out
#
# The result runs on systems whose glibc is as new as the one here, or newer: build on the oldest you want to serve.
set -euo pipefail
cd "$(dirname "$0")/.."

export PIP_DISABLE_PIP_VERSION_CHECK=1 QT_QPA_PLATFORM=offscreen
if [ -z "${PYTHON:-}" ]; then
  python3 -m venv build/venv
  PYTHON=build/venv/bin/python
  "$PYTHON" -m pip install --quiet -c constraints.txt '.[build]'
fi
version=$("$PYTHON" -c 'import hub_desktop; print(hub_desktop.__version__)')
"$PYTHON" packaging/draw_icons.py build/icons
"$PYTHON" -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller \
  packaging/hub-desktop.spec

folder=dist/hub-desktop
mkdir -p "$folder/share/icons"
cp packaging/linux/install.sh packaging/linux/uninstall.sh LICENSE "$folder/"
cp packaging/linux/hub-desktop.desktop packaging/linux/hub-desktop.service packaging/linux/*.metainfo.xml "$folder/share/"
cp -R build/icons/hicolor "$folder/share/icons/"
chmod 755 "$folder"/*.sh

archive="dist/hub-desktop-$version-linux-$(uname -m).tar.xz"
tar -C dist --owner=0 --group=0 --numeric-owner --sort=name -cJf "$archive" hub-desktop
(cd dist && sha256sum "$(basename "$archive")" >"$(basename "$archive").sha256")
du -sh "$folder" "$archive"
