#!/bin/sh
# Installs Hub Desktop for the person who runs this, without any rights: ./install.sh [--service] [--autostart]
#
#   --autostart  start it in the tray when you sign in
#   --service    run it without a window, also while nobody is signed in, in place of the tray
#
# Run it anew from a newer folder to upgrade; what the program has stored stays.
set -eu

here=$(cd "$(dirname "$0")" && pwd -P)
program="$HOME/.local/lib/hub-desktop"
bin="$HOME/.local/bin"
share="${XDG_DATA_HOME:-$HOME/.local/share}"
config="${XDG_CONFIG_HOME:-$HOME/.config}"
service=no
autostart=no

fail() {
  echo "$1" >&2
  exit 1
}

for word in "$@"; do
  case "$word" in
    --service) service=yes ;;
    --autostart) autostart=yes ;;
    *) fail "This takes --service and --autostart, and not “$word”." ;;
  esac
done
[ "$(id -u)" != 0 ] || [ -n "${HUB_DESKTOP_INSTALL_AS_ROOT:-}" ] ||
  fail "Run this as the person who will use Hub Desktop, not as root: it installs for whoever runs it."
[ "$service$autostart" != yesyes ] || fail "Choose one of --service and --autostart: only one program can use the data."
[ -x "$here/hub-desktop" ] && [ -d "$here/_internal" ] ||
  fail "The program does not lie beside this file. Unpack the whole archive and run install.sh inside it."
[ "$here" != "$program" ] || fail "Run install.sh from the folder you unpacked, not from the one it installed to."

# Says whether a program out of the installed folder runs now: what is exchanged under its feet would break it.
runs() {
  for link in /proc/[0-9]*/exe; do
    case "$(readlink "$link" 2>/dev/null || true)" in
      "$program"/*) return 0 ;;
    esac
  done
  return 1
}

# The new program is tried before the old one is stopped: until then nothing has changed.
mkdir -p "$(dirname "$program")"
rm -rf "$program.new"
restart=no
# However this ends: half a copy goes, the old program is back where the new one did not come, and its service runs.
ended() {
  rm -rf "$program.new"
  [ -e "$program" ] || [ ! -e "$program.old" ] || mv "$program.old" "$program"
  [ "$restart" = no ] || systemctl --user start hub-desktop ||
    echo "The service could not be started again: systemctl --user status hub-desktop" >&2
}
trap ended EXIT
trap 'exit 1' HUP INT TERM
cp -R "$here" "$program.new"
"$program.new/hub-desktop" --version >/dev/null ||
  fail "The program does not start on this computer. Nothing was changed; the lines above say why."

if command -v systemctl >/dev/null 2>&1 && systemctl --user --quiet is-active hub-desktop 2>/dev/null; then
  restart=yes
  systemctl --user stop hub-desktop
fi
! runs || fail "Hub Desktop is running. Choose Quit in its tray menu, then run this again."

mkdir -p "$bin" "$share/applications" "$share/metainfo" "$share/icons"
rm -rf "$program.old"
[ ! -e "$program" ] || mv "$program" "$program.old"
mv "$program.new" "$program"
rm -rf "$program.old"
ln -sf "$program/hub-desktop" "$bin/hub-desktop"
ln -sf "$program/hub-desktop-window" "$bin/hub-desktop-window"

# A desktop may not know ~/.local/bin, so its entry names the whole path.
escaped=$(printf '%s' "$program" | sed 's/[\\&|]/\\&/g')
sed "s|^Exec=hub-desktop-window|Exec=\"$escaped/hub-desktop-window\"|" "$here/share/hub-desktop.desktop" \
  >"$share/applications/hub-desktop.desktop"
cp "$here/share/org.smartstudenthub.HubDesktop.metainfo.xml" "$share/metainfo/"
cp -R "$here/share/icons/hicolor" "$share/icons/"
if command -v update-desktop-database >/dev/null 2>&1; then update-desktop-database -q "$share/applications" || true; fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then gtk-update-icon-cache -q -t "$share/icons/hicolor" || true; fi

if [ "$service" = yes ]; then
  command -v systemctl >/dev/null 2>&1 || fail "The program is installed, but this system has no systemd for --service."
  mkdir -p "$config/systemd/user" "$config/hub-desktop"
  if [ ! -e "$config/hub-desktop/environment" ]; then
    (umask 077 && printf '# HUB_DESKTOP_VAULT_PASSPHRASE=\n' >"$config/hub-desktop/environment")
  fi
  cp "$here/share/hub-desktop.service" "$config/systemd/user/"
  systemctl --user daemon-reload
  systemctl --user enable hub-desktop
  echo "Where this computer has no keyring, first put a passphrase into $config/hub-desktop/environment. Then:"
  echo "  systemctl --user start hub-desktop"
  echo "  loginctl enable-linger \"\$USER\"    # so that it runs while nobody is signed in"
fi
if [ "$restart" = yes ]; then
  restart=no
  systemctl --user daemon-reload
  systemctl --user start hub-desktop
fi
if [ "$autostart" = yes ]; then "$program/hub-desktop" autostart on; fi

echo "Hub Desktop is installed. It stands in your menu; at a terminal: $bin/hub-desktop"
case ":$PATH:" in
  *":$bin:"*) ;;
  *) echo "To type just “hub-desktop”, add $bin to your PATH; many systems do that at the next sign-in." ;;
esac
