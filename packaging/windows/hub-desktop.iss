; The installer for Windows, made by Inno Setup 6: for one person, without administrator rights.
;   ISCC.exe /DVersion=0.1.0 packaging\windows\hub-desktop.iss     (build.ps1 does it)

#ifndef Version
  #error Give the version: ISCC.exe /DVersion=0.1.0 hub-desktop.iss
#endif
#define Name "Hub Desktop"
#define Run "Software\Microsoft\Windows\CurrentVersion\Run"
#define Approved "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

[Setup]
; The same for all versions, so that a newer one takes the place of an older one.
AppId={{7B0C5B0E-6C1B-4B57-9E53-0D5B4C1C2E8A}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher=The Smart Student Hub authors
VersionInfoVersion={#Version}
DefaultDirName={localappdata}\Programs\Hub Desktop
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
DisableDirPage=auto
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\hub-desktop.ico
UninstallDisplayIcon={app}\hub-desktop-window.exe
UninstallDisplayName={#Name}
OutputDir=..\..\dist
OutputBaseFilename=hub-desktop-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
; A program that runs holds its files; the person is asked to let it be closed.
CloseApplications=yes
CloseApplicationsFilter=*.exe,*.dll,*.pyd
RestartApplications=no

[Tasks]
; Offered ticked to who installs it for the first time. An upgrade leaves it as the person has switched it since.
Name: autostart; Description: "Start {#Name} in the tray when I sign in to Windows"; Flags: checkedonce
Name: desktopicon; Description: "Put an icon on the desktop"; Flags: unchecked

[InstallDelete]
; What an older version brought along and a newer one does not must not be loaded by it.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\hub-desktop\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{userprograms}\{#Name}"; Filename: "{app}\hub-desktop-window.exe"; AppUserModelID: "SmartStudentHub.HubDesktop"
Name: "{userdesktop}\{#Name}"; Filename: "{app}\hub-desktop-window.exe"; Tasks: desktopicon

[Registry]
; The very value that the switch in the settings writes, so that both mean the same; and the mark of Task Manager, which
; would otherwise go on switching it off.
Root: HKCU; Subkey: "{#Run}"; ValueType: string; ValueName: "{#Name}"; ValueData: "{code:AtLogin}"; Tasks: autostart
Root: HKCU; Subkey: "{#Approved}"; ValueType: none; ValueName: "{#Name}"; Flags: deletevalue dontcreatekey; Tasks: autostart

[Run]
Filename: "{app}\hub-desktop-window.exe"; Description: "Open {#Name}"; Flags: nowait postinstall skipifsilent

[Code]
{ Returns the command as Python's subprocess.list2cmdline writes it: quotes only around a path with blanks. }
function AtLogin(Param: String): String;
var
  Exe: String;
begin
  Exe := ExpandConstant('{app}\hub-desktop-window.exe');
  if Pos(' ', Exe) > 0 then
    Exe := '"' + Exe + '"';
  Result := Exe + ' --hidden';
end;

procedure CurUninstallStepChanged(CurUninstallStep: TUninstallStep);
var
  Command: String;
begin
  if CurUninstallStep <> usPostUninstall then
    exit;
  { What starts at login goes only where it would start the program that is gone. }
  if RegQueryStringValue(HKEY_CURRENT_USER, '{#Run}', '{#Name}', Command) then
    if Pos(Lowercase(ExpandConstant('{app}\')), Lowercase(Command)) > 0 then
    begin
      RegDeleteValue(HKEY_CURRENT_USER, '{#Run}', '{#Name}');
      RegDeleteValue(HKEY_CURRENT_USER, '{#Approved}', '{#Name}');
    end;
  if not UninstallSilent then
    MsgBox('{#Name} is removed. The records it has stored were kept in' + #13#10 +
      ExpandConstant('{localappdata}\hub-desktop') + #13#10#13#10 +
      'Delete that folder yourself if nobody needs them any more.', mbInformation, MB_OK);
end;
