"""Draws the icons of the program in every size that a system asks for: python packaging/draw_icons.py FOLDER.

FOLDER/hicolor/ for Linux, FOLDER/hub-desktop.ico for Windows, FOLDER/hub-desktop.icns for macOS.
"""

import os
import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

_DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "hub-desktop.svg"
_HICOLOR = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_ICO = (16, 24, 32, 48, 64, 256)
_ICNS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09", 1024: b"ic10"}


def main(folder: Path) -> None:
    """Draw them all into the folder."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    drawing = _DRAWING.read_text("utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    for size in _HICOLOR:
        place = folder / "hicolor" / f"{size}x{size}" / "apps"
        place.mkdir(parents=True, exist_ok=True)
        (place / "hub-desktop.png").write_bytes(png(renderer, size))
    scalable = folder / "hicolor" / "scalable" / "apps"
    scalable.mkdir(parents=True, exist_ok=True)
    (scalable / "hub-desktop.svg").write_text(drawing, "utf-8")
    (folder / "hub-desktop.ico").write_bytes(ico({size: png(renderer, size) for size in _ICO}))
    (folder / "hub-desktop.icns").write_bytes(icns({size: png(renderer, size) for size in _ICNS}))
    del app


def png(renderer: QSvgRenderer, size: int) -> bytes:
    """Return the drawing as a PNG of `size` by `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return the icon file of Windows that holds the PNGs by size."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    offset = len(head) + 16 * len(pictures)
    for size, picture in pictures.items():
        side = size % 256  # 256 is written as 0
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return head + b"".join(pictures.values())


def icns(pictures: dict[int, bytes]) -> bytes:
    """Return the icon file of macOS that holds the PNGs by size."""
    body = b"".join(_ICNS[size] + struct.pack(">I", 8 + len(one)) + one for size, one in pictures.items())
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit("usage: python packaging/draw_icons.py FOLDER")
    main(Path(sys.argv[1]))
