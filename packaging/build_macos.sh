#!/usr/bin/env bash
# Builds the application for macOS: dist/Hub Desktop.app and a disk image of it.
#
#   packaging/build_macos.sh
#
# Signed and notarised, as Gatekeeper wants it of what is downloaded, where these are set:
#   HUB_DESKTOP_IDENTITY        "Developer ID Application: Name (TEAM)", from `security find-identity -p codesigning`
#   HUB_DESKTOP_NOTARY_PROFILE  made once by `xcrun notarytool store-credentials PROFILE`
# Without them the image is for this computer and for trying things out.
set -euo pipefail
cd "$(dirname "$0")/.."

export PIP_DISABLE_PIP_VERSION_CHECK=1
python3 -m venv build/venv
python=build/venv/bin/python
"$python" -m pip install --quiet -c constraints.txt '.[build]'
version=$("$python" -c 'import hub_desktop; print(hub_desktop.__version__)')
QT_QPA_PLATFORM=offscreen "$python" packaging/draw_icons.py build/icons
"$python" -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build/pyinstaller \
  packaging/hub-desktop.spec
app="dist/Hub Desktop.app"

if [ -n "${HUB_DESKTOP_IDENTITY:-}" ]; then
  # From the inside out: each library first, then the programs, the application last.
  find "$app/Contents" -type f \( -name '*.dylib' -o -name '*.so' -o -perm -u+x \) -print0 |
    xargs -0 codesign --force --timestamp --options runtime \
      --entitlements packaging/macos/entitlements.plist --sign "$HUB_DESKTOP_IDENTITY"
  codesign --force --timestamp --options runtime --entitlements packaging/macos/entitlements.plist \
    --sign "$HUB_DESKTOP_IDENTITY" "$app"
  codesign --verify --deep --strict "$app"
fi

# That it starts is proved before anybody gets it.
QT_QPA_PLATFORM=offscreen "$app/Contents/MacOS/hub-desktop" demo --smoke

image="dist/hub-desktop-$version-macos-$(uname -m).dmg"
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname "Hub Desktop $version" -srcfolder "$stage" -ov -format UDZO "$image"
if [ -n "${HUB_DESKTOP_IDENTITY:-}" ]; then
  codesign --force --timestamp --sign "$HUB_DESKTOP_IDENTITY" "$image"
  if [ -n "${HUB_DESKTOP_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$HUB_DESKTOP_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
  fi
fi
(cd dist && shasum -a 256 "$(basename "$image")" >"$(basename "$image").sha256")
