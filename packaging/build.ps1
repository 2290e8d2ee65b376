# Builds the program and its installer on Windows: dist\hub-desktop\ and dist\hub-desktop-VERSION-setup.exe
#
#   powershell -ExecutionPolicy Bypass -File packaging\build.ps1
#
# Needs Python 3.11 or newer (64 bit), and Inno Setup 6 for the installer. With $env:HUB_DESKTOP_SIGN set to a command
# such as  signtool sign /fd SHA256 /a /tr http://timestamp.example /td SHA256  both programs and the installer are signed.
$ErrorActionPreference = "Stop"
Set-Location (Join-Path $PSScriptRoot "..")

function Run {
    $command, $rest = $args
    & $command @rest
    if ($LASTEXITCODE -ne 0) { throw "$command ended with $LASTEXITCODE" }
}

function Sign($file) {
    if (-not $env:HUB_DESKTOP_SIGN) { return }
    Run cmd /c "$env:HUB_DESKTOP_SIGN `"$file`""
}

Run py -3 -m venv build\venv
$python = "build\venv\Scripts\python.exe"
Run $python -m pip install --quiet --disable-pip-version-check -c constraints.txt ".[build]"
$version = & $python -c "import hub_desktop; print(hub_desktop.__version__)"
$env:QT_QPA_PLATFORM = "offscreen"
Run $python packaging\draw_icons.py build\icons
Run $python -m PyInstaller --noconfirm --log-level WARN --distpath dist --workpath build\pyinstaller packaging\hub-desktop.spec
Copy-Item LICENSE dist\hub-desktop\
Sign "dist\hub-desktop\hub-desktop.exe"
Sign "dist\hub-desktop\hub-desktop-window.exe"

# That it starts is proved before anybody gets it.
Run dist\hub-desktop\hub-desktop.exe demo --smoke
Remove-Item Env:QT_QPA_PLATFORM

$compilers = "${env:ProgramFiles(x86)}\Inno Setup 6\ISCC.exe", "$env:LOCALAPPDATA\Programs\Inno Setup 6\ISCC.exe"
$compiler = $compilers | Where-Object { Test-Path $_ } | Select-Object -First 1
if (-not $compiler) { throw "Inno Setup 6 is not installed. Get it from https://jrsoftware.org, then run this again." }
Run $compiler "/DVersion=$version" packaging\windows\hub-desktop.iss
$setup = "dist\hub-desktop-$version-setup.exe"
Sign $setup
"{0}  {1}" -f (Get-FileHash -Algorithm SHA256 $setup).Hash.ToLower(), (Split-Path $setup -Leaf) |
    Out-File -Encoding ascii "$setup.sha256"
