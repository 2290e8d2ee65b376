#!/bin/sh
# Removes what install.sh put in its places. What the program has stored stays, and the last line says where.
set -eu

program="$HOME/.local/lib/hub-desktop"
bin="$HOME/.local/bin"
share="${XDG_DATA_HOME:-$HOME/.local/share}"
config="${XDG_CONFIG_HOME:-$HOME/.config}"

if command -v systemctl >/dev/null 2>&1 && [ -e "$config/systemd/user/hub-desktop.service" ]; then
  systemctl --user disable --now hub-desktop || true
fi
for link in /proc/[0-9]*/exe; do
  case "$(readlink "$link" 2>/dev/null || true)" in
    "$program"/*)
      echo "Hub Desktop is running. Choose Quit in its tray menu, then run this again." >&2
      exit 1
      ;;
  esac
done

for name in hub-desktop hub-desktop-window; do
  # One that leads elsewhere was not put there by install.sh.
  case "$(readlink "$bin/$name" 2>/dev/null || true)" in
    "$program"/*) rm -f "$bin/$name" ;;
  esac
done
# What starts at login is removed only where it would start the program that goes now.
entry="$config/autostart/hub-desktop.desktop"
if [ -e "$entry" ] && grep -qF "$program/" "$entry"; then rm -f "$entry"; fi
rm -f "$config/systemd/user/hub-desktop.service" "$share/applications/hub-desktop.desktop" \
  "$share/metainfo/org.smartstudenthub.HubDesktop.metainfo.xml"
rm -f "$share"/icons/hicolor/*/apps/hub-desktop.png "$share/icons/hicolor/scalable/apps/hub-desktop.svg"
rm -rf "$program"
if command -v systemctl >/dev/null 2>&1; then systemctl --user daemon-reload 2>/dev/null || true; fi

echo "Hub Desktop is removed. What it has stored was kept in $share/hub-desktop, its settings in $config/hub-desktop."
echo "Delete those folders yourself if nobody needs the records any more; the key of the files is in your keyring."
