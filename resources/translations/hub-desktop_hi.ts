<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="hi_IN" sourcelanguage="en">
<context>
    <name>AccountDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/account_dialogs.py"/>
        <source>&amp;Password</source>
        <translation>पासवर्ड (&amp;P)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_dialogs.py"/>
        <source>10 characters or more. Several words make a good one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_dialogs.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_dialogs.py"/>
        <source>Password a&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_dialogs.py"/>
        <source>The passwords differ. Type the same one twice.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AccountPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/account_panel.py"/>
        <source>&amp;Remove</source>
        <translation>हटाएँ (&amp;R)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_panel.py"/>
        <source>&amp;Remove account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_panel.py"/>
        <source>Accounts</source>
        <translation>खाते</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_panel.py"/>
        <source>Add &amp;account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_panel.py"/>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_panel.py"/>
        <source>Colleges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_panel.py"/>
        <source>Last sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_panel.py"/>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_panel.py"/>
        <source>New &amp;password…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_panel.py"/>
        <source>Nobody has an account, so whoever sits at this PC is the principal. Add an account to make everybody sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_panel.py"/>
        <source>Remove the account of {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_panel.py"/>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_panel.py"/>
        <source>The new password counts from the next sign-in on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_panel.py"/>
        <source>{name} can no longer sign in. What {name} did stays in the audit.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ActivityPage</name>
    <message>
        <location filename="../../hub_desktop/ui/activity_page.py"/>
        <source>Activity</source>
        <translation>गतिविधि</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/activity_page.py"/>
        <source>Deliveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/activity_page.py"/>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/activity_page.py"/>
        <source>Log or deliveries</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddAccountDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/account_dialogs.py"/>
        <source>&amp;Add account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_dialogs.py"/>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_dialogs.py"/>
        <source>&amp;Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_dialogs.py"/>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_dialogs.py"/>
        <source>Colleges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_dialogs.py"/>
        <source>From the first account on, everybody signs in. Make your own first, as principal.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/add_dialog.py"/>
        <source>Add an integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/add_dialog.py"/>
        <source>Add {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/add_dialog.py"/>
        <source>Choose the folder of the files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/add_dialog.py"/>
        <source>Passwords and keys were not kept. Type them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/add_dialog.py"/>
        <source>What was kept cannot be gone on with. Begin anew, please.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/add_dialog.py"/>
        <source>Write for each kind of data the name of its file, such as students*.csv, and test it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddTokenDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/api_token_dialog.py"/>
        <source>&amp;Add token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_dialog.py"/>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_dialog.py"/>
        <source>&amp;Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_dialog.py"/>
        <source>Add an API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_dialog.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_dialog.py"/>
        <source>Colleges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_dialog.py"/>
        <source>Empty: until somebody revokes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_dialog.py"/>
        <source>Give no more than the program needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_dialog.py"/>
        <source>Good for so many &amp;days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_dialog.py"/>
        <source>Of the program that uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_dialog.py"/>
        <source>The token is being made and shown in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_dialog.py"/>
        <source>Tick at least one college.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_dialog.py"/>
        <source>Type a number of days, such as 365, or nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_dialog.py"/>
        <source>nightly report</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddressPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>Address {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>Copy address {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>Deliveries are taken in now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>It works on this computer alone. Choose Test to see who else can reach it, and how.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>Make a new secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>Make a secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>Open the listener settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>Switch on</source>
        <translation>चालू करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>The first works on this computer, the others within the network of the college.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AllowDeviceDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/allow_device_dialog.py"/>
        <source>&amp;Allow device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/allow_device_dialog.py"/>
        <source>&amp;College of the new integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/allow_device_dialog.py"/>
        <source>&amp;Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/allow_device_dialog.py"/>
        <source>Allow a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/allow_device_dialog.py"/>
        <source>Attendance devices</source>
        <translation>उपस्थिति उपकरण</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/allow_device_dialog.py"/>
        <source>Compare it with the one on the device, under System info.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/allow_device_dialog.py"/>
        <source>Make a new integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/allow_device_dialog.py"/>
        <source>Name of the ne&amp;w integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/allow_device_dialog.py"/>
        <source>The device is being allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/allow_device_dialog.py"/>
        <source>There is none yet that devices feed, so one is made. Its rule can be changed later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/allow_device_dialog.py"/>
        <source>Type the serial number of the device.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApiTokenPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source> The listener is off now; switch it on before you try it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>API tokens</source>
        <translation>API टोकन</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>Add &amp;token…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>Choose a token first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>Colleges</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>Copy the token of “{name}” now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>Expires</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>It is not shown again. Whoever knows it may do what its role may, so pass it on in a safe way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>Last used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>Made by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>No other program may use Hub Desktop yet. A token lets one in over HTTP, such as a nightly report or a script: with a role, and until you revoke it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>Re&amp;voke…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>Revoke the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>Revoke the token “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>Revoke token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>Role</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>The new API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>The program that has it is refused from now on. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>To try it in a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>What a token is was shown when it was made, and is not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>expired {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>when revoked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>“{name}” was revoked.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttentionRow</name>
    <message>
        <location filename="../../hub_desktop/ui/system_row.py"/>
        <source>Trying again {time}</source>
        <translation type="vanished">फिर से कोशिश: {time}</translation>
    </message>
</context>
<context>
    <name>AuditPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>About</source>
        <translation>परिचय</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Audit</source>
        <translation>लेखा-परीक्षा</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Check the c&amp;hain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Every action leaves a row that cannot be changed unnoticed: each row seals the one before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Re&amp;fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>The audit is whole: {rows}, none changed or removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>The audit was changed from outside: row {row} does not fit. Keep the data folder as it is and ask your IT team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Who</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AutostartPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/autostart_panel.py"/>
        <source>Start Hub Desktop in the tray when I sign in to this &amp;computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/autostart_panel.py"/>
        <source>Your systems stay in sync without anybody opening the window.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BackupPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>A backup holds everything except the passwords of your systems. It is not encrypted: keep it where nobody else finds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>A backup holds everything except the passwords of your systems. On another computer it opens only with the recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>A backup is just being made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>Back up no&amp;w…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>Back up now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>Backups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>Backups of Hub Desktop (*{ending})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>How much of the backup is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>Last backup: {when}, {size}, in {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>No backup was made yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>Restore a &amp;backup…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>Save the recovery key too, or no other computer can ever open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>Stop the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>The backup is in {file}. It was read back and is whole.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BulkActions</name>
    <message>
        <location filename="../../hub_desktop/ui/bulk_actions.py"/>
        <source>Addresses, field mappings and stored passwords or keys are removed, and nothing more is synced from there. The records that came stay. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_actions.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_actions.py"/>
        <source>Delete {integrations}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_actions.py"/>
        <source>Delete {integrations}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_actions.py"/>
        <source>Export {integrations}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_actions.py"/>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_actions.py"/>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_actions.py"/>
        <source>Undo: {sentence}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_actions.py"/>
        <source>{integrations} written to {file}. Passwords and keys are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <location filename="../../hub_desktop/ui/bulk_bar.py"/>
        <source>All that are shown are selected already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_bar.py"/>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_bar.py"/>
        <source>Clear the selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_bar.py"/>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_bar.py"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_bar.py"/>
        <source>Done with selecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_bar.py"/>
        <source>Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_bar.py"/>
        <source>Select all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_bar.py"/>
        <source>Select at least one integration first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_bar.py"/>
        <source>Switch off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_bar.py"/>
        <source>Switch on</source>
        <translation>चालू करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_bar.py"/>
        <source>Sync</source>
        <translation>सिंक</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_bar.py"/>
        <source>Wait until the last choice is carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_bar.py"/>
        <source>{chosen} of {shown} selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CalendarPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source> Passed over because they take less than a day: {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source> {number} were there already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>&amp;First day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>&amp;Last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Add holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Always closed on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>As this computer has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Calendars (*.ics *.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Closed on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Diwali</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Friday</source>
        <translation>शुक्रवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Import .ics or CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Import holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>It is {zone} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Monday</source>
        <translation>सोमवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>New &amp;holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>No holiday is written down yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>On holidays attendance is not synced by itself, and nobody is told that it is missing. A CSV file has a line for each holiday: date, last day (may be left out), name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>One moment, please.</source>
        <translation>कृपया एक पल रुकें।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Remove {holidays}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Saturday</source>
        <translation>शनिवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Sunday</source>
        <translation>रविवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Thursday</source>
        <translation>गुरुवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Time &amp;zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Today is a holiday: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Tuesday</source>
        <translation>मंगलवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Type the name of the holiday, such as Diwali.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>Wednesday</source>
        <translation>बुधवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>{holidays} added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>{holidays} to come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>{name}: {days}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CatalogList</name>
    <message>
        <location filename="../../hub_desktop/ui/catalog_list.py"/>
        <source>Systems of the catalog</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <location filename="../../hub_desktop/ui/report_list.py"/>
        <source>Details</source>
        <translation>विवरण</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_list.py"/>
        <source>Details of {check}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChecklistPage</name>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Change…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Connection tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Enter it…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Field mapping complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>First syncs watched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Key or password given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Map the fields…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>See the activity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Set it up…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Sign in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Switch on</source>
        <translation>चालू करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Switched on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Sync interval set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Test connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>Webhook set up (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>still to do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>{name} is set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>{things} left to do for {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/checklist_page.py"/>
        <source>{title}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>&amp;Fill in the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>&amp;Go on with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>&amp;Paste a command…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>A cURL command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>A configuration file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>Add an integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>Any other system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>C&amp;ontinue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>CSV, Excel or JSON that a system or an office puts there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>Choose a f&amp;ile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>Choose a fol&amp;der…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>Choose a system of the list first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>Choose your system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>Di&amp;scard it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>Files in a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>For IT staff: copied from the browser, from Postman or from the vendor's documentation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>From your IT team; it ends in .json. What it holds arrives switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>No system of the catalog has these words. Fill in the form instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>Not in the list? If it has a REST API, its addresses and a key are enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>Search the catalog</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>Search, such as Moodle or attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>You began to add {name} {time}. Passwords and keys were not kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/choice_page.py"/>
        <source>an integration</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComparisonPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>Choose two different sources to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>In both, with different values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>Only in the one source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>Only in the other source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>The one source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>The other source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>{kind}: {one} {first}, {two} {second}; {both} in both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>{number} in both, with different values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>{number} only in {source}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConflictPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>Fields on which sources disagree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>The sources agree on all {kind}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>What they say; the first counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>corrected by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/comparison_panel.py"/>
        <source>{values} of {records} differ. Choose one to see and correct it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ConnectionTest</name>
    <message>
        <location filename="../../hub_desktop/ui/connection_test.py"/>
        <source>&amp;Make all {changes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/connection_test.py"/>
        <source>&amp;Test connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/connection_test.py"/>
        <source>Connection test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/connection_test.py"/>
        <source>Save it; the sign-in then opens by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/connection_test.py"/>
        <source>Stop the &amp;test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/connection_test.py"/>
        <source>Testing the connection…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/connection_test.py"/>
        <source>The test was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <location filename="../../hub_desktop/ui/copy_button.py"/>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CorrectionDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/correction_dialog.py"/>
        <source>&amp;Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/correction_dialog.py"/>
        <source>A day as 2026-01-31.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/correction_dialog.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/correction_dialog.py"/>
        <source>Correct {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/correction_dialog.py"/>
        <source>Empty: there is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/correction_dialog.py"/>
        <source>No system has a value here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/correction_dialog.py"/>
        <source>This counts before what any system says, over all syncs, until it is taken back.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CredentialFields</name>
    <message>
        <location filename="../../hub_desktop/ui/credential_fields.py"/>
        <source>S&amp;ign-in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CurlPage</name>
    <message>
        <location filename="../../hub_desktop/ui/curl_page.py"/>
        <source>&amp;Fill the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/curl_page.py"/>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/curl_page.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/curl_page.py"/>
        <source>Co&amp;mmand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/curl_page.py"/>
        <source>In the browser, open the developer tools (F12), look at the data in the other system, find the request under Network, and choose Copy as cURL. A command from Postman or from the vendor's documentation works as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/curl_page.py"/>
        <source>Paste a cURL command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/curl_page.py"/>
        <source>The command is only read, never run. Its password or key goes to a secret field.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>All sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>An export knows the filter “is” alone. Take the other filters away first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>C&amp;olumns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>Clear &amp;filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>Conflicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>Data</source>
        <translation>डेटा</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>Kind of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>No record fits these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>No record was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>Nothing found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>Records or refused records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>Refused ({number})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>Search all fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>Search the records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>The first {records}; counting the others…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>There are no {kind} yet. Connect a system that has them, then choose Sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>These records were not stored. Correct the mapping and choose Replay, or mend them in their system and sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>This searches the records. Choose “Records” first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>{columns} with personal data, and refused records, are hidden for the role {role}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>{records} from {sources}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>{records} with “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>{records} · as of {when}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeliveryDetails</name>
    <message>
        <location filename="../../hub_desktop/ui/delivery_details.py"/>
        <source>&amp;Copy the body</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_details.py"/>
        <source>Body of the delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_details.py"/>
        <source>Show the &amp;log of its run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_details.py"/>
        <source>The body is no longer kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeliveryModel</name>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>Attempts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>Integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>Repeats</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>State</source>
        <translation>अवस्था</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
</context>
<context>
    <name>DeliveryPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>&amp;Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>&amp;Replay {deliveries}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>A test feeds nothing, so it is not replayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>All integrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>Choose a delivery first; with Ctrl or Shift, several.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>Clear &amp;filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>Deliveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>In any state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>Integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>It waits to be worked on already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>No delivery is in this state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>Nothing is left to replay: their bodies are no longer kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>Nothing was delivered yet. A delivery is what another system sends here by itself, the moment something changes there. Give it the address and the secret of the webhook; both are found under Integrations, More, Webhook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>Nothing was delivered yet. Give the address and the secret to the other system, then choose Test to see whether it can come in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>One moment, please.</source>
        <translation>कृपया एक पल रुकें।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>Replay &amp;all {number} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>Replay the 1 &amp;failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>State</source>
        <translation>अवस्था</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_panel.py"/>
        <source>{deliveries} {being} worked on again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <location filename="../../hub_desktop/ui/application.py"/>
        <source>Go on now</source>
        <translation>अभी जारी रखें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/application.py"/>
        <source>Hub Desktop goes on in the tray</source>
        <translation>Hub Desktop ट्रे में चलता रहता है</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/application.py"/>
        <source>Keep it running</source>
        <translation>चलते रहने दें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/application.py"/>
        <source>Quit instead</source>
        <translation>बंद कर दें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/application.py"/>
        <source>Something on the page of an integration is not saved yet. Save it, then choose the language again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/application.py"/>
        <source>Syncs by timetable are paused until {time}.</source>
        <translation>समय-सारणी के अनुसार होने वाले सिंक {time} तक रुके हुए हैं।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/application.py"/>
        <source>This desktop has no tray. Keep the window open or minimised, so that your systems go on syncing; closing it ends Hub Desktop.</source>
        <translation>इस डेस्कटॉप पर ट्रे नहीं है। विंडो को खुला या छोटा करके रखें, ताकि आपके सिस्टम सिंक होते रहें; इसे बंद करने पर Hub Desktop बंद हो जाता है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/application.py"/>
        <source>This is said only once.</source>
        <translation>यह केवल एक बार बताया जाता है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/application.py"/>
        <source>Your systems stay in sync. Choose the icon in the tray to open the window again.</source>
        <translation>आपके सिस्टम सिंक होते रहेंगे। विंडो फिर से खोलने के लिए ट्रे का आइकन चुनें।</translation>
    </message>
</context>
<context>
    <name>DeviceDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source> {number} more are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>&amp;Close</source>
        <translation>बंद करें (&amp;C)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>&amp;Save device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Choose rows, or none for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Clock: {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Details of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Discard rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Discard {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Discard {rows} of {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Discard {rows}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Firmware {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>It is blocked. Allow it again first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Last contact {time}, from {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>No contact yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>None of them can be read as a punch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Nothing was put aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Rows put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Saved.</source>
        <translation>सहेजा गया।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Serial number {serial}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Take in {rows}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>They are kept nowhere else here, and never become attendance. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Wait until this is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>Why it was put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>{punches} kept, {today} of today, {again} that came again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>{punches} taken in. Attendance is drawn anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>{rows} discarded.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceFields</name>
    <message>
        <location filename="../../hub_desktop/ui/device_fields.py"/>
        <source>&amp;Days to look back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_fields.py"/>
        <source>&amp;Integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_fields.py"/>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_fields.py"/>
        <source>&amp;Time zone of its clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_fields.py"/>
        <source>Main gate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_fields.py"/>
        <source>Punches from before the day it is allowed are taken this far back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_fields.py"/>
        <source>That of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_fields.py"/>
        <source>Type a number of days, such as 30.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceModel</name>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>Integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>Last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>Punches made today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>Put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>Rows that cannot be right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>Serial number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>Status</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>Today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>Unknown device</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DevicePushForm</name>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>Copy what is typed into a device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>Domain name: off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>HTTPS: off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>HTTPS: on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>Let attendance devices push their punches here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>Only this computer can reach the listener, so no device can. Choose its network above, or give devices a port of their own with a network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>Port for devices alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>Port: {port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>Save device push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>Saved.</source>
        <translation>सहेजा गया।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>Saving…</source>
        <translation>सहेजा जा रहा है…</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>Server address: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>The listener is switched off, so no device reaches it. Switch it on above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>The same as above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>The same as above: {port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>Type into each device, under Comm. → Cloud Server Setting:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>Who can reach that port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_push_form.py"/>
        <source>Without encryption, which most devices lack; nothing but devices is answered there.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceTable</name>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>Attendance devices</source>
        <translation>उपस्थिति उपकरण</translation>
    </message>
</context>
<context>
    <name>DevicesPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/devices_panel.py"/>
        <source>Allow again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/devices_panel.py"/>
        <source>Allow by serial number…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/devices_panel.py"/>
        <source>Allow…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/devices_panel.py"/>
        <source>Block</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/devices_panel.py"/>
        <source>Choose a device first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/devices_panel.py"/>
        <source>Choose a device to see more of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/devices_panel.py"/>
        <source>Device details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/devices_panel.py"/>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/devices_panel.py"/>
        <source>Readers of ZKTeco, eSSL and their kin send each punch by themselves; their menus call it ADMS, Cloud server or Push. Switch it on above and type the address of this computer into the device. It calls, appears here, and you allow it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DiscardQuestion</name>
    <message>
        <location filename="../../hub_desktop/ui/discarding.py"/>
        <source>&amp;Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/discarding.py"/>
        <source>&amp;Keep editing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/discarding.py"/>
        <source>Discard what you typed?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/discarding.py"/>
        <source>What you typed has not been saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DriftDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/drift_dialog.py"/>
        <source>All mapped fields come as before. There is nothing to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/drift_dialog.py"/>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/drift_dialog.py"/>
        <source>If the system was changed on purpose, open the mapping and name the new fields, or say that it is right as it is now. If not, ask the people who run it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/drift_dialog.py"/>
        <source>Open the &amp;mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/drift_dialog.py"/>
        <source>That is &amp;right now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/drift_dialog.py"/>
        <source>There is nothing to decide.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/drift_dialog.py"/>
        <source>Wait until it is stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/drift_dialog.py"/>
        <source>Wait until the changes are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/drift_dialog.py"/>
        <source>What {name} sends has changed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DryRunPage</name>
    <message>
        <location filename="../../hub_desktop/ui/dry_run_page.py"/>
        <source>A sync now would add {added}, change {changed} and remove {removed}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/dry_run_page.py"/>
        <source>Cancel the &amp;dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/dry_run_page.py"/>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/dry_run_page.py"/>
        <source>Edit the settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/dry_run_page.py"/>
        <source>It is being cancelled already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/dry_run_page.py"/>
        <source>Look &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/dry_run_page.py"/>
        <source>Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/dry_run_page.py"/>
        <source>Progress of the dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/dry_run_page.py"/>
        <source>See the &amp;records…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/dry_run_page.py"/>
        <source>Sign in again…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndpointDetails</name>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>&amp;JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>&amp;Use these settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>As JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>Ask &amp;once for each record of another endpoint, or for each of some values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>Details of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>How punches become attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>Limits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>Once for each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>Only what is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>Read only what is &amp;new since the last sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>Request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>The first rule that fits is followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>The same settings as text. What is changed here shows above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>What errors mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>Write an object, as in {example}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_details.py"/>
        <source>“{name}” is set in the form, beside the path.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndpointRow</name>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Custom records are kept whole, so there is nothing to map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Details of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Details…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Field mapping of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Field mapping{number}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>How often to sync {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Key fields of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Key fields, such as id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Kind of data of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Name of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Name, such as hostel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Pages of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Path of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Read {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Remove {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>new endpoint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndpointRows</name>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Add another en&amp;dpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Every</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Kind of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_rows.py"/>
        <source>Path below the address</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndpointSettings</name>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Body as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Body as a form (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Field that grows with every change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Fields to keep, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Fixed values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>For each record of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Headers (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>In any order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>JavaScript over each record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Look back (minutes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Most minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Most pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Oldest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Oldest first: a run that breaks off goes on from its last stored page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Only after a whole pass without errors. Where many would go at once, nothing is removed until somebody decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Only records for which this holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Only those for which this holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Pages follow by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Parameter of how many were read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Parameter of the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Parameter of the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Parameter of the page number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Parameter of the page size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Parameter of the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Parameters (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Records are at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Records are in a list inside each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Records come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Records on a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Requests at the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>The first page is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>The first sync starts at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>The next address is at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>The next cursor is at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>The next cursor is in the header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>The number of all records is at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>This &amp;list is complete: what it does not bring any more is removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Values, one a line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Whether there is more is at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Window (days)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Written as</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorRuleTable</name>
    <message>
        <location filename="../../hub_desktop/ui/error_rule_table.py"/>
        <source>Add a rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/error_rule_table.py"/>
        <source>Holds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/error_rule_table.py"/>
        <source>Nothing to read here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/error_rule_table.py"/>
        <source>Remove the rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/error_rule_table.py"/>
        <source>Say to people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/error_rule_table.py"/>
        <source>Sign-in refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/error_rule_table.py"/>
        <source>Status</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/error_rule_table.py"/>
        <source>Stop with an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/error_rule_table.py"/>
        <source>Then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/error_rule_table.py"/>
        <source>Too many requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/error_rule_table.py"/>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/error_rule_table.py"/>
        <source>What errors mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/error_rule_table.py"/>
        <source>What rule {number} does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/error_rule_table.py"/>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>&amp;CSV, for Excel and most other programs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>&amp;Export…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>&amp;JSON, for programs; every text as it is stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>&amp;Stop</source>
        <translation>रोकें (&amp;S)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>All {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>E&amp;xcel workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>Excel workbooks (*.xlsx)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>Export {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>Records written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>Show the &amp;folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>{columns} with personal data left out for your role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>{kind} with {conditions}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>{records} written to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>{taken} of {total} written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/export_dialog.py"/>
        <source>{what} from {source}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileEdit</name>
    <message>
        <location filename="../../hub_desktop/ui/listener_fields.py"/>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileImport</name>
    <message>
        <location filename="../../hub_desktop/ui/importing.py"/>
        <source>Configurations (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/importing.py"/>
        <source>Import a configuration</source>
        <translation>कॉन्फ़िगरेशन आयात करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/importing.py"/>
        <source>Test each one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/importing.py"/>
        <source>Test it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/importing.py"/>
        <source>{names} came in, switched off. {each}, correct what does not work, and switch it on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilesPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/files_panel.py"/>
        <source>Both files are encrypted (SQLCipher on SQLite {version}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/files_panel.py"/>
        <source>Data folder: {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/files_panel.py"/>
        <source>Save &amp;recovery key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/files_panel.py"/>
        <source>Save recovery key</source>
        <translation>रिकवरी कुंजी सहेजें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/files_panel.py"/>
        <source>Saved to {place}. Print it or put it on a stick, then delete the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/files_panel.py"/>
        <source>The files are not encrypted, because this platform has no SQLCipher (SQLite {version}). Use the encryption of the disk instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/files_panel.py"/>
        <source>The key of the files is kept on this computer alone. Save a recovery key, or the records are lost with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/files_panel.py"/>
        <source>The recovery key was saved. Keep it apart from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>&amp;Add filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>Appl&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>Changed {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>Field to filter by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>How to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>Last changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>Only where</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>Remove the filter: {words}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>Since when it changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>Value to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>contains</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>in the last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>in the last 7 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>in the last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/filter_bar.py"/>
        <source>is not empty</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindAnything</name>
    <message>
        <location filename="../../hub_desktop/ui/find_anything.py"/>
        <source>A system, a screen, a setting, a student…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/find_anything.py"/>
        <source>Find anything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/find_anything.py"/>
        <source>Nothing is called so. Try another word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/find_anything.py"/>
        <source>Up and Down choose, Enter goes there, Esc closes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/find_anything.py"/>
        <source>What was found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/find_anything.py"/>
        <source>What you look for</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FirstStart</name>
    <message>
        <location filename="../../hub_desktop/ui/first_start.py"/>
        <source>&amp;Connect a system</source>
        <translation>सिस्टम जोड़ें (&amp;C)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/first_start.py"/>
        <source>&amp;Try the sample college</source>
        <translation>नमूना कॉलेज आज़माएँ (&amp;T)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/first_start.py"/>
        <source>Connect your first system</source>
        <translation>अपना पहला सिस्टम जोड़ें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/first_start.py"/>
        <source>I&amp;mport a configuration…</source>
        <translation>कॉन्फ़िगरेशन आयात करें (&amp;M)…</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/first_start.py"/>
        <source>Import a configuration</source>
        <translation>कॉन्फ़िगरेशन आयात करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/first_start.py"/>
        <source>Look around with a made-up college whose systems run inside this program. Nothing in it is real, and nothing can be broken.</source>
        <translation>एक काल्पनिक कॉलेज में घूमकर देखें, जिसके सिस्टम इसी प्रोग्राम के भीतर चलते हैं। इसमें कुछ भी असली नहीं है और कुछ भी बिगड़ नहीं सकता।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/first_start.py"/>
        <source>Try the sample college</source>
        <translation>नमूना कॉलेज आज़माएँ</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/first_start.py"/>
        <source>You need the address of your ERP, LMS or attendance machine, and a key or password from your IT team. It takes about five minutes.</source>
        <translation>आपको अपने ERP, LMS या उपस्थिति मशीन का पता और अपनी IT टीम से एक कुंजी या पासवर्ड चाहिए। इसमें लगभग पाँच मिनट लगते हैं।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/first_start.py"/>
        <source>Your IT team may have sent you a file that ends in .json. Systems from a file arrive switched off, until you have looked at them.</source>
        <translation>आपकी IT टीम ने आपको .json वाली फ़ाइल भेजी होगी। फ़ाइल से आए सिस्टम तब तक बंद रहते हैं, जब तक आप उन्हें देख न लें।</translation>
    </message>
</context>
<context>
    <name>GroupModel</name>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Why they were refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>A sync brings errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>A system cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>A system that limits requests is asked again later by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>A webhook does not arrive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>Activity lists what happened in each sync; choose a line to see its details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>Ask for a new key, choose Sign in again on the card, and enter it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>Ask your IT team whether a firewall or proxy stops the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>Check the address, and that this computer is on the college's network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>Check the paths and the field mapping with Edit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>Choose Test on its card: each step is tried, and the one that fails says what to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>Ctrl+1 to Ctrl+6: the screens. Ctrl+F: search. Ctrl+N: add an integration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>F5: sync the system whose card is in use, or all. F1: this help. Esc: clear the search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>Help</source>
        <translation>सहायता</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>Hub Desktop {version}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>Its secret must be the one kept here, and each delivery must be signed with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>Refused records, each with all its reasons, are under Data. The other records came in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>The password or key is refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>The sender must reach this computer, at the address shown in Settings.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>&amp;Keep the old {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>&amp;Remove {records}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>&amp;Take over {changes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>As it is now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Decide &amp;later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Keeping the old records…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Kept: the old {kind} from {name}. The next sync asks again if the same changes come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Kept: {records} from {name}. The same removals are not asked about again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Key</source>
        <translation>कुंजी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Loading the records…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>No record holds these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Records that wait for a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Removed: {records} from {name}. In Activity, at this run, it can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Removing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Search these records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Take the changes over if they are meant; keep the old values if something went wrong at {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Taken over: {changes} from {name}. In Activity, at this run, it can be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Taking over the changes…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>The first {shown} of {found}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>What would change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>Would</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>be new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>disappear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>held {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>{known} known until now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>{name} sent the whole list without them. Remove them if they really left; keep them if something went wrong at {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>{number} would be new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>{number} would be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_panel.py"/>
        <source>{number} would change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HoldReview</name>
    <message>
        <location filename="../../hub_desktop/ui/hold_review.py"/>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_review.py"/>
        <source>Loading what was held…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_review.py"/>
        <source>Nothing waits for a decision any more. A later sync or a colleague settled it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_review.py"/>
        <source>What waits for your decision: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/hold_review.py"/>
        <source>What was held</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <location filename="../../hub_desktop/ui/home.py"/>
        <source>It keeps one checked copy of the records in your college's systems, and tells you whether they work. Choose a way to begin.</source>
        <translation>यह आपके कॉलेज के सिस्टमों के रिकॉर्ड की एक जाँची हुई प्रति रखता है और बताता है कि वे काम कर रहे हैं या नहीं। शुरू करने का तरीका चुनें।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/home.py"/>
        <source>Looking at the college's systems…</source>
        <translation>कॉलेज के सिस्टम देखे जा रहे हैं…</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/home.py"/>
        <source>Needs your attention</source>
        <translation>आपका ध्यान चाहिए</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/home.py"/>
        <source>Save recovery key</source>
        <translation>रिकवरी कुंजी सहेजें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/home.py"/>
        <source>Save recovery key…</source>
        <translation>रिकवरी कुंजी सहेजें…</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/home.py"/>
        <source>Sync all</source>
        <translation>सभी सिंक करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/home.py"/>
        <source>The recovery key was saved to {place}. Print it or put it on a stick, keep it in a safe, and delete the file.</source>
        <translation>रिकवरी कुंजी {place} में सहेजी गई। इसे छाप लें या पेन ड्राइव में रखें, तिजोरी में सुरक्षित रखें और फ़ाइल मिटा दें।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/home.py"/>
        <source>The sample college could not be started.</source>
        <translation>नमूना कॉलेज शुरू नहीं हो सका।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/home.py"/>
        <source>The sample college opens in a window of its own.</source>
        <translation>नमूना कॉलेज अपनी अलग विंडो में खुलता है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/home.py"/>
        <source>Welcome to Hub Desktop</source>
        <translation>Hub Desktop में आपका स्वागत है</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/home.py"/>
        <source>Your records are encrypted with a key kept on this computer alone. Save a recovery key, so that they can still be opened if the computer is lost.</source>
        <translation>आपके रिकॉर्ड ऐसी कुंजी से एन्क्रिप्ट हैं जो केवल इसी कंप्यूटर पर है। एक रिकवरी कुंजी सहेजें, ताकि कंप्यूटर खो जाने पर भी वे खोले जा सकें।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/home.py"/>
        <source>Your systems</source>
        <translation>आपके सिस्टम</translation>
    </message>
</context>
<context>
    <name>ImportSummary</name>
    <message>
        <location filename="../../hub_desktop/ui/import_summary.py"/>
        <source>Came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/import_summary.py"/>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/import_summary.py"/>
        <source>Import a configuration</source>
        <translation>कॉन्फ़िगरेशन आयात करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/import_summary.py"/>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/import_summary.py"/>
        <source>What came in and what was refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/import_summary.py"/>
        <source>What came in is switched off. Look at each one, enter its key, and switch it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/import_summary.py"/>
        <source>integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/import_summary.py"/>
        <source>{added} of {number} came in</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntegrationActions</name>
    <message>
        <location filename="../../hub_desktop/ui/integration_actions.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_actions.py"/>
        <source>Delete integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_actions.py"/>
        <source>Delete the integration “{name}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_actions.py"/>
        <source>It has brought no records yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_actions.py"/>
        <source>Its address, its field mappings and its stored password or key are removed, and it syncs no more. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_actions.py"/>
        <source>The {records} it brought stay: {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_actions.py"/>
        <source>What you typed is kept for the next time you choose Add, without passwords and keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_actions.py"/>
        <source>What you typed is too long to be kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntegrationActivity</name>
    <message>
        <location filename="../../hub_desktop/ui/integration_activity.py"/>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_activity.py"/>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_activity.py"/>
        <source>Runs or log</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntegrationCard</name>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>&amp;Activity</source>
        <translation>गतिविधि (&amp;A)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>&amp;Delete…</source>
        <translation>हटाएँ (&amp;D)…</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>&amp;Preview the next sync…</source>
        <translation>अगले सिंक का पूर्वावलोकन (&amp;P)…</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>&amp;Set-up checklist…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>&amp;Webhook…</source>
        <translation>वेबहुक (&amp;W)…</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Cancel</source>
        <translation type="vanished">रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Cancel the sync of {name}</source>
        <translation type="vanished">{name} का सिंक रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>E&amp;xport…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Edit</source>
        <translation>बदलें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Edit {name}</source>
        <translation>{name} बदलें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Keeps {records}</source>
        <translation>रखे हुए: {records}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Last delivery {time}.</source>
        <translation>पिछली डिलीवरी {time}।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Last delivery: {time}</source>
        <translation>पिछली डिलीवरी: {time}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Last run: {counts}</source>
        <translation type="vanished">पिछला रन: {counts}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Last synced {time}</source>
        <translation>पिछला सिंक {time}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Last synced: {time}</source>
        <translation>पिछला सिंक: {time}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Last wrong signature: {time}</source>
        <translation>पिछला गलत हस्ताक्षर: {time}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>More for {name}</source>
        <translation>{name} के लिए और</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>More ▾</source>
        <translation>और ▾</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Next: {time}</source>
        <translation>अगला: {time}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Not synced yet</source>
        <translation>अभी तक सिंक नहीं हुआ</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Opens the page of this integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Progress of {name}</source>
        <translation type="vanished">{name} की प्रगति</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Select {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Switched off; switch on to sync by itself</source>
        <translation>बंद है; अपने आप सिंक होने के लिए चालू करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Sync</source>
        <translation type="vanished">सिंक</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Sync {name} by itself</source>
        <translation>{name} को अपने आप सिंक करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Sync {name} now</source>
        <translation type="vanished">{name} को अभी सिंक करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Syncs by itself; switch off to pause it</source>
        <translation>अपने आप सिंक होता है; रोकने के लिए बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Test</source>
        <translation type="vanished">जाँचें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Test the connection of {name}</source>
        <translation type="vanished">{name} का कनेक्शन जाँचें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>The last run was cancelled after {records}.</source>
        <translation type="vanished">पिछला रन {records} के बाद रद्द किया गया।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>Trying again {time}</source>
        <translation type="vanished">फिर से कोशिश: {time}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>took {time}</source>
        <translation>समय लगा: {time}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>{devices}, last contact {time}</source>
        <translation>{devices}, पिछला संपर्क {time}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>{devices}, no contact yet</source>
        <translation>{devices}, अभी तक संपर्क नहीं</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>{number} added</source>
        <translation type="vanished">{number} जोड़े गए</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>{number} changed</source>
        <translation type="vanished">{number} बदले गए</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>{number} refused</source>
        <translation type="vanished">{number} अस्वीकृत</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>{number} removed</source>
        <translation type="vanished">{number} हटाए गए</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_card.py"/>
        <source>{number} unchanged</source>
        <translation type="vanished">{number} अपरिवर्तित</translation>
    </message>
</context>
<context>
    <name>IntegrationEndpoints</name>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>&amp;Settings of this endpoint…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Custom records are kept whole, so there is nothing to map.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Data from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Every required field has a source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>It is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>It is not read. Tick it in the settings of the integration first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>None of its records was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Open the &amp;mapping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Punches need no mapping; the settings of the endpoint say what becomes of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>See the &amp;refused records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Synced {schedule}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>What it needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>Which required fields it lacks is known after its first sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>required field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>required fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>{fields} unmapped: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_endpoints.py"/>
        <source>{records} in quarantine.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntegrationForm</name>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>&amp;Parameters of every request (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>&amp;Save</source>
        <translation>सहेजें (&amp;S)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>API configuration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Add an integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Add&amp;ress (base URL), or a folder of files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>As the system answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Basic information</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>College ERP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Custom &amp;headers (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Edit an integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Edit {name}</source>
        <translation>{name} बदलें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Most requests a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Paste &amp;JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Requests at the same time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Safety brake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Saving…</source>
        <translation>सहेजा जा रहा है…</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Sent in the address, besides those of each endpoint. Never a key or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Settings</source>
        <translation>सेटिंग्स</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Sync this integration &amp;by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>T&amp;ype of system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>Values of headers named like a secret are kept with the passwords.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>What was understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_form.py"/>
        <source>When a sync would remove or change this much, the old records are kept until somebody decides.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntegrationOverview</name>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>As soon as a device sends something</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>At a glance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>Deliveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>Going on since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>In quarantine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>Keeps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>Last 30 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>Last run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>Last synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>Needs attention as well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>Next run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>No records yet</source>
        <translation>अभी कोई रिकॉर्ड नहीं</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>None, for it is switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>Not synced yet</source>
        <translation>अभी तक सिंक नहीं हुआ</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>Source data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>The last came {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>took {time}</source>
        <translation>समय लगा: {time}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>{devices}, last contact {time}</source>
        <translation>{devices}, पिछला संपर्क {time}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>{devices}, no contact yet</source>
        <translation>{devices}, अभी तक संपर्क नहीं</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>{said}; nothing yet from {endpoints}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>{time} at the oldest ({endpoint})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_overview.py"/>
        <source>{time}, {why}: {how}, {counts}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntegrationPage</name>
    <message>
        <location filename="../../hub_desktop/ui/integration_page.py"/>
        <source>Activity</source>
        <translation>गतिविधि</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_page.py"/>
        <source>All integrations; Esc goes back to where you came from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_page.py"/>
        <source>Endpoints and mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_page.py"/>
        <source>Integrations</source>
        <translation>एकीकरण</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_page.py"/>
        <source>Looking at its endpoints and runs…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_page.py"/>
        <source>Looking for the integration…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_page.py"/>
        <source>Overview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_page.py"/>
        <source>Parts of this page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_page.py"/>
        <source>Preview the next sync of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_page.py"/>
        <source>Preview…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_page.py"/>
        <source>Settings</source>
        <translation>सेटिंग्स</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_page.py"/>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_page.py"/>
        <source>Webhook</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntegrationSettings</name>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>A file that another Hub Desktop can import: address, endpoints, mappings and schedule. Passwords and keys are not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>By itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Delete {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Delete…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Devices push to this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Edit the settings…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Edit {name}</source>
        <translation>{name} बदलें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Export to a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Export {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>It is switched off: its records stay, and nothing new comes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>It syncs no more, and its settings and keys are removed. The records it brought stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Sign in again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Signs in with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Switch it off to pause it; its records and settings stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Sync this integration by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Syncs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Take along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Type of system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Writing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>Written to {file}, without passwords and keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integration_settings.py"/>
        <source>{endpoints}: {line}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IntegrationsPage</name>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>&amp;Add integration</source>
        <translation>एकीकरण जोड़ें (&amp;A)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>An integration brings records from one of the college's systems, such as the ERP, the LMS or the attendance machine.</source>
        <translation>एकीकरण कॉलेज के किसी सिस्टम, जैसे ERP, LMS या उपस्थिति मशीन, से रिकॉर्ड लाता है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Clear filters</source>
        <translation>फ़िल्टर हटाएँ</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Connect your first system</source>
        <translation>अपना पहला सिस्टम जोड़ें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Every status</source>
        <translation>हर स्थिति</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Every type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Filter by status</source>
        <translation>स्थिति से छाँटें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Filter by type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Integrations</source>
        <translation>एकीकरण</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Loading the integrations…</source>
        <translation>एकीकरण लोड हो रहे हैं…</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Needs attention</source>
        <translation>ध्यान चाहिए</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>No integration fits</source>
        <translation>कोई एकीकरण मेल नहीं खाता</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>No integration has these words and this status.</source>
        <translation type="vanished">इन शब्दों और इस स्थिति वाला कोई एकीकरण नहीं है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>No system is connected yet</source>
        <translation>अभी कोई सिस्टम नहीं जुड़ा है</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>None has these words, this status and this type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Not run yet</source>
        <translation>अभी नहीं चला</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Search integrations</source>
        <translation>एकीकरण खोजें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Select</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Select several to switch, sync, export or delete them at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Switched off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Sync all</source>
        <translation>सभी सिंक करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>Working</source>
        <translation>काम कर रहे हैं</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/integrations_page.py"/>
        <source>{shown} of {total}</source>
        <translation>{total} में से {shown}</translation>
    </message>
</context>
<context>
    <name>IntervalPage</name>
    <message>
        <location filename="../../hub_desktop/ui/interval_page.py"/>
        <source>How often each kind of data is synced, and how often is recommended for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/interval_page.py"/>
        <source>Recommended: {interval}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/interval_page.py"/>
        <source>The interval recommended for each kind of data is chosen already. Any of them can be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/interval_page.py"/>
        <source>There is nothing that is synced by the clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/interval_page.py"/>
        <source>{endpoint}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JsonDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/json_dialog.py"/>
        <source>&amp;Fill the form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/json_dialog.py"/>
        <source>JSON of the integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/json_dialog.py"/>
        <source>Paste JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/json_dialog.py"/>
        <source>Paste the configuration of one integration. The form is filled from it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/json_dialog.py"/>
        <source>This is a list of {number} integrations. Paste one of them, or import the file.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LightBadge</name>
    <message>
        <location filename="../../hub_desktop/ui/style/widgets.py"/>
        <source>Status: {word}</source>
        <translation>स्थिति: {word}</translation>
    </message>
</context>
<context>
    <name>LineagePanel</name>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>&amp;Correct…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>&amp;Take back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>All changes, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>Changes of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>Changes of {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>Choose a field first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>Close the lineage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>Fields of the record, each with its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>No system has this record any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>Others say:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>Replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>This names the record, so it can only be mended in its system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>came back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>first came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>was not there any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>{about}correction {before} taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>{about}{before} → {after}, by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/lineage_panel.py"/>
        <source>{who}, by hand</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListenerPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Certificate file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Choose the certificate file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Choose the key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Copy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Empty: it is in the certificate file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Key file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Let other programs and devices reach Hub Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Listening at {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Not listening, so no other program reaches Hub Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Password of the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Save listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Saved. The listener follows in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Saving…</source>
        <translation>सहेजा जा रहा है…</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Stop encrypting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Tried last {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Valid until {day}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>Who can reach it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_panel.py"/>
        <source>With its chain (PEM). Empty: nothing is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogModel</name>
    <message>
        <location filename="../../hub_desktop/ui/log_model.py"/>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_model.py"/>
        <source>Error</source>
        <translation>त्रुटि</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_model.py"/>
        <source>Info</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_model.py"/>
        <source>Integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_model.py"/>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_model.py"/>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_model.py"/>
        <source>Time</source>
        <translation>समय</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_model.py"/>
        <source>Warning</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>&amp;Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>All integrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>All levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>Clear &amp;filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>Clear filters</source>
        <translation>फ़िल्टर हटाएँ</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>F&amp;ollow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>Integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>Integration {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>Level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>New entries appear on top until you scroll down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>No entry fits these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>Nothing has happened yet. Every sync writes here what it did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>Run {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>Search the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>Show {entries}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>The chosen entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>Warnings and errors</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Look</name>
    <message>
        <location filename="../../hub_desktop/ui/look.py"/>
        <source>Looking at what {name} would bring: {done} of {total} records read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/look.py"/>
        <source>Looking at what {name} would bring: {done} records read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/look.py"/>
        <source>Looking at what {name} would bring…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>Add integration</source>
        <translation>एकीकरण जोड़ें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>Data: {kind}</source>
        <translation>डेटा: {kind}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>Help</source>
        <translation>सहायता</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>Search the students for “{text}”</source>
        <translation>विद्यार्थियों में “{text}” खोजें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>Settings: {section}</source>
        <translation>सेटिंग्स: {section}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>Sync all systems</source>
        <translation>सभी सिस्टम सिंक करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>{name} was deleted. The records it brought stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>{name}: edit</source>
        <translation>{name}: बदलें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>{name}: log</source>
        <translation>{name}: लॉग</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>{name}: preview a sync</source>
        <translation>{name}: सिंक का पूर्वावलोकन</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>{name}: refused records</source>
        <translation>{name}: अस्वीकृत रिकॉर्ड</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>{name}: set-up checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>{name}: sync now</source>
        <translation>{name}: अभी सिंक करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>{name}: test the connection</source>
        <translation>{name}: कनेक्शन जाँचें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>{name}: webhook</source>
        <translation>{name}: वेबहुक</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>{page} – Hub Desktop</source>
        <translation>{page} – Hub Desktop</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/main_window.py"/>
        <source>{role} at this computer</source>
        <translation>इस कंप्यूटर पर {role}</translation>
    </message>
</context>
<context>
    <name>MappingDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>&amp;Show real rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>&amp;Stop</source>
        <translation>रोकें (&amp;S)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>&amp;Undo</source>
        <translation>पूर्ववत करें (&amp;U)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>Accept all suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>Accept su&amp;ggestion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>Every required field has a source, and all {rows} rows are good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>Every required field has a source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>Every required field has a source; {said}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>Fetching real rows…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>Fetching was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>Field mapping of {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>Nothing is suggested for any field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>Nothing is suggested for this field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>Re&amp;do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>Real rows after the mapping (the first {rows})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>Real rows can be shown from the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>The endpoint answered, but without any record to show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>There is nothing to redo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>There is nothing to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>Use this &amp;mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>transformations of {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>upstream field of {field}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>{fields} not chosen yet: {names}. Show real rows to see what is found by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>{fields} still unmapped: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>{reason} ({score} of 100)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>{refused} of {rows} rows would be refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>{values} would be left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>{verb}: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MappingTable</name>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>By its name: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>Chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>Empty: found under names such as {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>Fields and where they come from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>Our field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>Required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>Required, and not found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>Suggested: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>Transformations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>Upstream field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>What is known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>Wrong: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>{field} (required)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <location filename="../../hub_desktop/ui/style/widgets.py"/>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/style/widgets.py"/>
        <source>Close this message</source>
        <translation>यह संदेश बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/style/widgets.py"/>
        <source>Details</source>
        <translation>विवरण</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Help</source>
        <translation>सहायता</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Who is at the window</source>
        <translation>विंडो पर कौन है</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>{integrations} need attention</source>
        <translation>{integrations} पर ध्यान देना है</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>{integrations} needs attention</source>
        <translation>{integrations} पर ध्यान देना है</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>{page} ({keys})</source>
        <translation>{page} ({keys})</translation>
    </message>
</context>
<context>
    <name>NetworkPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>A file (PEM), where the college re-signs connections. Empty: those of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>Address of the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>As the settings of this computer say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>Certificates that are trusted too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>Choose the file of certificates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>Computers of the college's own network always are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>Does the way lead to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>Looking for the way to {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>No proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>No system is reached over the network yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>Password at the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>Proxy on the way to your systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>Reached without the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>Save network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>Saved. The next sync of every system goes this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>System to which the way is tested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>Test the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>The settings are still being read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>This proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>User name at the proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>{name} is not reached this way. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/network_panel.py"/>
        <source>{name} is reached this way. Nothing of it was sent.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewPasswordDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/account_dialogs.py"/>
        <source>&amp;Set password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/account_dialogs.py"/>
        <source>New password for {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NotificationPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>Go on in the tray when the window is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>Keep quiet for a part of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>Nothing is told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>Nothing pops up in that time. What came meanwhile is told once, when it is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>Only systems that do not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>Quiet from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>Quiet until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>Save notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>Saved.</source>
        <translation>सहेजा गया।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>Tell me about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>Tell me too when a system works again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>There are no quiet hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>This desktop has no tray to show notifications from or to go on in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>Type a time such as 20:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/notification_panel.py"/>
        <source>Whatever needs somebody</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeriodTable</name>
    <message>
        <location filename="../../hub_desktop/ui/period_table.py"/>
        <source>Add a period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/period_table.py"/>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/period_table.py"/>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/period_table.py"/>
        <source>Late after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/period_table.py"/>
        <source>Period</source>
        <translation>कालांश</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/period_table.py"/>
        <source>Periods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/period_table.py"/>
        <source>Remove the period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/period_table.py"/>
        <source>Subject</source>
        <translation>विषय</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/period_table.py"/>
        <source>Until</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>A system that still has this person brings them back with its next sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>Do not store this person a&amp;gain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>Er&amp;ase…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>Erase a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>Erase {person}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>Erase {traces}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>Erased: {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>Find, save or erase everything that is kept of one person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>No sync stores this person again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>Save what is &amp;kept…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>Save what is kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>Saved to {place}. It is personal data: keep it safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>Student or faculty number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>This cannot be undone. {after} Backups made before still hold them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrecedenceList</name>
    <message>
        <location filename="../../hub_desktop/ui/precedence_list.py"/>
        <source>Choose a system first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/precedence_list.py"/>
        <source>It is the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/precedence_list.py"/>
        <source>It is the last.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/precedence_list.py"/>
        <source>Move &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/precedence_list.py"/>
        <source>Move &amp;up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/precedence_list.py"/>
        <source>Systems in the order in which they are believed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/precedence_list.py"/>
        <source>Where several systems have a value for the same field, the first in this list counts. What a person corrected by hand counts before all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/precedence_list.py"/>
        <source>{name} (deleted)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/preview_dialog.py"/>
        <source>&amp;Sync now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_dialog.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_dialog.py"/>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_dialog.py"/>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_dialog.py"/>
        <source>Look &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_dialog.py"/>
        <source>Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_dialog.py"/>
        <source>Preview of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_dialog.py"/>
        <source>Progress of the preview</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_dialog.py"/>
        <source>What a sync would do, by endpoint</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewModel</name>
    <message>
        <location filename="../../hub_desktop/ui/mapping_preview_table.py"/>
        <source>Before: {before}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_preview_table.py"/>
        <source>The record would be refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_preview_table.py"/>
        <source>The value would be left out</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <location filename="../../hub_desktop/ui/mapping_preview_table.py"/>
        <source>Real rows after the mapping</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewTables</name>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>Before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>Field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>Key</source>
        <translation>कुंजी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>The first {number} of each are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>The record as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>What is in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>What would happen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>Would be added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>Would be changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>Would be refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>Would be removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_tables.py"/>
        <source>hidden for your account</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PunchRuleEditor</name>
    <message>
        <location filename="../../hub_desktop/ui/punch_rule.py"/>
        <source>Add the periods of the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/punch_rule.py"/>
        <source>Each period by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/punch_rule.py"/>
        <source>For the period before it they count no more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/punch_rule.py"/>
        <source>Late after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/punch_rule.py"/>
        <source>Minutes before a period whose punches count for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/punch_rule.py"/>
        <source>Nobody is late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/punch_rule.py"/>
        <source>Present by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/punch_rule.py"/>
        <source>Punches count from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/punch_rule.py"/>
        <source>Punches count until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/punch_rule.py"/>
        <source>The first and the last punch of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/punch_rule.py"/>
        <source>The first punch of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/punch_rule.py"/>
        <source>The last minute that is in time, such as 09:15.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>&amp;Select All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>&amp;Step up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Step &amp;down</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>&amp;Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>&amp;Save</source>
        <translation>सहेजें (&amp;S)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>All Files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Directory:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>File &amp;name:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Files of type:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Look in:</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>&amp;Undo</source>
        <translation>पूर्ववत करें (&amp;U)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Select All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Hide Details...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Show Details...</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>&amp;No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>&amp;Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Abort</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Apply</source>
        <translation>लागू करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Discard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Help</source>
        <translation>सहायता</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Ignore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>OK</source>
        <translation>ठीक</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Open</source>
        <translation>खोलें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Reset</source>
        <translation>रीसेट करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Retry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
</context>
<context>
    <name>QTabBar</name>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Scroll Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Scroll Right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>&amp;Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>&amp;Undo</source>
        <translation>पूर्ववत करें (&amp;U)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Copy &amp;Link Location</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Cu&amp;t</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/Qt"/>
        <source>Select All</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuarantineModel</name>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Last seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Why it was refused</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuarantinePanel</name>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>&amp;Copy for IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>&amp;Discard {records}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>&amp;Replay {records}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Causes of refusal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Checking…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Choose a cause first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Discard refused records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Discard {records}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Discard {records} of “{source}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Open the &amp;mapping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Refused records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>The newest {number} are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>The refused record as it came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>These records cannot be checked again, because their system was deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>They are kept nowhere else here. A sync may bring them again, as long as their system has them. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>Wait until the records are checked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>{records} discarded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>{stored} stored, {still} still refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/quarantine_panel.py"/>
        <source>{stored} stored.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReachBox</name>
    <message>
        <location filename="../../hub_desktop/ui/listener_fields.py"/>
        <source>All networks of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_fields.py"/>
        <source>Only this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_fields.py"/>
        <source>The network of {address}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordModel</name>
    <message>
        <location filename="../../hub_desktop/ui/record_model.py"/>
        <source>Corrected by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/record_model.py"/>
        <source>Last changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/record_model.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RehearsalBanner</name>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>Next day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>Practise a failure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>Practise a failure ▾</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>Rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>Rehearsal: you are practising with the sample college. Nothing here is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>{system} now fails: it {fault}. Sync it to see what happens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>{system} works normally again. Sync it to see.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>As a picture (PNG)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>As a table (CSV)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>CSV (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>Clear filters</source>
        <translation>फ़िल्टर हटाएँ</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>Copied as a table and as a picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>Counting… {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>Go to Integrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>Pictures (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>Save</source>
        <translation>सहेजें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>Saved to {file}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>Show as plot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>Show as table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>There are no numbers yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>as of an unknown time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>as of {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>{report} as a table</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportsPage</name>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>&amp;Stop</source>
        <translation>रोकें (&amp;S)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>All departments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>All exams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>All sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>All subjects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Clear &amp;filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Counted {when}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Counting attendance: day {done} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Counting was stopped. Choose Refresh to count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Counting…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Department</source>
        <translation>विभाग</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Exam of the marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Last {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>New data came in since. Choose Refresh to count it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Not counted, because it was stopped. Choose Refresh to count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Not counted, because something went wrong. Choose Try again above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Range of days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Re&amp;fresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Reports</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Subject of the marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/reports_page.py"/>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/restore_dialog.py"/>
        <source>&amp;Open the backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/restore_dialog.py"/>
        <source>&amp;Recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/restore_dialog.py"/>
        <source>&amp;Replace everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/restore_dialog.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/restore_dialog.py"/>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/restore_dialog.py"/>
        <source>How much of the backup was looked through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/restore_dialog.py"/>
        <source>Looking through the backup. Nothing is changed by that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/restore_dialog.py"/>
        <source>Made {when} by Hub Desktop {version}, with {systems}{names}. It is whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/restore_dialog.py"/>
        <source>Restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/restore_dialog.py"/>
        <source>Restore {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/restore_dialog.py"/>
        <source>Restoring it puts the records, systems, accounts and settings of then in the place of those of now. Those of now are kept in a folder beside them. People who were erased since are there again. Hub Desktop closes for a moment and opens again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/restore_dialog.py"/>
        <source>system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/restore_dialog.py"/>
        <source>{number} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RetentionForm</name>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>Days to keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>Everything is kept as long as its system has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>From when the age counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>Kind of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>R&amp;emove rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>Remove {records}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>Set r&amp;ule…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>Set rule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>What is older is removed once a day, with its history. A record that its system still sends, and that has no date of its own, comes back with the next sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>after its date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>after its last change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>{kind} are then kept for {days} days. What was removed cannot be brought back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>{kind}: {days} days after its date; {number} past that now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>{kind}: {days} days, {age}; {number} past that now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/retention_form.py"/>
        <source>{records} would be removed within a day.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunModel</name>
    <message>
        <location filename="../../hub_desktop/ui/run_model.py"/>
        <source>Added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_model.py"/>
        <source>Changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_model.py"/>
        <source>How it ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_model.py"/>
        <source>Read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_model.py"/>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_model.py"/>
        <source>Removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_model.py"/>
        <source>Took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_model.py"/>
        <source>What the system no longer sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_model.py"/>
        <source>What waits in quarantine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_model.py"/>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_model.py"/>
        <source>Why</source>
        <translation>क्यों</translation>
    </message>
</context>
<context>
    <name>RunPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>&amp;Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>Began {start}, ended {end}. {why}, {who}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>Copy details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>It brought nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>It has not been synced yet. Each sync is a run, and is listed here with what it did.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>Run {number}, {time}: {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>Runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>Show its &amp;log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>Try again</source>
        <translation>फिर कोशिश करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>{name}, run {number}: {status}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_panel.py"/>
        <source>{number} read</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunStrip</name>
    <message>
        <location filename="../../hub_desktop/ui/run_strip.py"/>
        <source>The last {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_strip.py"/>
        <source>{day}: {runs}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunUndo</name>
    <message>
        <location filename="../../hub_desktop/ui/run_undo.py"/>
        <source>&amp;Undo this run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_undo.py"/>
        <source>Looking at what is left of this run…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_undo.py"/>
        <source>Takes back {what}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretEdit</name>
    <message>
        <location filename="../../hub_desktop/ui/form_fields.py"/>
        <source>Kept safely on this computer; type to replace</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SecretPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source> The old one is valid for another {hours}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source> hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>&amp;End now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>A secret is kept in the vault of this computer. It is never shown again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>A sender that still signs with it is refused from now on. The new secret stays valid. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>Copy the secret now and give it to the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>End the old secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>End the old secret now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>End the secret before now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>Every delivery signed with the old secret is refused from now on. This cannot be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>It is not shown again. Whoever knows it can send data here, so pass it on in a safe way and write it down nowhere else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>Long enough to enter the new one at the sender. Choose 0 where somebody else may know it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>Make a &amp;secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>Make a new &amp;secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>Make a new secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>Make a new secret and end the old one at once?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>One moment, please.</source>
        <translation>कृपया एक पल रुकें।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>The new secret alone is valid now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>The new webhook secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>The old secret stays valid &amp;for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>The secret before is valid too, until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>The secret that is kept does not fit the scheme. Make a new one and give it to the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>There is no secret yet. The sender signs each delivery with it, so that nobody else can deliver.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_secret.py"/>
        <source>Webhook secret</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SectionRail</name>
    <message>
        <location filename="../../hub_desktop/ui/section_rail.py"/>
        <source>Sections of the settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SetUpDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/set_up_dialog.py"/>
        <source>&amp;Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/set_up_dialog.py"/>
        <source>&amp;Continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/set_up_dialog.py"/>
        <source>&amp;Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/set_up_dialog.py"/>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/set_up_dialog.py"/>
        <source>Dry run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/set_up_dialog.py"/>
        <source>Finish &amp;later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/set_up_dialog.py"/>
        <source>How often it syncs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/set_up_dialog.py"/>
        <source>S&amp;witch on and finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/set_up_dialog.py"/>
        <source>Set up {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/set_up_dialog.py"/>
        <source>Set-up checklist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/set_up_dialog.py"/>
        <source>Step {number} of {steps}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/set_up_dialog.py"/>
        <source>Storing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/set_up_dialog.py"/>
        <source>Wait for the dry run, or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/set_up_dialog.py"/>
        <source>{name} is saved and switched off. Its set-up goes on under More, Set-up checklist.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>&amp;Copy diagnostics</source>
        <translation>निदान जानकारी कॉपी करें (&amp;C)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>&amp;Language</source>
        <translation>भाषा (&amp;L)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>&amp;Name of the college</source>
        <translation>कॉलेज का नाम (&amp;N)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>&amp;Save name</source>
        <translation>नाम सहेजें (&amp;S)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>&amp;Theme</source>
        <translation>थीम (&amp;T)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>As the computer has it</source>
        <translation>जैसी कंप्यूटर की है</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>As the desktop has it</source>
        <translation>जैसी डेस्कटॉप की है</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Calendar, sources and privacy are those of</source>
        <translation>कैलेंडर, स्रोत और गोपनीयता इनके हैं:</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>College whose calendar, sources and data these are</source>
        <translation>वह कॉलेज जिसके ये कैलेंडर, स्रोत और डेटा हैं</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>College {n}</source>
        <translation>कॉलेज {n}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Dark</source>
        <translation>गहरी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Hindi</source>
        <translation>हिन्दी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Hub Desktop {version}: the integration desk of the Smart Student Hub.</source>
        <translation>Hub Desktop {version}: Smart Student Hub की एकीकरण डेस्क।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>It holds until the program ends, because your account may not change settings.</source>
        <translation>यह प्रोग्राम बंद होने तक रहेगा, क्योंकि आपका खाता सेटिंग्स नहीं बदल सकता।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Light</source>
        <translation>हल्की</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>No font on this computer has the letters of Hindi. Ask IT staff to install one; on Linux the package fonts-noto-core brings it.</source>
        <translation>इस कंप्यूटर के किसी फ़ॉन्ट में हिन्दी के अक्षर नहीं हैं। IT कर्मचारियों से एक फ़ॉन्ट लगाने को कहें; Linux पर वह fonts-noto-core पैकेज से मिलता है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Saved.</source>
        <translation>सहेजा गया।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Settings</source>
        <translation>सेटिंग्स</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Sign &amp;out</source>
        <translation>साइन आउट करें (&amp;O)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Signed in as {name} ({role}).</source>
        <translation>{name} ({role}) के रूप में साइन इन।</translation>
    </message>
</context>
<context>
    <name>ShownOnce</name>
    <message>
        <location filename="../../hub_desktop/ui/shown_once.py"/>
        <source>&amp;Close</source>
        <translation>बंद करें (&amp;C)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/shown_once.py"/>
        <source>Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/shown_once.py"/>
        <source>Copy: {what}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/sign_in.py"/>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in.py"/>
        <source>&amp;Password</source>
        <translation>पासवर्ड (&amp;P)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in.py"/>
        <source>&amp;Sign in</source>
        <translation>साइन इन करें (&amp;S)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in.py"/>
        <source>Sign in</source>
        <translation>साइन इन करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in.py"/>
        <source>Sign in to Hub Desktop</source>
        <translation>Hub Desktop में साइन इन करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in.py"/>
        <source>Signing in…</source>
        <translation>साइन इन हो रहा है…</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in.py"/>
        <source>Type your name.</source>
        <translation>अपना नाम लिखें।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in.py"/>
        <source>Type your password.</source>
        <translation>अपना पासवर्ड लिखें।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in.py"/>
        <source>Use the account you were given for this program.</source>
        <translation>इस प्रोग्राम के लिए दिए गए अपने खाते का उपयोग करें।</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>&amp;User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>API &amp;key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Address of the sign-in page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Address that gives the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>After these minutes a new sign-in is made. Empty: when it is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Any that is free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Body as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Body as a form (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Client ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Client ID and secret are sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Client secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Cons&amp;umer key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Consumer secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Empty: the usual {"username": …, "password": …}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Further parameters (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Further parameters of the sign-in, such as access_type or audience. Mostly none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Header of the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Headers of the sign-in (JSON)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>In a cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>In a header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>In a header (HTTP Basic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>In the address (query parameter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>In the body of the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Instead of JSON, where the system wants a form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Issuer (mostly none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Lifetime in minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Nobody is signed in yet. Once this is saved, the sign-in opens by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Not at all: there is no client secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Only where the system was told one: {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Pass&amp;word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Path &amp;of the sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Port of the way back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Realm (mostly none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Scope (if the system asks for one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Somebody is signed in; the sign-in is renewed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>T&amp;oken address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>To&amp;ken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>To&amp;ken secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Token (mostly none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Token by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Under the name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>What stands in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Where the token is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Word before the key (mostly none)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_pages.py"/>
        <source>Word before the token</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusControls</name>
    <message>
        <location filename="../../hub_desktop/ui/status_controls.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/status_controls.py"/>
        <source>Cancel the sync of {name}</source>
        <translation>{name} का सिंक रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/status_controls.py"/>
        <source>Progress of {name}</source>
        <translation>{name} की प्रगति</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/status_controls.py"/>
        <source>Sync</source>
        <translation>सिंक</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/status_controls.py"/>
        <source>Sync {name} now</source>
        <translation>{name} को अभी सिंक करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/status_controls.py"/>
        <source>Test</source>
        <translation>जाँचें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/status_controls.py"/>
        <source>Test the connection of {name}</source>
        <translation>{name} का कनेक्शन जाँचें</translation>
    </message>
</context>
<context>
    <name>StepEditor</name>
    <message>
        <location filename="../../hub_desktop/ui/step_editor.py"/>
        <source>&amp;Add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/step_editor.py"/>
        <source>&amp;Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/step_editor.py"/>
        <source>&amp;Remove</source>
        <translation>हटाएँ (&amp;R)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/step_editor.py"/>
        <source>Choose a transformation of the list first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/step_editor.py"/>
        <source>Ear&amp;lier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/step_editor.py"/>
        <source>For example {example}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/step_editor.py"/>
        <source>It is the first already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/step_editor.py"/>
        <source>It is the last already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/step_editor.py"/>
        <source>La&amp;ter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/step_editor.py"/>
        <source>There is nothing about it to change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/step_editor.py"/>
        <source>Transformation to add</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/step_editor.py"/>
        <source>Transformations of the chosen field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/step_editor.py"/>
        <source>Transformations of {field}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SystemRow</name>
    <message>
        <location filename="../../hub_desktop/ui/system_row.py"/>
        <source>No records yet</source>
        <translation>अभी कोई रिकॉर्ड नहीं</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/system_row.py"/>
        <source>Not synced yet</source>
        <translation>अभी तक सिंक नहीं हुआ</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/system_row.py"/>
        <source>Synced {time}</source>
        <translation>सिंक हुआ {time}</translation>
    </message>
</context>
<context>
    <name>TemplatePage</name>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>&amp;Name</source>
        <translation>नाम (&amp;N)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>&amp;Save</source>
        <translation>सहेजें (&amp;S)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>Back</source>
        <translation>वापस</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>Empty: as shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>First, in {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>Give the integration a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>Here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>Once it is saved, the sign-in opens by itself: a person signs in, one time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>Saving…</source>
        <translation>सहेजा जा रहा है…</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>Show &amp;all settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>Then here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>Then, at the devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>What it is called in Hub Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>What to know about its records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>What was not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_page.py"/>
        <source>What was tried</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TestReportDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>&amp;Copy for IT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>&amp;Make all {changes}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>&amp;Preview the next sync…</source>
        <translation>अगले सिंक का पूर्वावलोकन (&amp;P)…</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>&amp;Save for the vendor…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>Changed: {changes}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>Changing the settings of {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>Save the report for the vendor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>Saved to {place}, without secrets and without values of records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>Test &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>Test of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>Testing {name}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>The test was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tray</name>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>Its records are up to date.</source>
        <translation>इसके रिकॉर्ड अद्यतन हैं।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>News of your systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>Open Hub Desktop</source>
        <translation>Hub Desktop खोलें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>Pause for an hour</source>
        <translation>एक घंटे के लिए रोकें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>Paused until {time}</source>
        <translation type="vanished">{time} तक रुका है</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>Paused until {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>Quit</source>
        <translation>बाहर निकलें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>Resume (paused until {time})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>Sync all</source>
        <translation>सभी सिंक करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>{name} did not work for a while, and works again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>{name} needs you</source>
        <translation>{name} को आपकी ज़रूरत है</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>{name} needs you: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>{name} works again</source>
        <translation>{name} फिर से काम कर रहा है</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>{name} works again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>&amp;Keep this run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>&amp;Undo {records}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>Every record becomes again what it was before this run. This cannot itself be taken back: the next sync brings the same again, as long as {name} still says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>Key</source>
        <translation>कुंजी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>Records that stay as later syncs left them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>Run {number} was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>Taking the run back…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>The next sync brings the same again, as long as {name} still says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>The sync of {name} was taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>Undo run {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>Undo the sync of {name} ({time})?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>{kind}: {out} taken out, {back} put back as before.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UpstreamSignInDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/upstream_sign_in.py"/>
        <source>&amp;Copy the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/upstream_sign_in.py"/>
        <source>&amp;Copy the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/upstream_sign_in.py"/>
        <source>&amp;Open the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/upstream_sign_in.py"/>
        <source>&amp;Open the page again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/upstream_sign_in.py"/>
        <source>Cancel</source>
        <translation>रद्द करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/upstream_sign_in.py"/>
        <source>Close</source>
        <translation>बंद करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/upstream_sign_in.py"/>
        <source>No browser could be opened. Copy the address into a browser on this computer and sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/upstream_sign_in.py"/>
        <source>No browser could be opened. Use another device, or copy the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/upstream_sign_in.py"/>
        <source>Open this page on any device, sign in to {name} and type the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/upstream_sign_in.py"/>
        <source>Preparing the sign-in…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/upstream_sign_in.py"/>
        <source>Sign in to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/upstream_sign_in.py"/>
        <source>The sign-in was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/upstream_sign_in.py"/>
        <source>Try &amp;again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/upstream_sign_in.py"/>
        <source>Your browser shows the sign-in page of {name}. Sign in there, then come back here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueTable</name>
    <message>
        <location filename="../../hub_desktop/ui/webhook_values.py"/>
        <source>A value that names an endpoint, or its kind of data, needs no row of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_values.py"/>
        <source>Add a &amp;value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_values.py"/>
        <source>Endpoint of value {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_values.py"/>
        <source>It says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_values.py"/>
        <source>Remove</source>
        <translation>हटाएँ</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_values.py"/>
        <source>Remove value {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_values.py"/>
        <source>Value {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_values.py"/>
        <source>and feeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_values.py"/>
        <source>{endpoint} (no longer there)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WebhookDialog</name>
    <message>
        <location filename="../../hub_desktop/ui/webhook_dialog.py"/>
        <source>&amp;Close</source>
        <translation>बंद करें (&amp;C)</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_dialog.py"/>
        <source>A secret is being made and shown in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_dialog.py"/>
        <source>Test</source>
        <translation type="vanished">जाँचें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_dialog.py"/>
        <source>Webhook of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WebhookForm</name>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source> days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>&amp;How it is told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>&amp;Keep bodies for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>&amp;Most deliveries a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>&amp;Name of the header or field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>A field of the body says it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>A header says it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>A name, a path with dots, or a JMESPath expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>Hand out an address of its own for each, such as {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>How deliveries are signed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>It says so under endpoint, dataType, type or event. With one endpoint alone it need not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>More</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>More are told to come again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>More settings of the webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>Once their records are stored. They can be replayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>One moment, please.</source>
        <translation>कृपया एक पल रुकें।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>S&amp;cheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>Sa&amp;ve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>Saved. It counts for the next delivery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>Saved. The secret that is kept does not fit this scheme; make a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>Standard Webhooks is the better choice where the sender can: it signs a time and an id, so that nobody can send an old delivery once more, and a repeat is told from news.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>The body says it by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>The end of the address says it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>The name of the header that says it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>The sender posts JSON, with {headers} among the headers of each delivery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>Type the name of the header, such as X-Event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>Type where it stands in the body, such as event.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>Undo changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>Which endpoint a delivery feeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_form.py"/>
        <source>“{value}” stands there twice. Remove one of the two.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WebhookPanel</name>
    <message>
        <location filename="../../hub_desktop/ui/webhook_panel.py"/>
        <source>Deliveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_panel.py"/>
        <source>None came since that was signed right. If it was your sender, give it the secret once more or make a new one, and compare the scheme; a stranger who found the address can do no more than this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_panel.py"/>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_panel.py"/>
        <source>Set-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_panel.py"/>
        <source>Set-up or deliveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_panel.py"/>
        <source>Test</source>
        <translation>जाँचें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_panel.py"/>
        <source>What came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_panel.py"/>
        <source>Where deliveries go</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_panel.py"/>
        <source>With a webhook, the other system sends its news here by itself, the moment something changes, beside what is synced.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WebhookTest</name>
    <message>
        <location filename="../../hub_desktop/ui/webhook_test.py"/>
        <source>&amp;Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_test.py"/>
        <source>&amp;Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_test.py"/>
        <source>Copy</source>
        <translation>कॉपी करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_test.py"/>
        <source>Copy the address to hand out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_test.py"/>
        <source>Hand out {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_test.py"/>
        <source>Not well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_test.py"/>
        <source>Sends a signed delivery to each address, and says who can reach it. It feeds nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_test.py"/>
        <source>Stop the &amp;test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_test.py"/>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_test.py"/>
        <source>The test was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_test.py"/>
        <source>Well</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Days</name>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Friday</source>
        <translation>शुक्रवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Monday</source>
        <translation>सोमवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Saturday</source>
        <translation>शनिवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Sunday</source>
        <translation>रविवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Thursday</source>
        <translation>गुरुवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Tuesday</source>
        <translation>मंगलवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Wednesday</source>
        <translation>बुधवार</translation>
    </message>
</context>
<context>
    <name>_Plot</name>
    <message>
        <location filename="../../hub_desktop/ui/report_plots.py"/>
        <source>never came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_plots.py"/>
        <source>{age} old</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_SourceDelegate</name>
    <message>
        <location filename="../../hub_desktop/ui/mapping_table.py"/>
        <source>Upstream field</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>brakes</name>
    <message>
        <location filename="../../hub_desktop/ui/brake_fields.py"/>
        <source>Changed, in a hundred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/brake_fields.py"/>
        <source>More than this share changed; 100 never asks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/brake_fields.py"/>
        <source>More than this share of the known records gone, and…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/brake_fields.py"/>
        <source>Removed, at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/brake_fields.py"/>
        <source>Removed, in a hundred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/brake_fields.py"/>
        <source>…at least so many records; a handful is removed without asking.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>bulk_words</name>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>Nothing was begun: {all} already waiting to sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>Nothing was changed: {all} already off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>Nothing was changed: {all} already on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>Syncing {done}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>Syncing {done}; {unchanged} already waiting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>integrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>{done} deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>{done} switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>{done} switched off; {unchanged} already off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>{done} switched on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>{done} switched on; {unchanged} already on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>{name} was not deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>{name} was not switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>{name} was not switched on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>{name} was not synced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>{number} could not be deleted: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>{number} could not be switched off: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>{number} could not be switched on: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>{number} could not be synced: {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/bulk_words.py"/>
        <source>{number} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>deliveries</name>
    <message>
        <location filename="../../hub_desktop/ui/delivery_details.py"/>
        <source>({number} more characters are not shown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>Processed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>Sent by the test; it feeds nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>Test</source>
        <translation>जाँचें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>Waits to be worked on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_details.py"/>
        <source>from {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_details.py"/>
        <source>id {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_details.py"/>
        <source>run {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/delivery_model.py"/>
        <source>{reason} Tried again {time}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>device_table</name>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>{name} is blocked. It keeps its punches until it is allowed again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>{name} may push, and has not been in contact yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_table.py"/>
        <source>{serial} tried to connect from {address}, last {time} ({times}). Allow it if it is yours.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>navigation</name>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>API tokens</source>
        <translation>API टोकन</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>About</source>
        <translation>परिचय</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Accounts</source>
        <translation>खाते</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Activity</source>
        <translation>गतिविधि</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Appearance</source>
        <translation>रूप-रंग</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Attendance devices</source>
        <translation>उपस्थिति उपकरण</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Audit</source>
        <translation>लेखा-परीक्षा</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Calendar</source>
        <translation>कैलेंडर</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>College</source>
        <translation>कॉलेज</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Data</source>
        <translation>डेटा</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Files</source>
        <translation>फ़ाइलें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Home</source>
        <translation>मुख्य पृष्ठ</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Integrations</source>
        <translation>एकीकरण</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Listener</source>
        <translation>श्रोता</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Privacy</source>
        <translation>गोपनीयता</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Reports</source>
        <translation>रिपोर्ट</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Settings</source>
        <translation>सेटिंग्स</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Sources</source>
        <translation>स्रोत</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/navigation.py"/>
        <source>Start at login</source>
        <translation>लॉगिन पर शुरू करें</translation>
    </message>
</context>
<context>
    <name>preview_words</name>
    <message>
        <location filename="../../hub_desktop/ui/preview_words.py"/>
        <source>; stops with an error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_words.py"/>
        <source>; {number} stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_words.py"/>
        <source>A sync now would be held for your decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_words.py"/>
        <source>A sync now would bring only a part.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_words.py"/>
        <source>A sync now would change nothing: everything is up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_words.py"/>
        <source>A sync now would do this:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_words.py"/>
        <source>A sync now would fail.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_words.py"/>
        <source>The preview was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_words.py"/>
        <source>change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_words.py"/>
        <source>removal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_words.py"/>
        <source>{name}: would add {added}, change {changed}, remove {removed}, refuse {refused}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_words.py"/>
        <source>{name}: {held} would wait for your decision, {refused} would be refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/preview_words.py"/>
        <source>{name}: {held} would wait for your decision; would add {added}, change {changed}, refuse {refused}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>rehearsal</name>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>Answers very slowly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>Is down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>Refuses the password or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>Sends records without their number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>Works normally</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>remedies</name>
    <message>
        <location filename="../../hub_desktop/ui/remedies.py"/>
        <source>Edit the settings</source>
        <translation>सेटिंग्स बदलें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/remedies.py"/>
        <source>Review what is held</source>
        <translation>रोके गए बदलाव देखें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/remedies.py"/>
        <source>See the devices</source>
        <translation>उपकरण देखें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/remedies.py"/>
        <source>See the webhook</source>
        <translation>वेबहुक देखें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/remedies.py"/>
        <source>See what changed</source>
        <translation>देखें क्या बदला</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/remedies.py"/>
        <source>See what failed</source>
        <translation>देखें क्या विफल हुआ</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/remedies.py"/>
        <source>Sign in</source>
        <translation>साइन इन करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/remedies.py"/>
        <source>Sign in again</source>
        <translation>फिर से साइन इन करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/remedies.py"/>
        <source>Switch on</source>
        <translation>चालू करें</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/remedies.py"/>
        <source>Sync now</source>
        <translation>अभी सिंक करें</translation>
    </message>
</context>
<context>
    <name>runs</name>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>Brought a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>By a delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>By timetable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>Caught up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>Going on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>Held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>Last run: {counts}</source>
        <translation>पिछला रन: {counts}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>Succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>The last run was cancelled after {records}.</source>
        <translation>पिछला रन {records} के बाद रद्द किया गया।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>Tried again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>{number} added</source>
        <translation>{number} जोड़े गए</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>{number} changed</source>
        <translation>{number} बदले गए</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>{number} refused</source>
        <translation>{number} अस्वीकृत</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>{number} removed</source>
        <translation>{number} हटाए गए</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/run_words.py"/>
        <source>{number} unchanged</source>
        <translation>{number} अपरिवर्तित</translation>
    </message>
</context>
<context>
    <name>schedule</name>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>As the integration has it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>At times of the day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Attendance rests, other data goes on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>By its interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>By the clock of the college, such as {times}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>By the interval of each kind of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Chosen days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>From when to when nothing begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Goes on on holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Holidays of the college</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Monday to Friday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Monday to Saturday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Nothing begins from … to …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>On which a sync begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Rests on holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Several with a semicolon between: 22:00 to 06:00; Saturday 13:00 to 00:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Sync by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>The calendar stands in Settings. Syncs that a person starts always begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Tick at least one day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_fields.py"/>
        <source>Times of the day</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>"rule": "periods" needs “periods”, a table with the name, start and end of each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>"rule": "periods" takes its times from the periods, not from opens, lateAfter and until</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>"use strict"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>"value" says where the token stands in the header, as in “Bearer {{token}}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>% of entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>% of syncs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>(an empty body)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>(by its name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>(not shown)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>.</source>
        <translation>।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>// What the engine throws when its memory is used up; that is no fault of the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/interval_page.py"/>
        <source>1 hour 30 minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/listener_settings.py"/>
        <source>127.0.0.1: only for this computer. An address of this computer: its network too. 0.0.0.0: all networks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>2026-01-31 or 2026-01-31T09:30:00Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_values.py"/>
        <source>22:00 to 06:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>31-01-2026 04:00 PM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/paths.py"/>
        <source>: it breaks at character {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/paths.py"/>
        <source>: it ends too early</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>A JMESPath expression over the answer that holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>A JMESPath expression; only parents for which it holds are asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>A JMESPath expression; records for which it does not hold are passed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>A JSON body instead; {{username}} and {{password}} are filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/backups.py"/>
        <source>A backup is just being made. Wait until it is done, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/replacing.py"/>
        <source>A backup is just being restored. Start Hub Desktop once more, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/replacing.py"/>
        <source>A backup waits to be restored, and another command of Hub Desktop is still at work. Wait until it has ended, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>A college cannot be closed on all days of the week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>A college's name has between 1 and 120 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration_files.py"/>
        <source>A configuration is a JSON object with name, baseUrl and endpoints, or a list of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>A course is known by its SIS ID, or by its course code where it has none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>A device knows who was there and not who was missing: a punch makes a person present on that day, and absence is never written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>A device with the serial number {0} tried to connect from {1} ({2} time). Allow it if it is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>A device with the serial number {0} tried to connect from {1} ({2} times). Allow it if it is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/network.py"/>
        <source>A file of certificates (PEM) that are trusted besides those that the system trusts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>A file that the command sends was not read, and left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>A file with holidays has at most 1 MB. Take one with fewer years.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>A function from record to record, or to null for one to pass over; it runs before fields are mapped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>A list inside each record whose entries are the records; the rest of the record is at hand as outer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>A list of {0} object lies there, with the fields {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>A list of {0} objects lies there, with the fields {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>A mark is a grade of an activity or of a manual item that has a value; course and category totals are passed over. Two items of one course with the same name are one exam here: the log warns of it, and giving them different names in Moodle mends it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>A mark is known by the title of the coursework. Two pieces of one course with the same title are one exam here; the log warns of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>A name has between 1 and 80 characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>A name has between 1 and {0} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>A newer record with the same key came in on {0} UTC, which this one would overwrite. Discard it if it is out of date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>A person is known by the ID number, which is what the college's other systems use. Moodle leaves an empty ID number out; such a person is refused and waits in quarantine, marks as well, because Moodle's own number may be the ID number of somebody else, and because the same person would appear twice once the ID number is filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>A person is known by the SIS ID, which is what the college's other systems use; whoever has none is refused and waits in quarantine. A Canvas without SIS IDs takes id instead: fill in the blank for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>A person is known by the employee code, which the college sets to the student's or teacher's number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>A person is known by the number under which they are enrolled on the device; where that is not the student ID, map it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>A person signs in with the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>A person types a code on another device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/listener_settings.py"/>
        <source>A port for devices alone, without encryption, which most of them lack; empty: the one above.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>A proxy, firewall or antivirus program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>A proxy, firewall or antivirus program seems to re-sign the connection: the certificate comes from “{0}”, which this computer trusts but which is no public issuer. Whoever runs that can read what is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>A quotation mark of this command is not closed. Copy the whole command and paste it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>A record of {0} is named by {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/reports.py"/>
        <source>A report covers 1 to {0} days, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/oauth1.py"/>
        <source>A request to {0} cannot be signed. Check the method, the path and the parameters of the endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/session_login.py"/>
        <source>A request would leave the address of {0}, so its sign-in was not sent along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>A result of an older version carries total_score and a grade, one of a newer version score; both are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>A schedule is read from today on, and becomes a week: a class that is moved to another room for one day only shows the room of its last entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>A school day has passed ({0}): {1}. Sync to bring it in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>A secret goes to the vault: its name must be that of a secret field, such as apiKey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>A secure connection to {0} could not be made. Ask whoever runs it which TLS versions it speaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>A secure connection to {0} could not be made. It is tried again by itself; if it lasts, ask whoever runs {1} which TLS versions it speaks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>A sentence for people, instead of what the upstream says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>A sign-in page needs its path: add "session": {{"path": …}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/self_test.py"/>
        <source>A signed test delivery to {0} arrived and was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/secrets.py"/>
        <source>A stored password can no longer be read. Enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>A student information system of many American districts. Gives students, staff, courses and stored grades.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>A sync that somebody cancelled, or that still runs, does not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/self_test.py"/>
        <source>A test delivery to {0} did not arrive: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>A token is good for 1 to {0} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>A window can open on this screen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>API key and API secret, with a colon between</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>API key or token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>ASHA RAO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/export_formats.py"/>
        <source>About this file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Access token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>Active</source>
        <translation>सक्रिय</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>Add it to the rule of the webhook, then replay the delivery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Add other fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>Add {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>Add {0}={1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Added an integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Address of BioTime</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Address of Blackboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Address of Canvas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Address of Odoo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Address of PowerSchool</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Address of the API</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Address of the interface</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Address of the server</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Address of the site</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>Address of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Address where tokens are issued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>Address: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/roles.py"/>
        <source>Administrator</source>
        <translation>प्रशासक</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Admission date</source>
        <translation>प्रवेश तिथि</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>After adding it, remove the endpoints the system does not have, and run the connection test.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>After adding the integration sign in with the browser as an administrator of the domain or as a teacher; what that person sees is what is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>After the first sync only results that changed are asked for, by dateLastModified, starting a day earlier than the last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Age</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Age in intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>All</source>
        <translation>सभी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>All data is up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>All on one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>All systems are switched off.</source>
        <translation>सभी सिस्टम बंद हैं।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>All {0} files that fit are read; this one is the newest, and goes before the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>All {0} systems are working.</source>
        <translation>सभी {0} सिस्टम काम कर रहे हैं।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/redirect_listener.py"/>
        <source>Allow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/exports.py"/>
        <source>An apostrophe before a text that begins with = + - or @ keeps spreadsheet programs from running it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>An exam is the grading period and the type of grade, such as First Six Weeks, Grading Period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>An unknown device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>An unknown device tried to connect. Allow it if it is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>Another Hub Desktop is opening this data folder and does not finish. Close it, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/redirect_listener.py"/>
        <source>Another program already uses port {0} on this computer, to which {1} sends the browser back. Close that program and sign in again, or choose another redirect port here and at {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/errors.py"/>
        <source>Another program already uses port {0} on this computer. Choose another port in the settings, or close that program and start Hub Desktop again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>Another program held the files of Hub Desktop for too long. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>Another program holds the file {0} in {1}. Close it, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/kept_tokens.py"/>
        <source>Another window is renewing the sign-in to {0} and does not finish. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>Answer time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>Answer: HTTP {0} after {1} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>Answer: no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Anthology's learning management system. Gives students, faculty, courses and the grades of every gradebook column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Any other records, kept whole; the endpoint names their key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Application (client) ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Application key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Application secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/autostart.py"/>
        <source>Aqua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Archived people and records are not read, because Odoo leaves them out by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>As BioTime spells it, capital letters included.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>As in the browser on the front page of Moodle, without /login or anything after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>As in the browser, without /admin or anything after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>As in the browser, without /app or anything after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>As in the browser, without /web or anything after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>As in the browser, without anything after the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>As it stands in the attendance, such as 1 or Morning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>As the upstream records it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Asha</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Asha Rao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Ask for a key and a secret with a claim set that may read students, staff, course offerings, attendance and grades of the college.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Ask the people who run the system for the address of its interface and for a token that may only read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Ask them, too, for the path of each kind of data; the usual ones are filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Ask whoever runs the Ed-Fi ODS for the address of its API; it answers there with a short JSON that names its version and its addresses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Asking once for each record of another endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Asks the record a question, and changes the value by the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/autostart.py"/>
        <source>At login another copy of Hub Desktop starts, or one with another data folder: {0}. Switch it on here to let this one start instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/setting_values.py"/>
        <source>At most {0} may be named.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>At such a difference tokens and signatures are refused, and changes are missed. Set the clock of this PC first of all; if it is right, tell whoever runs {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Attendance</source>
        <translation>उपस्थिति</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Attendance and a timetable are not part of OneRoster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Attendance and a timetable are not read: Blackboard keeps attendance in a separate service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Attendance and grades are read whole each time: change versions are not used, because an answer does not say up to which version it goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Attendance and results are asked for by their time of change after the first sync, which begins two years back for attendance and five for results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Attendance by day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Attendance by department</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>Attendance devices may push from this network. They neither sign nor, mostly, encrypt what they send: only allowed serial numbers on private addresses are taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Attendance devices push their punches. They are allowed in the settings, once this is saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Attendance is drawn anew when a punch comes late or the rule is changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Attendance is left out, for Canvas keeps none of its own; the timetable is left out, for its calendar holds dates and no week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Attendance is left out: it is reached by queries that each district's plugin must bring along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Attendance is left out: the attendance plugin tells students by Moodle's own number and not by the ID number, and a status by a number whose meaning stands elsewhere in the answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Attendance is read by its time of change after the first sync, which begins two years back; results are read whole each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>Authorization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/redirect_listener.py"/>
        <source>Back to Hub Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/backups.py"/>
        <source>Backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/authentication.py"/>
        <source>Basic {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Bearer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Bearer token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Bearer {{token}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Begins every word with a capital.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Begins with a capital; all other letters are small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Below the base URL, such as /jwt-api-token-auth/.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Below the base URL; may hold placeholders such as {{parent.id}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>BioTime has no subjects, marks or lessons.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Biometric attendance with ZKTeco devices. Gives the people enrolled on the devices and a day of attendance for each who punched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/syncs.py"/>
        <source>Bookmarks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>By which people know it; no two of a college are called the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/ways.py"/>
        <source>CONNECT [{0}]:{1} HTTP/1.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/ways.py"/>
        <source>CONNECT {0}:{1} HTTP/1.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/reports.py"/>
        <source>CSV, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Cancelled a sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Canvas counts the cost of requests and wants them one after the other; this template never sends two at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>Certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Changed a college</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Changed a setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Changed an API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Changed an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>Changes of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/doctor.py"/>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>Check the base URL and the path of the endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>Check the base URL and the path; if they are right, tell whoever runs {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/asking.py"/>
        <source>Check the name, and whether it is always there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>Check the path and the parameters of this endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>Check the path of the endpoint, or ask whoever runs the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>Check the path of the endpoint; if it is right, tell whoever runs the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Choose Sync all on Home, or wait for the next run by timetable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>Choose Sync to bring the first records.</source>
        <translation>पहले रिकॉर्ड लाने के लिए सिंक चुनें।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/asking.py"/>
        <source>Choose a page size for this endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>Choose two different sources to compare.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Classes and assignments of Teams for Education, through Microsoft Graph. Gives students, teachers, classes and the points that were returned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Classes in Google Workspace for Education. Gives courses, their students and teachers, and the grades of every piece of coursework.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Classroom keeps neither attendance nor a timetable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Client ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Client ID and secret only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Client secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>Clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>Clock is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Code of the subject, or its name where the upstream knows no code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Code of the subject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/tables.py"/>
        <source>Column {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Columns that Blackboard calculates, such as totals, are passed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/self_test.py"/>
        <source>Computers in the same network can deliver to {0}. The internet cannot: these are private addresses. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/network.py"/>
        <source>Computers that are reached without it, such as erp.college.edu or *.college.edu; private ones always are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Condition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>Connection test of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Consumer secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Content</source>
        <translation>सामग्री</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/inflation.py"/>
        <source>Content-Encoding {0}: the stream cannot be inflated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/inflation.py"/>
        <source>Content-Encoding {0}: the stream ends before its end mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/inflation.py"/>
        <source>Content-Encoding {0}; only one layer of gzip or deflate was asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>Content-Type {0}; {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>Content-Type {0}; {1}; begins {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/cookies.py"/>
        <source>Cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Copy the address of the service, the address where tokens are issued, the client ID and the client secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Copy the token at once: Canvas shows it only this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Copy the token; it is the secret that is asked for here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Credit points.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Credits</source>
        <translation>क्रेडिट</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Cursor in the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>DATA STRUCTURES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Data</source>
        <translation>डेटा</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/files_panel.py"/>
        <source>Data folder: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Data folder: {0} (encrypted, SQLite {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Data folder: {0} (not encrypted, SQLite {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Data older than {0} recommended intervals is late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Data structures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Date</source>
        <translation>तारीख</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>Date format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Date of birth</source>
        <translation>जन्म तिथि</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>Date: {0}; this PC: {1} GMT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Day</source>
        <translation>दिन</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Day of admission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Day of birth.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Day of the class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Day of the examination.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>Day of the week</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Day of the week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Days are asked for whole and in the time of the BioTime computer. East of India the punches of the earliest morning may arrive some hours later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>Days for which punches are kept as they came.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Days of one window; the time since the cursor is then read window by window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>Days of the week on which it is held; empty: every day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_rules.py"/>
        <source>Days of the week on which syncs begin by themselves; empty: every day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>Days of the week on which they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_rules.py"/>
        <source>Days of the week on which they begin; empty: every day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/values.py"/>
        <source>Default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Degree or course of study.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Deleted an integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>Deliveries come in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>Delivery {0} is a test. It feeds nothing, so it is not replayed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>Delivery {0} was not stored: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Department</source>
        <translation>विभाग</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Department of the staff</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Department or branch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Departments of fewer than {0} students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Descriptors such as uri://ed-fi.org/AttendanceEventCategoryDescriptor#Tardy are cut to the word after #.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Designation</source>
        <translation>पदनाम</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>Detail: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>Device push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>Device push is off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>Device push is on, but only this computer can reach the listener. Let it listen on the network too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>Device push is on. Devices push to this computer, port {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>Device push is switched off in the settings of the listener.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>Device push is switched off, so no device reaches Hub Desktop. Switch it on in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>Device push is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>Device push is switched off. Switch it on in the settings of the listener.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/server/hub_listener.py"/>
        <source>Devices cannot push. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Devices hand punches over late, so the last three days are read again each time; a punch that came before changes nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>Did you mean “www.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/words.py"/>
        <source>Did you mean “{0}”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Directory (tenant) ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/autostart.py"/>
        <source>Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Distribution of marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>ERPNext gives 20 records unless it is asked for more, and does not say that it holds others. This template asks for 200 at a time until none are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>ERPNext gives only the document names, 20 of them, unless fields and limit_page_length are sent. The template asks for all fields, page by page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/paging.py"/>
        <source>Each answer gives the cursor of the next page, sent as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/paging.py"/>
        <source>Each answer holds the address of the next page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Each device calls within a minute and is shown as unknown. Compare its serial number with the one on the device, and allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Each request names how many records were read before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>Each request names the number of its page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Each whole pass brings every record there is; what it does not bring is removed, unless the brake holds it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>Earlier punches do not count; not for periods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Edited an integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Email</source>
        <translation>ईमेल</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Email address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Empty for two-legged signing, as Schoology and OneRoster 1.1 use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Empty: the name of the endpoint is the data type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Enable web services, then enable the REST protocol.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>Encryption</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>End</source>
        <translation>समाप्ति</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/punch_source.py"/>
        <source>Endpoint “{0}” does not say how punches become attendance. Choose a rule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/reading.py"/>
        <source>Endpoint “{0}”: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>Endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Enrolment status as the upstream records it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Enrolments that are suspended or have ended are among the students, for Moodle does not mark them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>Enter a valid one and test the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>Error</source>
        <translation>त्रुटि</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>Event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Every record that was read counts, also one that had not changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>Every required field has a source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Everything before /data/v3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Everything before /ims/oneroster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Everything before /ims/oneroster/v1p1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/paging.py"/>
        <source>Everything comes in one answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Everything here is switched off: no data comes in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Everything that stands before the path of each kind of data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/report.py"/>
        <source>Everything works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/report.py"/>
        <source>Everything works; {0} thing is worth knowing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/report.py"/>
        <source>Everything works; {0} things are worth knowing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Exam</source>
        <translation>परीक्षा</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Exam date</source>
        <translation>परीक्षा तिथि</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Examination or assignment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/__init__.py"/>
        <source>Example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/doctor.py"/>
        <source>Exchange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Excused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/inbox.py"/>
        <source>Execution</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Exported integrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Extract</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Faculty</source>
        <translation>शिक्षक</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Faculty ID</source>
        <translation>शिक्षक आईडी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Field that names a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Fields are found by the names most systems use, such as studentId, student_id or rollNumber; what is called otherwise is mapped by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Fields of a form body, or of the query where the method is GET; {{username}} and {{password}} are filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Fields of the parent that each record keeps under parent, besides those that a mapping names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>Fields: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_list.py"/>
        <source>Fields: {0}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>File: {0}, {1} bytes, changed {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>Files are encrypted (SQLCipher with SQLite {0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>Files are not encrypted: this platform has no sqlcipher3 (SQLite {0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Files in this folder are read. Write at each kind of data which: students*.csv, marks.xlsx or a .json.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_values.py"/>
        <source>Fill this in: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Fills a short value up to a length, with zeros before it unless said otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Find out by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Find the computer on which BioTime runs; its address and port stand in the browser when BioTime is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Fingerprints, faces and photographs are neither asked for nor kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/export_formats.py"/>
        <source>First seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Fixed values instead, each at hand as {{parent.value}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>For POST: a JSON body; a placeholder that stands alone keeps its type.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>For POST: fields of a form body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/self_test.py"/>
        <source>For a sender on the internet, set up a reverse proxy or a tunnel that ends at this computer (the README has an example), and hand out its address with the same path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>For a system that is not in the catalog: JSON lists under data, pages by number, a token in the Authorization header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>For api-key: where the key travels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>For authorization-code: the loopback port the upstream was told of; empty: any that is free (RFC 8252).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>For authorization-code: the page where a person signs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>For bearer: the word before the token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>For cursor: the parameter that carries it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>For custom data: the upstream fields that name one record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>For device-code (RFC 8628): the address that gives the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>For devices that push: how the punches of a day become attendance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/listener_settings.py"/>
        <source>For devices with a port of their own: the address it is on; empty: the same as host.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>For header: its name. For field: a name, a dotted path or a JMESPath expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>For oauth1: what requests are signed with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>For oauth: how a token is come by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>For offset: the parameter that carries how many were read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>For page: the number of the first one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>For page: the parameter that carries the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>For periods: minutes before a period begins whose punches count for it, and no more for the one before. They reach neither into the first half of the one before, nor into the time in which one is in time for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>For periods: the table of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>For session: the sign-in request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Freshness by kind of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Friday</source>
        <translation>शुक्रवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Friday {0}</source>
        <translation>शुक्रवार {0}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>From Account &gt; Settings &gt; Approved Integrations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>From Site administration &gt; Server &gt; Web services &gt; Manage tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>From the Google Cloud console, Credentials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>From the overview copy the application (client) ID and the directory (tenant) ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>From the plugin's Data Configuration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>From the same place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>From the user's Settings &gt; API Access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>From when devices are expected to be in contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Full name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Further parameters of the authorization and token requests, such as access_type or audience.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Gender</source>
        <translation>लिंग</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/signature.py"/>
        <source>GitHub (X-Hub-Signature-256)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Give the integration a name, such as College ERP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>Give the student or faculty number of the person.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Give this endpoint a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schema.py"/>
        <source>Goes to the vault on the way in and never comes out; •••• stands for the one that is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Google sends no e-mail addresses unless the person who signs in may see them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Grade</source>
        <translation>ग्रेड</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Grades name people by Blackboard's own number, so people and courses are known by it here; the student ID becomes the roll number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Grades name people by Google's user ID and courses by Google's course ID, so both are known by them here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/__init__.py"/>
        <source>Group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>HTML to text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>HTTP status codes; empty: any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>HTTP {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>HTTP {0} after {1} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>HTTP {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Have a plugin made that asks for read access to the tables STUDENTS (id, student_number, first_name, last_name, dob, gender, home_room, enroll_status, entrydate) and STOREDGRADES (studentid, course_number, storecode, termid, percent, grade, datestored), and to schools, staff and courses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Headers: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>Headings: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Highest possible marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>Holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Holiday: {0}, next run in a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Holiday: {0}, next run {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/redirect_listener.py"/>
        <source>Host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/ways.py"/>
        <source>Host: {0}:{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>How a token is come by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>How deliveries are verified, which endpoint each feeds, and how long they are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>How long a sync takes, by system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>How many days the body of a delivery is kept once its records are stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>How many rightly signed deliveries are taken a minute; more are told to come later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>How much a run may remove or change before a person is asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>How requests are signed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>How the upstream is signed in to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>How they are signed: seed, standard, github or stripe. Any other signature is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>Hub</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/autostart.py"/>
        <source>Hub Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>Hub Desktop cannot listen on {0}, port {1}: {2}. Choose another address or port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/redirect_listener.py"/>
        <source>Hub Desktop has what it needs. You can close this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/delivery_writer.py"/>
        <source>Hub Desktop is about to end. Send the delivery again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/folder.py"/>
        <source>Hub Desktop is already running with this data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/restoring.py"/>
        <source>Hub Desktop is running with this data folder. Close it first, or restore the backup in its window: Settings, Files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>Hub Desktop is running without a window. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>Hub Desktop reads JSON. Look for a parameter that makes the system answer in JSON, and add it to the endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>Hub Desktop {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/tray.py"/>
        <source>Hub Desktop: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/roles.py"/>
        <source>IT staff</source>
        <translation>IT कर्मचारी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>If it lasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>In BioTime make a user for this program that may see personnel and transactions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>In Blackboard open Administrator Panel &gt; REST API Integrations, add an integration with that application ID, and choose a user who may see all users, courses and grades.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>In Odoo make a user for this program who may see students, faculty, subjects, sessions, attendance and exams, and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>In part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>In the Google Cloud console of the college make a project and switch the Google Classroom API on in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>In the Microsoft Entra admin centre open App registrations and register an application for this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/college_calendar.py"/>
        <source>In the order of their days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>In the student information system look for OneRoster, API or data sharing, and switch the OneRoster 1.1 service on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>In the student information system look for OneRoster, API or data sharing, and switch the OneRoster 1.2 service on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>Inactive</source>
        <translation>निष्क्रिय</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Install it in PowerSchool under System &gt; System Settings &gt; Plugin Management Dashboard, and enable it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Instructure's learning management system. Gives students, teachers, courses and the graded submissions of every course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>Integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/autostart.py"/>
        <source>Interactive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>It answered as it is set up now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>It asks for no key or password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/quarantine.py"/>
        <source>It cannot be checked again: it holds “{0}” in place of a value that is not kept here. Sync instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/quarantine.py"/>
        <source>It cannot be checked again: only its first {0} characters are kept. Sync instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/quarantine.py"/>
        <source>It cannot be checked again: what came was not a record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/quarantine.py"/>
        <source>It cannot be checked again: what is kept of it is not JSON. Sync instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>It comes from “{0}”, which is no public issuer but trusted here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>It does not listen now, and tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>It ends in “{0}”, as pages for people do; check that it is the API's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>It has a secret; no delivery has come yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>It has not been tested as it is set up now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>It has {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>It has {0} endpoint for {1}: {2}. Name, key and interval stay as they are; your own endpoints are replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>It has {0} endpoints for {1}: {2}. Name, key and interval stay as they are; your own endpoints are replaced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/integrations.py"/>
        <source>It has {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/exports.py"/>
        <source>It holds personal data ({0}). Keep it where only those can read it who need it, send it to nobody else, and delete it when it has served.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>It is asked once for each of the records of {0}; the first of them were tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>It is asked once for each of the values given; the first of them were tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>It is not known yet which field names these records. Sync once, then replay it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>It is of the kind “{0}”, which this test does not look into.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>It is sent as Authorization: Bearer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>It is switched off, and syncs only when you ask for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>It is tried again by itself; if it lasts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>It is valid until {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>It lies in the future ({0}, received {1}): the clock of the device is ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>It listens on {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>It may have {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>It may read {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/session_login.py"/>
        <source>It says: “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>It syncs by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>It waits for the first punch.</source>
        <translation>यह पहली पंच की प्रतीक्षा में है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/doctor.py"/>
        <source>It works all the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>Its date, {0}, lies before the year {1}: the clock of the device was wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>Its date, {0}, lies before {1}, from when on punches of this device are taken; after a power cut a clock may begin anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/college_calendar.py"/>
        <source>Its first day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/college_calendar.py"/>
        <source>Its last day; the first one for a single day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>Its listener is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>Its name ends in “.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>Its name holds signs that are unusual in names of computers; check how it is spelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>Its path holds two slashes in a row; check whether one is too many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Its value, not its ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>JSON nested more than {0} deep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>JavaScript, line {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>JavaScript: the function must return a record or null.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>JavaScript: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Join a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>Keep this way of paging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Keeps what fits a regular expression; where nothing fits, the value is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Keeps what stands before the first occurrence of a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Keeps what stands behind the last occurrence of a text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Key</source>
        <translation>कुंजी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/files_panel.py"/>
        <source>Key: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>Keys, passwords and the values of records are not part of this report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Kind</source>
        <translation>प्रकार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/templates.py"/>
        <source>Known are {{parent.…}}, {0}. For text in braces write {{{{{1}}}}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Known are {{username}} and {{password}}; a brace itself is written twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Last came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/export_formats.py"/>
        <source>Last changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Late after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Learning management (LMS)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Leave it unless the vendor says otherwise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>Left out, because they belong to a browser and not to the request: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Lessons of a week are told by day and time of day, in the time zone of the Odoo user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Letter or word grade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>Line {0}: {1}. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/tables.py"/>
        <source>Lines {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Link header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>Listener</source>
        <translation>श्रोता</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Listener: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Longest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Looked at API tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Looked at a webhook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Looked at accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Looked at deliveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Looked at integrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Looked at records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Looked at refused records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Looked at reports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Looked at runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Lower case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Make a client for this program there that may read rosters and the gradebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Make an account of its own for this program, and give it a role that may view all courses, their participants with ID numbers and e-mail addresses, and all grades; the Manager role may.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Makes every letter a capital.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Makes every letter small.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Makes one text of a list, leaving out what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/values.py"/>
        <source>Makes true or false of words; a word that is neither is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/mapping.py"/>
        <source>Mapper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>Mapping: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/doctor.py"/>
        <source>Mark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Marks</source>
        <translation>अंक</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Marks and exams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Marks are stored grades, one for each course, term and store code, as percentages out of 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Marks obtained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Minutes after which the session is made anew; empty: until it is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Minutes before the cursor at which reading starts again, for changes that arrive late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Minutes between two syncs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>Minutes by which a clock may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>Minutes by which a punch may lie in the future before it is put aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>Minutes without contact within the hours below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Minutes; empty: the integration's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Monday</source>
        <translation>सोमवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Monday {0}</source>
        <translation>सोमवार {0}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Moodle removed the function core_grades_get_grades long ago, so it answers “Can't find data record in database”. Grades come course by course from gradereport_user_get_grade_items.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/reception.py"/>
        <source>More is delivered than this integration takes a minute. Send it again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/brakes.py"/>
        <source>More than so many in a hundred changed; 100 never holds for that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/brakes.py"/>
        <source>More than so many in a hundred gone, and</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>Most attendance devices cannot encrypt. Give devices a port of their own if yours does not connect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Name</source>
        <translation>नाम</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>Name a college.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>Name look-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Name of the database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Name of the subject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Name the field, or fields, by which one record is known, such as id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_draft.py"/>
        <source>Name the upstream field that becomes {0}, or remove its transformations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/brake.py"/>
        <source>Nearly all records from {0} would change: {1} of {2}. The old ones are kept until somebody decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/brake.py"/>
        <source>Nearly all {0} from {1} would change: {2} of {3}. The old ones are kept until somebody decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>Needs attention</source>
        <translation>ध्यान चाहिए</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Never came in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Next address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/roles.py"/>
        <source>No account may do this.</source>
        <translation>कोई भी खाता यह नहीं कर सकता।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/self_test.py"/>
        <source>No address of this computer answered, so nobody can deliver there now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/self_test.py"/>
        <source>No address of this computer in a network was found, or none answered. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>No attendance fits these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/backups.py"/>
        <source>No backup was made yet. Make one: hub-desktop backup FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>No contact yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>No department known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>No device is allowed to push into {0}. Allow one by its serial number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>No device may push yet. Type the address of this computer into each device, then allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>No endpoint is switched on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>No list of objects was found anywhere in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>No mark fits these filters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>No record has shown yet where these come from: {0}. A dry run finds out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading.py"/>
        <source>No record holds a usable value under “{0}”, so the next sync reads the same again. Check the cursor field of this endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>No records came in during the last {0} day. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>No records came in during the last {0} days. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>No row {0} of {1} was put aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>No sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>No sign-in was found in the command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>No sync brought data during the last {0} day. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>No sync brought data during the last {0} days. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>No sync ended during the last {0} day. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>No sync ended during the last {0} days. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/run_days.py"/>
        <source>No sync in the last {0} days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>No system has sent such a record of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>No system has this record any more, so there is nothing to correct.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>No system is connected yet.</source>
        <translation>अभी कोई सिस्टम नहीं जुड़ा है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>No system is connected yet. Connect your first system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration_files.py"/>
        <source>No. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/session_login.py"/>
        <source>Nobody can be signed in at the sign-in path of {0}. Check the path and how the sign-in is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>Nobody has signed in to it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/oauth.py"/>
        <source>Nobody has signed in to {0} yet. Sign in to it once; then it syncs by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Nobody is marked absent: that no punch came may also mean that the device was down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>None came lately that is signed with the secret that is kept. Give that secret to the sender once more, or make a new one; compare the scheme too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>None of the {0} records for {1} could be used. The field mapping of {2} needs a look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading.py"/>
        <source>Not all records of {0} could be read, so some may be missing here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>Not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>Not run yet</source>
        <translation>अभी नहीं चला</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/report.py"/>
        <source>Not tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>Not tried, because an earlier step failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>Not tried, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>Not tried: the proxy is of the kind “{0}”, which hides it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Note of the teacher or office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Note the name of the database; it stands on the page where databases are chosen, or ask whoever runs Odoo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>Nothing answers at {0}. A firewall may stand between, or the proxy {1} may be switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>Nothing answers at {0}. A firewall may stand between, or {1} may be switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/backup_file.py"/>
        <source>Nothing can be written to {0}: {1}. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>Nothing is kept of a person with the number “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>Nothing is left of run {{run}} to take back: it wrote no records, or was taken back already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>Nothing listens for deliveries now. Open the window, or run: hub-desktop serve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>Nothing of run {0} waits for a decision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/redirect_listener.py"/>
        <source>Nothing to see here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>Nothing was removed, because a refused record may be one that seems gone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>Nothing was sent and nothing removed, for it is a holiday: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Number within the section.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Numbers of fewer than {0} students of a department on a day are not shown to your role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>OAuth 1.0a (signed requests)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>OAuth 1.0a needs the consumer key: add "oauth1": {{"consumerKey": …}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>OAuth 2.0 needs the address where tokens are issued: add "oauth": {{"tokenUrl": …}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Odoo writes false where there is nothing; that is taken as nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Odoo's /jsonrpc wants the password in every request, where it cannot be kept secret. The template signs in once and reads by the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Of a sign-in with user name and password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>Of its {0} address, {1} did not answer, which can make connections slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>Of its {0} addresses, {1} did not answer, which can make connections slow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/network.py"/>
        <source>Of the proxy, as http://host:port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Of the user made for this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>Of {0} files that fit only this newest one is read, not {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Offset (how many were read)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_list.py"/>
        <source>Once that is mended, test again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>Once this is saved, allow its devices by their serial numbers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/step_fields.py"/>
        <source>One a line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>One answer holds all records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Only active courses are read, and only grades that were returned or entered as final count; a draft grade does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>Only an account for all colleges may add one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>Only an account for all colleges may make a token for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>Only an account for all colleges may make another one for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/exports.py"/>
        <source>Only from the source {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Only graded submissions are marks. After the first sync only what was graded since is asked for, starting a day earlier than the last time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Only points that were returned to the student are marks; what a teacher has entered but not returned is not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/self_test.py"/>
        <source>Only programs on this computer can deliver, because the listener is not open to the network. To let the computers of the college in, open it in the settings, or by: hub-desktop listener set --host 0.0.0.0. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/exports.py"/>
        <source>Only records with {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Only submitted documents count for attendance and results; drafts and cancelled ones are passed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Only syncs that brought data count. Half of them took less than the typical time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>Only this computer can reach the listener, so no device can. Choose its network in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>Only where the other system can tell of changes at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Open Account &gt; Settings and choose New Access Token under Approved Integrations. Name it after this program and let it end as late as the college allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Open its Data Configuration and copy the client ID and the client secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Open that user, choose Settings &gt; API Access and then Generate Keys. Copy the API Secret at once: it is shown only this time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Or another field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>Other computers can reach it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>Other computers can reach the listener, and nothing that is sent to it is encrypted. Give it a certificate, or let only devices in from the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Other data</source>
        <translation>अन्य डेटा</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Other systems ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Our field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Out of</source>
        <translation>कुल में से</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/reports.py"/>
        <source>PNG, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>POST where the upstream wants its question in a body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading.py"/>
        <source>Page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Page numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/one_pass.py"/>
        <source>Page {0} does not exist, although the upstream said there is more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/one_pass.py"/>
        <source>Page {0} repeats records read before, so reading stopped there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/paging.py"/>
        <source>Pages follow by number, in the parameter {0}, {1} a page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/paging.py"/>
        <source>Pages follow by number, in the parameter {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/paging.py"/>
        <source>Pages follow by the records read, in the parameter {0}, {1} a page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/paging.py"/>
        <source>Pages follow by the records read, in the parameter {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>Pages were recognised by {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>Paging of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/__init__.py"/>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/report.py"/>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Password or API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>Passwords</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>Passwords are kept in an encrypted file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>Passwords are kept in the keyring of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/backups.py"/>
        <source>Passwords are not part of a backup. Enter those of {0} again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Path of the attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Path of the faculty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Path of the marks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Path of the students</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Path of the subjects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Path of the timetable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading.py"/>
        <source>Patience</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>People are known by studentUniqueId and staffUniqueId, subjects by the local course code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>People, courses and results are known by their document names, such as EDU-STU-2026-00001, because the other documents refer to them so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/tables.py"/>
        <source>Perhaps a quotation mark is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>Perhaps the field that was mapped as the key does not name one record only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Period</source>
        <translation>कालांश</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Period or hour within the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>Permission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Phone</source>
        <translation>फ़ोन</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/signature.py"/>
        <source>Plain signature (x-webhook-signature)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Position held.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>PowerSchool writes a list of one as the one thing itself; that is taken as a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>Present by the first punch of the day, late after {0}{1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>Present by the first punch of the day{0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>Present from the first to the last punch of the day, late after {0}{1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>Present from the first to the last punch of the day{0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>Present in each period with a punch in it: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Present, absent, late or excused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>Press Ctrl+C to stop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/roles.py"/>
        <source>Principal</source>
        <translation>प्राचार्य</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>Products and versions it is meant for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Program</source>
        <translation>पाठ्यक्रम</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>Program: Hub Desktop {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Program: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/ways.py"/>
        <source>Proxy-Authorization: Basic {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>Punches are taken from 0 to {0} days before a device was added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/punch_source.py"/>
        <source>Punches from before {0} are no longer kept, so attendance is changed only where there are punches, and none is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>Punches not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Punches with an impossible date are put aside and shown, and make no attendance until somebody takes them in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Put all staff under one department, or note what their department is called; everybody else counts as a student.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Puts a text before the value. A missing value stays missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Puts a text behind the value. A missing value stays missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Puts the values of other fields behind this one, leaving out what is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/about.py"/>
        <source>Python {0} · Qt for Python {1} · {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Python {0}, Qt {1}, {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Query parameters sent with every request; those of an endpoint win.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Query parameters; one whose placeholder has no value, such as the cursor of a first sync, is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>R&amp;D draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>RECORD LAYER FAILURE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Rao</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Read the audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Read the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>Read {0} as the catalog does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Readers for fingers, faces and cards that send each punch to this computer by themselves, without further software.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/conversation.py"/>
        <source>Reading from {0} was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Reading only what is new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/reading.py"/>
        <source>Reading stopped at the limit of {0} minute; the files hold more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading.py"/>
        <source>Reading stopped at the limit of {0} minute; the upstream may hold more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/reading.py"/>
        <source>Reading stopped at the limit of {0} minutes; the files hold more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading.py"/>
        <source>Reading stopped at the limit of {0} minutes; the upstream may hold more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/stop_rules.py"/>
        <source>Reading stopped at the limit of {0} page; the upstream holds more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/stop_rules.py"/>
        <source>Reading stopped at the limit of {0} pages; the upstream holds more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Reading stops after that, and says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Reading stops there, and says so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/punch_source.py"/>
        <source>Reading the punches of {0} was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/manners.py"/>
        <source>Reading was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>Reads a count of seconds, or of milliseconds, since 1970; 0 means never. Without a zone, days are those of UTC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>Reads a date, or a time, by its layout; with a zone, by the clock there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/values.py"/>
        <source>Reads an amount as a country writes it, without its currency. A number that is grouped otherwise is refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Received a delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>Record {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/keeping.py"/>
        <source>Records are kept for {0} to {1} days. Choose a number between the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Records asked for on a page; empty: the upstream's own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>Records of this person or of this age are not kept any more, as was decided under Privacy in Settings. Discard it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>Records of your own kinds are kept as they come. Mend them in their system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Records synced a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Records with the status tobedeleted are passed over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/files_panel.py"/>
        <source>Recovery key of Hub Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Register an application for this program on Anthology's developer portal and copy its key, its secret and its application ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Remarks</source>
        <translation>टिप्पणी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Removes blanks at both ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Replaces a text wherever it stands in the value, exactly as it is written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Replayed a delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/syncs.py"/>
        <source>Report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>Request: {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Requests at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Requests to the upstream at the same time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>Result: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Results and attendance name students, faculty and subjects by Odoo's own number, so all are known by it here; the GR number becomes the roll number, and the code stands before the name of a subject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Results name people, classes and line items by sourcedId, so people and subjects are known by it here; the identifier that people read becomes the roll number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Results of examinations and assignments.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Roll no. CS2101 (2024)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Roll number</source>
        <translation>अनुक्रमांक</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Room</source>
        <translation>कक्ष</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Room or laboratory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>Rows put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/export_formats.py"/>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/syncs.py"/>
        <source>Run {0} goes on in another program, such as a terminal. Stop it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/syncs.py"/>
        <source>Run {0} has ended already, so there is nothing to cancel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>Run {{run}} is still going on. Cancel it, or wait until it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>Sample Biometric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>Sample ERP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/rehearsal_banner.py"/>
        <source>Sample LMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>Sample college</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Saturday</source>
        <translation>शनिवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Saturday {0}</source>
        <translation>शनिवार {0}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Save this; the settings open at the attendance devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Saved a report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_rules.py"/>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Scopes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>Screen platform: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Section</source>
        <translation>अनुभाग</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Section, class or division.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>See each record with its reasons in quarantine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Semester</source>
        <translation>सेमेस्टर</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Semester or term.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>Send the key {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/self_test.py"/>
        <source>Senders whose network leads that name to this computer can deliver to {0}. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Sent with every request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Sent with the requests of this endpoint, besides those of the integration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Sent with the sign-in request only; {{username}} and {{password}} are filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Sentence case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Set a secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>Set the clock of this PC; if it is right, tell whoever runs {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/integrations.py"/>
        <source>Several colleges have an integration called “{0}”. Use its number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Share</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schema.py"/>
        <source>Short for a list of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schema.py"/>
        <source>Short for an object with this path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schema.py"/>
        <source>Short for mappings without transformations: upstream field to our field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Showed a wrong API token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Sign in as System Manager and make a user for this program. Give it the role Academics User.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Sign in to Canvas as an administrator of the whole account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Sign in to Moodle as an administrator and open Site administration &gt; Server &gt; Web services &gt; Overview; it lists the steps below one by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>Sign in to it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>Sign in with your account to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>Sign in with “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>Sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Sign-in page that gives a token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Signed in to a system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Signed out of a system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>Silent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/syncs.py"/>
        <source>Something went wrong inside Hub Desktop. Nothing that was stored is lost. Please send the log to your IT team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/inbox.py"/>
        <source>Something went wrong inside Hub Desktop. Please send the log to your IT team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/mapping.py"/>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Splits a text into a list, or keeps one of its parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/signature.py"/>
        <source>Standard Webhooks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Start</source>
        <translation>आरंभ</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>State</source>
        <translation>अवस्था</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Status</source>
        <translation>स्थिति</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/__init__.py"/>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>Still missing: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Stored grades name students by the internal ID, so students are known by it here; the student number becomes the roll number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/signature.py"/>
        <source>Stripe (Stripe-Signature)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Student ID</source>
        <translation>विद्यार्थी आईडी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/references.py"/>
        <source>Student ID {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/references.py"/>
        <source>Student ID {0}, …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Student management (ERP)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Students</source>
        <translation>विद्यार्थी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Subject</source>
        <translation>विषय</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Subject code</source>
        <translation>विषय कोड</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Subjects</source>
        <translation>विषय</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Submissions name people and classes by Microsoft's own numbers, so both are known by them here; the student number becomes the roll number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Suffix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Sunday</source>
        <translation>रविवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Sunday {0}</source>
        <translation>रविवार {0}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Switched an integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Switched off</source>
        <translation>बंद</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>Switched off. Switch it on to sync again.</source>
        <translation>बंद है। फिर से सिंक करने के लिए चालू करें।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>Sync {0} in {1} s: {2} added, {3} changed, {4} unchanged, {5} refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Synced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/run_days.py"/>
        <source>Synced on {0} day of the last {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/run_days.py"/>
        <source>Synced on {0} day of the last {1}, with trouble on {2}, last on {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/run_days.py"/>
        <source>Synced on {0} day of the last {1}, with trouble on {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/run_days.py"/>
        <source>Synced on {0} day of the last {1}, without trouble.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/run_days.py"/>
        <source>Synced on {0} days of the last {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/run_days.py"/>
        <source>Synced on {0} days of the last {1}, with trouble on {2}, last on {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/run_days.py"/>
        <source>Synced on {0} days of the last {1}, with trouble on {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/run_days.py"/>
        <source>Synced on {0} days of the last {1}, without trouble.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>Syncing…</source>
        <translation>सिंक हो रहा है…</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>Syncing… {0}</source>
        <translation>सिंक हो रहा है… {0}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>Syncing… {0} of {1}</source>
        <translation>सिंक हो रहा है… {1} में से {0}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Syncs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Syncs that succeeded, by system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>System: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>TCP port {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>Take the records from “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>Take the whole answer as the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/values.py"/>
        <source>Takes one value for another; what is not in the table stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Takes tags away and writes entities out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/values.py"/>
        <source>Takes the place of a missing value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>Tally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/records.py"/>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Teams keeps neither attendance nor a timetable that can be read this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Telephone number as the upstream writes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>Tell whoever runs the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>Tell whoever runs the system; it should send UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>Tell whoever runs the system; that is not valid JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>Tells the day of the week of a date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_list.py"/>
        <source>Test again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_list.py"/>
        <source>Test again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Tested a connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Text after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Text before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>That is slow; ask IT staff to look at the name server (DNS) of this network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>That is {0}: ask whoever runs {1} to renew it in time, or syncs stop then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The 1EdTech standard for rosters and grades, version 1.1, which many student information systems speak. Gives students, teachers, classes and results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The 1EdTech standard for rosters and grades, version 1.2, which many student information systems speak. Gives students, teachers, classes and results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The API Key stands in the same place. What is asked for here is both with a colon between them: the key first, then the secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/authentication.py"/>
        <source>The API key holds a sign that no cookie can carry. Check that it was pasted whole, or send it in a header.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>The JavaScript of endpoint “{0}” {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/samples.py"/>
        <source>The JavaScript of this endpoint passes {0} record over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/samples.py"/>
        <source>The JavaScript of this endpoint passes {0} records over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/paging.py"/>
        <source>The Link header names the next page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>The Link header of the answer names the next page (RFC 8288).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The address had no https:// before it, which means http:// to cURL. Correct it if wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The address holds a stand-in, “{0}”. Put the real address in its place and paste the command again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The address in this command is not one of a web server. It begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The address is {0}. Say what kind of data {1} gives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The address is {0}; below it, {1} is read as {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>The address may lead to a sign-in page or to the wrong place. Check the base URL and the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>The address of the delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>The address of the upstream, before the path of each endpoint; or a folder of files, as file:///srv/exports; or devices://iclock for attendance devices that push.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/wire.py"/>
        <source>The address of {0} cannot be read. Check the base URL and the path of the endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/kept_tokens.py"/>
        <source>The address of {0} was changed meanwhile. Sign in to it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/integrations.py"/>
        <source>The address was changed. Enter the password or key again, so that it is not sent to a new place by mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>The address where tokens are issued.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>The answer holds a token that asks for the next page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>The answer holds numbers that are none (NaN or Infinity). They were refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>The answer holds text that JSON does not allow: broken characters or raw control signs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>The answer holds the whole address of the next page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>The answer holds {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>The answer is a list of {0} entries itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>The answer is a list of {0} entry itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>The answer is an empty object.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>The answer is the list of records itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>The answer is {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>The answer itself is the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The answer may look like {{"success": true, "data": […], "pagination": {{"page": 1, "limit": 100, "total": 640}}}}; a bare list works as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/browser_sign_in.py"/>
        <source>The answer of the browser came from “{0}”, and not from {1}. It was not used. Sign in again, and tell your IT team if this happens twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/browser_sign_in.py"/>
        <source>The answer of the browser came without a sender, and not from {0}. It was not used. Sign in again, and tell your IT team if this happens twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/inflation.py"/>
        <source>The answer of {0} broke off in the middle. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>The answer says its characters are {0}, but they are UTF-8. It was read as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/backups.py"/>
        <source>The backup made on {0} was restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/backups.py"/>
        <source>The backup must not lie among the data it is a backup of. Name a file in another folder, best on another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/backups.py"/>
        <source>The backup was stopped. Nothing was left behind.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>The body of delivery {0} is no longer kept, so it cannot be replayed. Sync instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The body was left out, because a GET request carries none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The body was left out, because it is neither a form nor JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The body was left out, because it is not JSON as its type says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/redirect_listener.py"/>
        <source>The browser did not come back from {0} within {1} minutes. Sign in again. If {2} showed an error about the redirect address, ask its administrator to allow {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>The calendar file cannot be read. Export it once more, or take a CSV file instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>The calendar has no holiday “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>The calendar is full: {0}. Remove old holidays first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>The catalog asks {0} for the same with these parameters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>The catalog asks {0} for the same with this parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/catalog.py"/>
        <source>The catalog file {0} cannot be used. Install Hub Desktop again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/catalog.py"/>
        <source>The catalog has no template “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/catalog.py"/>
        <source>The catalog of this program is missing. Install Hub Desktop again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>The catalog reads “{0}” of {1} in this way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>The catalog sends “{0}={1}” with every request to {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>The catalog sends “{0}={1}” with every request to {2}; {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>The catalog template it was made from, with its version, such as moodle@1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>The certificate ends in {0} day, on {1}. Renew it before that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>The certificate ends in {0} days, on {1}. Renew it before that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>The certificate in {0} ended on {1}. Renew it, then choose the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>The certificate in {0} is valid only from {1}. Look at the date of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>The certificate is for {0} and not for {1}, so programs that check it will refuse to connect there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>The certificate is for {0}. Programs must use such a name, not the address {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>The certificate of {0} comes from “{1}”, an issuer this computer does not know. If that is the college's own, or its proxy or antivirus program, ask IT staff to add the issuer to the certificates this computer trusts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>The certificate of {0} ended on {1}, {2} day ago. Ask whoever runs it to renew the certificate. If other sites complain too, check the date of this PC: it says {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>The certificate of {0} ended on {1}, {2} days ago. Ask whoever runs it to renew the certificate. If other sites complain too, check the date of this PC: it says {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>The certificate of {0} is signed by itself, so nobody vouches for it. Ask whoever runs {1} for one from an issuer that computers know, or ask IT staff to add this one to the certificates this computer trusts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>The certificate of {0} is signed in a way that is no longer safe. Ask whoever runs {1} to renew it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>The certificate of {0} is valid only from {1}, and this PC says it is {2}. Most likely the clock of this PC is wrong: set it, then test again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>The certificate of {0} was revoked by its issuer. Ask whoever runs {1} for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>The certificate of {0} {1}. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>The certificate that came is made out to {0}, not to “{1}”. Check the address; if it is right, ask whoever runs {2} for a certificate with this name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/wire.py"/>
        <source>The certificates in {0} cannot be read. Choose a file of certificates (PEM) in Settings, Network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>The chosen key of the record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>The clock of this PC is {0} ahead of that of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>The clock of this PC is {0} behind that of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>The clock of {0} is about {1} minute ahead, so attendance is judged by a wrong time. Set the date and time on the device, or let it take them from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>The clock of {0} is about {1} minute behind, so attendance is judged by a wrong time. Set the date and time on the device, or let it take them from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>The clock of {0} is about {1} minutes ahead, so attendance is judged by a wrong time. Set the date and time on the device, or let it take them from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>The clock of {0} is about {1} minutes behind, so attendance is judged by a wrong time. Set the date and time on the device, or let it take them from this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>The clocks of this PC and of {0} agree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>The code by which the college knows the teacher.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/device_sign_in.py"/>
        <source>The code for {0} is no longer good. Sign in again to get a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>The code of its subject, where it is always the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The college module on Odoo. Gives students, faculty, subjects, the timetable, attendance and exam results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The command asks for the headers only. Reading the records takes GET.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The command names several addresses. Only the first was taken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The command signs in by {0}, which this program does not speak. Ask the vendor for an API key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The command was signed with OAuth 1.0a, for this one request. Type the consumer key and its secret, so that each request is signed anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>The computer “{0}” of the proxy {1} was not found. Check that this PC is on the network and that the address is spelled right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>The computer “{0}” of {1} was not found. Check that this PC is on the network and that the address is spelled right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>The computer “{0}” was found, at {1} address ({2}), in {3} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>The computer “{0}” was found, at {1} addresses ({2}), in {3} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/report.py"/>
        <source>The connection does not work yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>The connection to {0} broke off before an answer came. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>The connection to {0} is secure; its certificate is valid until {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/report.py"/>
        <source>The connection was made, but no records could be tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The cookies of a browser session were not kept, because they end when the browser signs out. Ask the vendor for an API key or a token for other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/copying.py"/>
        <source>The copy does not read as it should, so no backup was made. Look after the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>The data folder can be read but not written. Ask your IT team for permission to write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>The data folder is {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/folder.py"/>
        <source>The data folder {0} cannot be used. Choose another with --data-dir, or ask your IT team for permission to write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/folder.py"/>
        <source>The data folder {0} is kept in step with a cloud service, which can damage it while it is in use. Choose a folder on this computer with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/backups.py"/>
        <source>The data has the key of this computer now: save its recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The data standard of many American districts and states. Gives students, staff, course offerings, school attendance and grades.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/sources.py"/>
        <source>The data types are {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>The data types are {0}; for other data add "dataType": "custom"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/delivery_writer.py"/>
        <source>The delivery could not be stored in time. Send it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>The delivery does not say what it holds. {0} has {1}; name one of them as “endpoint” in the delivery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/inbox.py"/>
        <source>The delivery holds no record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>The delivery holds {0}, for which {1} has no endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/inbox.py"/>
        <source>The delivery is not JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>The device {0} is not allowed here. Allow it in Hub Desktop first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>The devices send by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>The disk of this computer could not be read or written. Look after the disk, and keep a backup at hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>The disk of this computer is full. Free some space and sync again; what was stored before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/backups.py"/>
        <source>The disk of {0} has {1} MB free, and a backup needs {2} MB. Free some space, or choose another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/restoring.py"/>
        <source>The disk of {0} has {1} MB free, and restoring needs {2} MB. Free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/backup_file.py"/>
        <source>The disk of {0} is full, so nothing was kept there. Free some space, or choose another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/backup_file.py"/>
        <source>The disk of {0} takes no file of this size. Choose another disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The education module on ERPNext or Frappe. Gives students, instructors, courses, the schedule, attendance and assessment results.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>The endpoint it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>The endpoint of this template that takes its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>The endpoint whose records are gone through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The exam date is the day on which the item was graded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The exam date is the day the coursework is due.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/exports.py"/>
        <source>The export was stopped. No file was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>The field “{0}” of the delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>The file cannot be read: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>The file holds more than {0} holidays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>The file holds no holiday: an event of a whole day, or a line such as 2026-11-08,Diwali.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>The file is not written in UTF-8. Save it as CSV (UTF-8).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The file of cookies that the command names was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The file of headers that the command names was not read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/listener_settings.py"/>
        <source>The file of its key (PEM); empty: it is in the file of the certificate. Its password lies in the vault.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/vault.py"/>
        <source>The file of passwords {0} cannot be read. Restore it from a backup.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/vault.py"/>
        <source>The file of passwords {0} cannot be written now. Close other programs that use it, look for free space on the disk, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/listener_settings.py"/>
        <source>The file of the certificate with its chain (PEM); empty: no encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/copying.py"/>
        <source>The file {0} cannot be copied: SQLite could not read or write it. Look after the disk and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>The file {0} cannot be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/backup_file.py"/>
        <source>The file {0} cannot be read: {1}. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>The file {0} cannot be read: {1}. Choose another, or ask for permission to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/person_form.py"/>
        <source>The file {0} cannot be written: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/written_files.py"/>
        <source>The file {0} cannot be written: {1}. Name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/importing.py"/>
        <source>The file {0} could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>The file {0} holds no certificates (PEM). Ask IT staff for that of the authority the college uses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>The file {0} in {1} cannot be opened. Ask your IT team for permission to read and write it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>The file {0} in {1} cannot be opened: it is damaged, or locked with another key. Keep it, and restore a backup or enter the recovery key (hub-desktop recovery restore).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>The file {0} in {1} cannot be read. Ask your IT team for permission to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/backup_file.py"/>
        <source>The file {0} is there already and is no backup. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/migration.py"/>
        <source>The file {0} was written by a newer Hub Desktop. Install the newest version to open it; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/replacing.py"/>
        <source>The files in {0} could not be put in place: {1}. Close other programs that use them and start Hub Desktop again; it goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>The files of this data folder are encrypted, and this installation cannot open encrypted files. Install the package sqlcipher3 and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>The files on this computer are not encrypted by Hub Desktop, because this platform lacks the package sqlcipher3. Turn on the disk encryption of the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/storage.py"/>
        <source>The files on this computer are not encrypted, so there is no recovery key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/delivery_writer.py"/>
        <source>The files were busy for too long. Send the delivery again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/copying.py"/>
        <source>The files were written to without a pause, so no backup could begin. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/extraction.py"/>
        <source>The filter of this endpoint does not fit {0} of {1} records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>The filter of this endpoint leaves it aside now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>The filter passed over all {0} records that {1} sent for {2}, though {3} are known. All of them are kept. Check the filter of this endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>The first account must be a principal or an administrator of all colleges, or nobody could make the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/endpoint_settings.py"/>
        <source>The first answer shows how its pages follow each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The first sync begins sixty days back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>The first {0} syncs went well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>The folder {0} can be read. It holds {1} file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>The folder {0} can be read. It holds {1} files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/folder.py"/>
        <source>The folder {0} is not there. If it lies on another computer or a drive, see whether that is switched on and connected; else correct the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The form names a field more than once. Only the last value was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>The header in which the token travels afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>The header of the answer that holds the next cursor, instead of the body.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>The header {0} of the delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/integrations.py"/>
        <source>The integration was changed meanwhile. Look at it as it is now, and make your change once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/self_test.py"/>
        <source>The internet may reach this computer at {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The key and the secret are asked for here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>The key in {0} does not belong to the certificate in {1}. Choose the two that were issued together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>The key in {0} is locked with a password. Enter it with the settings of the listener.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>The key is longer than {0} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>The key of these files is not in the keyring of this computer. Enter the recovery key you saved: hub-desktop recovery restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/vault.py"/>
        <source>The keyring of this computer did not answer. Unlock it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>The keyring of this computer did not keep the key of the files, so none were made. Unlock it, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/vault.py"/>
        <source>The keyring of this computer refused. Unlock it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/backups.py"/>
        <source>The last backup was made {0}: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The last minute that is in time. Other rules can be chosen later in the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>The last minute that is in time; empty: nobody is late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>The last minute that is in time; empty: nobody is late. Not for periods, which have their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>The last minute whose punches count; not for periods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/syncs.py"/>
        <source>The last sync did not finish, because the program was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The learning management system. Gives courses, their students and teachers, and the grades of every course.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/setting_values.py"/>
        <source>The least is {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/notifications.py"/>
        <source>The list of notifications</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>The listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/server/hub_listener.py"/>
        <source>The listener could not be started. Please send the log to your IT team.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>The listener is switched off, so no device can push. Switch it on in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>The listener is switched off, so no device reaches Hub Desktop. Switch it on in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>The listener is switched off: no other program can send anything here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>The listener uses {0}, port {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>The listener was started on {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/intervals.py"/>
        <source>The longest interval is 31 days.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>The mapping of this endpoint leaves it aside now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>The method of the sign-in request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/setting_values.py"/>
        <source>The most is {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>The name leads into the college's own network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>The name of a device is one line of up to {0} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>The name of the header, parameter or cookie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/college_calendar.py"/>
        <source>The name of the time zone, such as Asia/Kolkata; empty: that of the computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>The name or the password holds a character that is no text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>The name or the password is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/network.py"/>
        <source>The name under which the proxy knows this program; empty: it asks for none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/network.py"/>
        <source>The network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>The newest attendance is of {0}; the days end there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/stop_rules.py"/>
        <source>The next page has an address that was read before, so reading stopped there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/replacing.py"/>
        <source>The note {0} cannot be read, so the restoring of a backup cannot go on. Ask your IT team to look at {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>The number of the person cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>The number or code by which the college knows the student.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>The old ones are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The other cookies of the browser were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>The parameter that carries the end of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>The parameter that carries the page size, where one is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>The parameter that carries the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>The password is longer than {0} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>The password is shorter than {0} characters. Several words make a good one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>The password is the name. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>The password of the key in {0} is wrong. Enter it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/autostart.py"/>
        <source>The passwords here lie in a file that HUB_DESKTOP_VAULT_PASSPHRASE opens. Set it for your whole session, or the program cannot open them when it starts at login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>The path holds a stand-in in braces. Put the real value in its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/autostart.py"/>
        <source>The path of the program or of its data folder has a line break or another character that cannot be seen. Rename that folder, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>The plot shows the first {0} of {1} rows; the table has them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/listener_settings.py"/>
        <source>The port of webhooks and the management API, and of devices that have none of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/runs.py"/>
        <source>The program was stopped during this sync. What had come in by then is kept; the rest comes with the next sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/network.py"/>
        <source>The proxy was changed. Enter its password again, so that it is not sent to another place by mistake.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>The proxy {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/ways.py"/>
        <source>The proxy {0} of this computer asks for a user name and password, or knows not those it got. Ask IT staff to enter them: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/ways.py"/>
        <source>The proxy {0} of this computer does not let connections through to {1}. Ask IT staff to allow its address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/ways.py"/>
        <source>The proxy {0} of this computer does not reach {1}. {2} may be switched off, or the address may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/ways.py"/>
        <source>The proxy {0} on the way to {1} does not answer. Check {2}; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>The proxy {0} seems to re-sign the connection: the certificate comes from “{1}”, which this computer trusts but which is no public issuer. Whoever runs that can read what is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>The punch names nobody.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>The realm in the Authorization header, where the upstream wants one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>The record holds something that is not valid JSON text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>The record is longer than {0} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>The records lie under “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/files_panel.py"/>
        <source>The recovery key could not be written to {0}. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>The replay was cancelled. What was stored by then is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/test_report.py"/>
        <source>The report could not be written to {0}. Choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/reports.py"/>
        <source>The report was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/asking.py"/>
        <source>The request for {0} cannot be made: {1}. Correct this endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/asking.py"/>
        <source>The request for {0} needs a value for {{{1}}}, but there is none. {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>The row is no punch: it has no time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>The row is no punch: its time cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>The row that was just written has no number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/current.py"/>
        <source>The search was stopped, because another one was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>The secret before stays valid for 0 hours to {0} days. Choose a time between the two.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/integrations.py"/>
        <source>The secret is empty. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>The seed's JSON shape, with [[name]] where a blank is filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>The sentence for people.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>The settings of Hub Desktop lead to {0} through the proxy {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>The settings of this computer lead to {0} through the proxy {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/intervals.py"/>
        <source>The shortest interval is {0} minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>The sign-in is accepted, but this account may not read {0}. Ask the administrator of {1} for the permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/browser_sign_in.py"/>
        <source>The sign-in to {0} was declined in the browser. Sign in again when you want to allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/device_sign_in.py"/>
        <source>The sign-in to {0} was declined. Sign in again when you want to allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/kept_tokens.py"/>
        <source>The sign-in to {0} was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/redirect_listener.py"/>
        <source>The sign-in was not completed. Hub Desktop says why. You can close this page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/reception.py"/>
        <source>The signature of the delivery is wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>The slowest is {0}: typically {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The subjects are the classes of OneRoster, because results belong to a class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>The sync was cancelled. What had come in by then is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>The system does not let Hub Desktop listen on port {0}. Choose a port above 1023.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>The teacher's code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>The test of {0} was stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The timetable is left out: Moodle's calendar holds dates and no week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The timetable is read from today on, and becomes a week.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>The token is wrong, was revoked or has expired. Make a new one: hub-desktop tokens add.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>The upstream field that grows with every change, such as modified.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>The upstream field: a name, a dotted path or a JMESPath expression.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/paging.py"/>
        <source>The upstream says it has more records than came. Check how this endpoint is paged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/paging.py"/>
        <source>The upstream says it has {0} records, but {1} came. Check how this endpoint is paged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The user name and the password of that user are asked for here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The user name and the password of that user are asked for here. With two-factor sign-in use an API key of the user as password.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>The vendor names it beside the client ID.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>The vendor's document, for IT staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>The webhook secret cannot be used: {0}. Choose another, or have one made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>The webhook secret that is kept does not fit this scheme, so every delivery is refused. Make a new one and give it to the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>The whole record as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>The {0} of {1} begins with http://, so the sign-in would travel unprotected. Enter an address that begins with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>There are lists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>There are lists at {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>There are no marks to count. Connect a system that has them, such as the LMS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>There are no marks to count. Connect a system that has them, such as the LMS. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>There are no such records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/sources.py"/>
        <source>There are several colleges. Say which one is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>There is a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>There is a list at {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/integrations.py"/>
        <source>There is already a college called “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/api_tokens.py"/>
        <source>There is already a token called “{0}”. Choose another name, or revoke that one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/accounts.py"/>
        <source>There is already an account called “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/integrations.py"/>
        <source>There is already an integration called “{0}”. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>There is no account called “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>There is no attendance yet. Connect a system that has it, such as the attendance machine, then choose Sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>There is no college {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/keeping.py"/>
        <source>There is no data type “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>There is no delivery {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>There is no device with the serial number {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/reading.py"/>
        <source>There is no file {0} in {1}. Put it there, or correct the name in the endpoint “{2}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/backups.py"/>
        <source>There is no folder {0}. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>There is no hold {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/integrations.py"/>
        <source>There is no integration called “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/gate.py"/>
        <source>There is no integration {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading.py"/>
        <source>There is no parent record for which this endpoint could be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/quarantine.py"/>
        <source>There is no refused record {0}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>There is no run {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/setting_values.py"/>
        <source>There is no setting “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/records.py"/>
        <source>There is no source called “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>There is no time zone “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>There is no token called “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/api_tokens.py"/>
        <source>There is no token {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>There is no way from this PC to {0}. Check the network cable, Wi-Fi or VPN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>There is no webhook secret yet, so every delivery is refused. Make one and give it to the sender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/reports.py"/>
        <source>There is no {0} “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/server/hub_listener.py"/>
        <source>There is nothing at this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>There is {0} at that place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>There let devices push, and choose the network on which they reach this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>These are numbers of fewer than {0} students, which are not shown to your role.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>They are kept safe on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>This account may read {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>This address does not begin with https://, so keys and records can be read on their way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/server/hub_listener.py"/>
        <source>This address does not take this method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>This address is on this computer or the college's own network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/backup_file.py"/>
        <source>This backup is damaged, so nothing was restored from it. Choose an older one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/restoring.py"/>
        <source>This backup is damaged. Choose an older one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/restoring.py"/>
        <source>This backup is encrypted, and this installation cannot open encrypted files. Install the package sqlcipher3 and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/restoring.py"/>
        <source>This backup is not encrypted, and the data on this computer is. Restore it into an empty data folder, where it cannot lay open what is protected here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/backups.py"/>
        <source>This backup was made by a newer Hub Desktop. Install the newest version to restore it; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/restoring.py"/>
        <source>This backup was made on another computer, or before the key of the files changed. Enter the recovery key that was saved there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>This command names no address. Copy the whole command and paste it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>This command uses {0}, which changes something in the other system. Paste one that reads records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/redirect_listener.py"/>
        <source>This computer gives no port to listen on, so the browser could not come back from {0}. Restart the computer, then sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>This computer has no address {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>This computer has no address {0}. It has {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>This computer has no address {0}. It has {1}; choose one of its own, 127.0.0.1, or 0.0.0.0 for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>This computer has no address {0}. choose one of its own, 127.0.0.1, or 0.0.0.0 for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/vault.py"/>
        <source>This computer offers no keyring to keep passwords in. Install one (on Linux a Secret Service such as GNOME Keyring or KWallet), or set HUB_DESKTOP_VAULT_PASSPHRASE to a passphrase of your own to keep them in an encrypted file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/autostart.py"/>
        <source>This concerns all colleges. Ask a colleague whose account is for all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>This data folder holds the systems of a real college. Choose another folder for the rehearsal, or leave out --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>This device belongs to another college. Ask a colleague who is there for both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>This does not begin with “curl”. Copy the command as cURL: in the browser's developer tools, choose the request, then Copy as cURL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration_files.py"/>
        <source>This file is larger than 1 MB, so it is not a configuration of an integration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration_files.py"/>
        <source>This file is nested too deeply to be a configuration of an integration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/backups.py"/>
        <source>This file is no backup of Hub Desktop, or it is damaged. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration_files.py"/>
        <source>This file is not UTF-8 text. Save it as JSON in UTF-8 and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration_files.py"/>
        <source>This file is not valid JSON: it holds a number that is none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration_files.py"/>
        <source>This file is not valid JSON: line {0}, column {1}: {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/setting_values.py"/>
        <source>This is longer than {0} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>This is no device: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/setting_values.py"/>
        <source>This is not JSON yet (line {0}, column {1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/setting_values.py"/>
        <source>This is not JSON: it holds a number that is none, or is nested too deeply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>This is not a record but a single value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>This is not a recovery key of Hub Desktop. Look for a mistyped letter and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/backups.py"/>
        <source>This is the sample college, which is gone after the rehearsal. Open Hub Desktop itself to back up or restore what is yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/autostart.py"/>
        <source>This is the sample college, which is gone after the rehearsal. Open Hub Desktop itself, and let that start at login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/doctor.py"/>
        <source>This is {0}, and it is set up as the catalog has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/doctor.py"/>
        <source>This is {0}, and {1} setting differs from what the catalog has for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/doctor.py"/>
        <source>This is {0}, and {1} settings differ from what the catalog has for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>This looks like the request for a token, not for records. Choose OAuth 2.0 as the sign-in with this address as its token address, and paste a command that reads records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/setting_values.py"/>
        <source>This must be filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/redirect_listener.py"/>
        <source>This page belongs to a sign-in of Hub Desktop. You can close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/roles.py"/>
        <source>This program</source>
        <translation>यह प्रोग्राम</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/page_writing.py"/>
        <source>This record cannot be written as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>This recovery key belongs to other files and does not open these. Nothing was changed. Look for the key that was saved for this data folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/restoring.py"/>
        <source>This recovery key does not open the backup. Look for the key that was saved on the computer where the backup was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>This role belongs to the program itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/undo.py"/>
        <source>This run was made by an older version of the program, which did not keep what is needed to undo it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>This template cannot be used: {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>This text is longer than any command. Paste one cURL command.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Thursday</source>
        <translation>गुरुवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Thursday {0}</source>
        <translation>गुरुवार {0}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Tick at least one kind of data, so that there is something to sync.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/run_queue.py"/>
        <source>Ticket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Time at which it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Time at which it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>Time since 1970</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>Time: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_rules.py"/>
        <source>Times of the day, instead of an interval; an empty list at an endpoint: by its interval after all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Times of the day, weekdays, quiet hours and holidays, by the clock of the college.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Times, days and quiet hours of its own; what is not written is as the integration has it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Timetable</source>
        <translation>समय-सारणी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Title case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Token secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/doctor.py"/>
        <source>Told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>Too many wrong passwords. Wait {0} second, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>Too many wrong passwords. Wait {0} seconds, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>Too many wrong tokens came from this computer. Wait {0} second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>Too many wrong tokens came from this computer. Wait {0} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/audit_panel.py"/>
        <source>Took the recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/__init__.py"/>
        <source>Transformation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>Tried last on {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Trim</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>Try again; if it stays so, tell whoever runs the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>Trying again</source>
        <translation>फिर से कोशिश</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Tuesday</source>
        <translation>मंगलवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Tuesday {0}</source>
        <translation>मंगलवार {0}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Two endpoints are called “{0}”. Give each its own name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Type the address and port that stand there into each device, under Comm., Cloud Server Setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_values.py"/>
        <source>Type the address of the page where a person signs in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Type the address of the system, such as https://erp.college.edu/api, or a folder with its files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_values.py"/>
        <source>Type the address that gives the code to type on another device.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_values.py"/>
        <source>Type the address where tokens are issued, such as https://lms.college.edu/token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/template_values.py"/>
        <source>Type the address, such as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_values.py"/>
        <source>Type the consumer key that the vendor gave you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Type the name of the file, such as students*.csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_values.py"/>
        <source>Type the name under which the key is sent, such as X-API-Key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/listener_fields.py"/>
        <source>Type the number of a port, from 1 to {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Type the path below the address, such as /students.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_values.py"/>
        <source>Type the path of the sign-in below the address, such as /login.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_values.py"/>
        <source>Type the {0}, or switch the integration off until you have it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Typical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/references.py"/>
        <source>UNION ALL</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Under API permissions add the application permissions EduRoster.Read.All and EduAssignments.Read.All of Microsoft Graph, and let an administrator grant consent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Under Certificates &amp; secrets make a client secret and copy its value at once; note the day it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Under Credentials make an OAuth client ID of the type Desktop app, and copy the client ID and the client secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Under External services add a service, enable it, and add three functions to it: core_course_get_courses, core_enrol_get_enrolled_users and gradereport_user_get_grade_items.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Under Manage tokens make a token for that account and that service, without an IP restriction that keeps this computer out and without a date after which it ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Under OAuth consent screen choose Internal, so that only people of the college can sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>Unknown device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Unknown key “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>Until when they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>Upload refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/texts.py"/>
        <source>Upper case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading.py"/>
        <source>Upstream</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>Use the path {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>Use the settings of the catalog for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>Use {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>User name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>User name and password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>User name and password (only where nothing else is offered)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/values.py"/>
        <source>Value table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/keeping.py"/>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>Vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/roles.py"/>
        <source>Viewer</source>
        <translation>दर्शक</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/references.py"/>
        <source>WITH RECURSIVE named(student_id) AS (</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>WRONG VERSION NUMBER</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Webhook secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Wednesday</source>
        <translation>बुधवार</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>Wednesday {0}</source>
        <translation>बुधवार {0}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/college_calendar.py"/>
        <source>Weekdays on which the college is always closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>Well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>What a person does in the other system beforehand, a sentence each.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>What answers at {0} does not speak https. Check the port or begin the address with http://; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>What answers at {0} does not speak https. Check the port; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/ways.py"/>
        <source>What answers at {0}, where this computer's settings say there is a proxy, is none. Ask IT staff to look at the proxy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>What answers mean that this upstream uses in its own way; the first rule that fits is followed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>What follows the first command was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>What happens to the value on the way, in order.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>What is asked for, words with blanks between them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>What is read, by name; the name is the data type unless the endpoint says another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>What is taken where a person leaves it empty; empty: it must be filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>What is taught.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/notifications.py"/>
        <source>What is worth a notification.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/college_calendar.py"/>
        <source>What it is called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>What it may say, with the endpoint each value stands for; a value that names an endpoint needs no entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>What kind of system it is, a short word such as attendance or lms.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>What stands before the key, such as token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>What stands in that header; {{token}} is filled in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>What the template decides, and what it leaves out, each with its reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>What the upstream calls this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>What the user types to sign in, often an e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>What was only read in a document, or is taken from memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>What was seen to work, and against what.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/backups.py"/>
        <source>What was there before is kept in {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>When it begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>When it is over; a punch at that very minute belongs to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_rules.py"/>
        <source>When nothing is started by itself; what falls into them begins once they are over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_rules.py"/>
        <source>When they are over; 00:00 is the midnight at the end of the day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/notifications.py"/>
        <source>When they are over; before they begin: on the next day.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/notifications.py"/>
        <source>When they begin, by the clock of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_rules.py"/>
        <source>When they begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Where given, the iss of the authorization answer must be this one (RFC 9207).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>Where it says so: guess (in the body, under endpoint, dataType, type or event), path, header or field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Where the ODS serves several years or tenants, the address holds them as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Where the answer says how many records there are in all; empty: at the usual places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Where the answer says, with true or false, whether there is more; empty: at the usual places.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Where the first sync starts: a date, or how far back (“90 days”); empty: with everything.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Where the key stands in a request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Where the list of records lies in the answer, a dotted path or JMESPath; empty: found by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Where the next address lies in the answer; empty: at the usual places, such as next or @odata.nextLink.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Where the next cursor lies in the answer; empty: at the usual places, such as nextPageToken.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>Where the secret belongs, the command holds only a stand-in. Type the real one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Where the token lies in the answer; empty: the cookies it sets are the session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Where the upstream allows only so many; empty: as it answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>Where the value is missing, takes the first of other fields that has one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/listener_settings.py"/>
        <source>Whether attendance devices may push.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>Whether client id and secret travel as HTTP Basic or in the form body; none: a public client without secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Whether it is read at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>Whether it is synced by the clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/notifications.py"/>
        <source>Whether it is told, too, that a system works again of which it was told that it did not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/listener_settings.py"/>
        <source>Whether it listens at all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_rules.py"/>
        <source>Whether it rests on the holidays of the college; empty: attendance does, other data does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/notifications.py"/>
        <source>Whether the program goes on in the tray when its window is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>Whether the sign-in is accepted could not be told, because no endpoint gave records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/notifications.py"/>
        <source>Whether there are quiet hours, in which nothing pops up; what came is told once afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>Which endpoint a delivery feeds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Which upstream field becomes which of ours; what is not mapped is found by its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Who is taught what, when and where.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Who studies here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Who teaches here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>Who was present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Whoever has student as primary role is a student, teacher as primary role is faculty; both come only where school data sync or an administrator set it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Whoever has the institution role STUDENT is a student, FACULTY is faculty; change the filters where the college uses others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Whoever has the role student in a course is a student; whoever has the role teacher or editingteacher is faculty. Roles with other short names are passed over: change the filter of the endpoint if the college made its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/files_panel.py"/>
        <source>Whoever has this key and the data folder can read all records. Keep it in a safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>Whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>Window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/autostart.py"/>
        <source>Windows starts a command of at most {0} characters at sign-in, and this one has {1}. Install the program, or put its data folder, where the path is shorter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/sign_ins.py"/>
        <source>Wire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>With its port; on the college's own network it usually begins with http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>Without an endpoint the sign-in cannot be tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>Without it {0} answers in another form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>Without start_time and end_time BioTime gives every punch there ever was. The template asks for the days since the last time, and three more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>Words in the base URL or the path of an endpoint, such as webservice/rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>Words in the path or parameters of an endpoint that this is about, such as core_grades_get_grades.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>Words that the answer contains, in any case.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/report.py"/>
        <source>Worth knowing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/setting_values.py"/>
        <source>Write a whole number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/intervals.py"/>
        <source>Write how often to sync as 30 minutes, 1 hour or 24 hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>Write it as Asia/Kolkata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/setting_values.py"/>
        <source>Write names and values as JSON, such as {{"active": "true"}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>Write names and values as text, such as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/setting_values.py"/>
        <source>Write one of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_values.py"/>
        <source>Write quiet hours as 22:00 to 06:00; Saturday 13:00 to 00:00.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/schedule_values.py"/>
        <source>Write the times of the day at which to sync, such as {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/setting_values.py"/>
        <source>Write the value as text, in quotation marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/exports.py"/>
        <source>Written by Hub Desktop for {0} on {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/values.py"/>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/values.py"/>
        <source>Yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>Your account may not compare personal data. Ask a colleague with the role IT staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/roles.py"/>
        <source>Your account may not do this. Ask a colleague with the role {0}.</source>
        <translation>आपका खाता यह नहीं कर सकता। {0} की भूमिका वाले किसी सहकर्मी से कहें।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>Your account may not look at single records, because they hold personal data. Ask a colleague with the role IT staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>Your account may not search in personal data. Ask a colleague with the role IT staff.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>Your system gets deliveries with a wrong signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>Your system has not been synced yet.</source>
        <translation>आपका सिस्टम अभी सिंक नहीं हुआ है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>Your system is not working.</source>
        <translation>आपका सिस्टम काम नहीं कर रहा है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>Your system is switched off.</source>
        <translation>आपका सिस्टम बंद है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>Your system is tried again by itself.</source>
        <translation>आपके सिस्टम के लिए अपने आप फिर कोशिश होगी।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>Your system is working.</source>
        <translation>आपका सिस्टम काम कर रहा है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>Your system needs a look at its devices.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>Your system needs attention.</source>
        <translation>आपके सिस्टम पर ध्यान देना है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>Your system needs its settings corrected.</source>
        <translation>आपके सिस्टम की सेटिंग्स ठीक करनी हैं।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>Your system needs you to sign in again.</source>
        <translation>आपके सिस्टम में आपको फिर से साइन इन करना है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>Your system sends other fields than before.</source>
        <translation>आपका सिस्टम पहले से अलग फ़ील्ड भेज रहा है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>Your system sent records that need a look.</source>
        <translation>आपके सिस्टम ने ऐसे रिकॉर्ड भेजे जिन्हें देखना है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>Your system waits for your decision.</source>
        <translation>आपका सिस्टम आपके निर्णय की प्रतीक्षा में है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>Your systems have not been synced yet.</source>
        <translation>आपके सिस्टम अभी सिंक नहीं हुए हैं।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/autostart.py"/>
        <source>[Desktop Entry]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/export_formats.py"/>
        <source>], "total": {0}}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>a GET request has no body; write its fields as form, and they go into the query</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>a PDF document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/texts.py"/>
        <source>a PDF document. Export the table as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>a ZIP archive or an Office document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>a blank of the kind secret has the name of a secret: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/college_calendar.py"/>
        <source>a calendar has at most {0} holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/delivery_writer.py"/>
        <source>a checkpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>a cursor that is no time needs "field", the upstream field it is taken from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/drafts.py"/>
        <source>a draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>a file has no parameter “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>a folder is read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>a folder is read with no headers and no parameters; those of a file stand at its endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>a folder is read without a sign-in: "authType": "none"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>a holiday needs a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>a holiday needs a name after its date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>a holiday that comes again more often than every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/delivery_writer.py"/>
        <source>a job between two commits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/listener_settings.py"/>
        <source>a key needs the certificate it belongs to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/drift.py"/>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/shapes.py"/>
        <source>a list of {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>a list or an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>a list or an object stands where a date belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>a list or an object stands where a number belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>a list or an object stands where one value belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>a name is one line of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/drift.py"/>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>a number is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>a number that is none (NaN or Infinity)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>a number with thousands of digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/texts.py"/>
        <source>a packed file. Unpack it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading.py"/>
        <source>a parent that was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/restoring.py"/>
        <source>a part is not a plain database</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/asking.py"/>
        <source>a part of its path would be “.” or “..”, which leads to another place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wire_rules.py"/>
        <source>a path holds no blanks or line breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>a program without a valid token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/network.py"/>
        <source>a proxy of the kind “{0}” cannot be used; write the proxy as proxy.college.edu:8080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>a request has a form or a JSON body, not both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>a request with a body needs "method": "POST"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>a request without sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>a rule by field needs its place in the body, such as "name": "event"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>a rule by header needs its name, such as "name": "X-Event"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>a rule by {0} takes no name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/signature.py"/>
        <source>a secret for Standard Webhooks is base64, usually after {0}; this one is not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/signature.py"/>
        <source>a secret is made of at least {0} random bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_address.py"/>
        <source>a serial number has 3 to 40 letters, digits, dots, dashes and underscores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>a sign-in request has a form or a JSON body, not both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>a telephone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/windows.py"/>
        <source>a time in the future</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>a time is written as 09:15, from 00:00 to 23:59</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/time_formats.py"/>
        <source>a time out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/times.py"/>
        <source>a time without a zone cannot be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>a token from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/api_tokens.py"/>
        <source>a token is made of {0} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/__init__.py"/>
        <source>a transformation is a name, or one name with its parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>a type is a short word such as attendance or lms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>a very large number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>a web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>a web page (“{0}”)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>absent excused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>absent unexcused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>accepted: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>account {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>address that gives the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>after quiet hours</source>
        <translation>शांत समय के बाद</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>after the weekend</source>
        <translation>सप्ताहांत के बाद</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>after {0}</source>
        <translation>{0} के बाद</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>after “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>age, in recommended intervals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>ahead of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/reading.py"/>
        <source>all files, the newest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>allowed for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>allowed for {0}, {1} taken in that were put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/texts.py"/>
        <source>an Excel workbook or an archive. If it is a workbook, give it a name that ends with .xlsx</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wire_rules.py"/>
        <source>an address begins with https:// (or http:// on the college's own network)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/listener_settings.py"/>
        <source>an address for devices alone needs a port for devices alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wire_rules.py"/>
        <source>an address holds no blanks or line breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/addresses.py"/>
        <source>an address that cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>an email address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>an empty answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/shapes.py"/>
        <source>an empty list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/shapes.py"/>
        <source>an empty object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>an encrypted file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wire_rules.py"/>
        <source>an endpoint is a path below the base URL, such as /students, not a whole address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/backup_file.py"/>
        <source>an entry is compressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>an error rule needs a condition: "status", "path" or "text"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>an error rule of the endpoint says {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/drift.py"/>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/shapes.py"/>
        <source>an object with {0} entries: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/shapes.py"/>
        <source>an object with {0} entry: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/texts.py"/>
        <source>an old Excel workbook. Save it as .xlsx or as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>an unknown address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>an unnamed computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>an unnamed issuer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/written_settings.py"/>
        <source>as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>as the parameter “{0}” of the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>as “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>ascending: records come oldest first, so that a run that breaks off goes on from its last stored page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/brakes.py"/>
        <source>at least so many.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/actor.py"/>
        <source>attendance devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>attendance record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>attendance records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/audit.py"/>
        <source>audit, whole chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>authorization-code needs the page where a person signs in: add "authorizeUrl"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>because {0}, whose records it goes through, could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/redirect_listener.py"/>
        <source>bind {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/errors.py"/>
        <source>bind {0}:{1}: address already in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>bind {0}:{1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>blanks and their places differ: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/audit.py"/>
        <source>broken at row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>brought its engine down, perhaps for want of memory. Look for a list or a text that only grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/run_days.py"/>
        <source>brought only a part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>cannot answer at the moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>cannot be read ({{where}}). Mend it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>cannot be run, because the JavaScript engine is not installed on this computer. Ask your IT team to install quickjs-ng, or take the JavaScript out of the endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>cannot be trusted. Ask IT staff to look at it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>cannot be used: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>cannot use “{0}”: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>certificate of {0}, made out to {1}, issued by {2}, valid from {3} until {4} UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>charset {0} is unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>choose one of its own, 127.0.0.1, or 0.0.0.0 for all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>class Refusal {{ constructor(reason) {{ this.reason = reason; }} }}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_values.py"/>
        <source>client secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>closed on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>college {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>comparison of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>conflicts of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>connection test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>const answer = (f, record) =&gt; {{</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>const copied = (value, place, depth) =&gt; {{</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>const given = f(record)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>const isFinite = Number.isFinite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>const kind = prototypeOf(value)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>const list = []</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>const made = create(null)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>const named = (value) =&gt; {{</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>const parse = JSON.parse, stringify = JSON.stringify, isArray = Array.isArray, keysOf = Object.keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>const prototypeOf = Object.getPrototypeOf, plain = Object.prototype, create = Object.create</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>const records = parse(text)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_values.py"/>
        <source>consumer secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>content-type expect postman-token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>core_course_get_courses lists the site itself as course 1 and writes names with HTML entities. The template leaves the one out and turns the other into text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>core_enrol_get_enrolled_users answers for one course, so it is asked once for each of them, and the roles tell students from teachers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>core_user_get_users needs criteria, gives every account of the site and does not tell students from teachers. The people enrolled in each course come from core_enrol_get_enrolled_users.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/api_token_panel.py"/>
        <source>curl -H "Authorization: Bearer {0}" {1}/api/integrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/guesses.py"/>
        <source>current latest full detail details info summary php json xml aspx asp jsp do api rest server page view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/guesses.py"/>
        <source>cursor pagetoken nextpagetoken nexttoken after startingafter continuation continuationtoken bookmark nextcursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/paging.py"/>
        <source>cursorPath {0}: {1} instead of a text or a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calendar_panel.py"/>
        <source>d MMM yyyy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>damaged or incomplete data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>data nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>data with something else after its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>day stacks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>declared charset {0}: bytes do not fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/redirect_listener.py"/>
        <source>default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>delivery {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>device {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>device-code needs the address that gives the code: add "deviceUrl"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/device_sign_in.py"/>
        <source>device_code or user_code is missing or no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/listener_settings.py"/>
        <source>devices need another port than everything else; leave it out to share one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>devices push</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>devices push with no headers and no parameters; those of a file stand at its endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>devices push without a sign-in: "authType": "none"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_address.py"/>
        <source>devices that push are written as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>did not end within {0} seconds for one page of records. Look for a loop that does not end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/syncs.py"/>
        <source>did not pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/stop_rules.py"/>
        <source>empty page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/shapes.py"/>
        <source>empty text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>end date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>endpoint {0}: an empty answer after {1} records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/brake.py"/>
        <source>endpoint {0}: hold {1} ({2}) of {3} in {4}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>endpoint {0}: nothing left by the filter after {1} records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>endpoint {0}: recordsPath {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>endpoint {0}: tried the top level and {1}, also inside data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>endpoint {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/asking.py"/>
        <source>endpoint {0}: {{{1}}} is empty or missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>endpoint “{0}” cannot be a complete list, because “{1}” brings {2} too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>endpoint “{0}” has more than {1} parents one above the other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>endpoint “{0}”: custom data needs "key", the fields that name one record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_rules.py"/>
        <source>endpoint “{0}”: devices send punches, which become attendance and nothing else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>endpoint “{0}”: forEach names “{1}”, which is no endpoint of this integration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>endpoint “{0}”: its line of parents comes back to “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_rules.py"/>
        <source>endpoint “{0}”: say how punches become attendance, such as "punches": {{"rule": "first-in", "lateAfter": "09:15"}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>endpoint “{0}”: there is no data type “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>endpoint “{0}”: two mappings fill the field “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>endpoint “{0}”: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>endpoint “{0}”: {1} has no field “{2}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_rules.py"/>
        <source>endpoint “{0}”: “punches” is for devices that push: "baseUrl": "devices://iclock"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_rules.py"/>
        <source>endpoint “{0}”: “{1}” is for servers; devices push by themselves. Take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>every day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>every value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>every value look like a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>every value look like a telephone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>every value look like a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>every value look like an email address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>every value look like one of the known words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>every value looks like a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>every value looks like a telephone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>every value looks like a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>every value looks like an email address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>every value looks like one of the known words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>every {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>excused absence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>faculty member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>failed before it saw a record ({{where}}). Mend it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>fields seen: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>files of the kind  are not read. Save them as .xlsx or as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>files of the kind {0} are not read. Save them as .xlsx or as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>first day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>first-in: the first punch decides. first-in-last-out: the first and the last, with the time between them. periods: each period is marked by the first punch within it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>for (const key of keysOf(value)) {{</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>for (let i = 0; i &lt; records.length; i++) records[i] = answer(f, records[i])</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>for (let i = 0; i &lt; value.length; i++) {{</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>for ever</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>for {0} day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>for {0} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>forEach names either "endpoint", another endpoint of this integration, or "values"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/backups.py"/>
        <source>format {0} is newer than {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>from {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/browser_sign_in.py"/>
        <source>from “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>gets deliveries with a wrong signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/folder.py"/>
        <source>google drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>gradereport_user_get_grade_items answers for one course, so it is asked once for each of them; the grades lie inside each student's entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/wire.py"/>
        <source>gzip, deflate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>has an issuer this computer does not know (it is self-signed). Ask IT staff to add the issuer to the certificates this computer trusts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>has an issuer this computer does not know. Ask IT staff to add the issuer to the certificates this computer trusts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>has expired. Ask whoever runs it to renew the certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>has no “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/run_days.py"/>
        <source>held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/signature.py"/>
        <source>hex(HMAC-SHA256(secret, raw body)). It signs neither a time nor an id, so the same body within 24 hours counts as a repeat, even where a value was changed to and fro. Choose Standard Webhooks where the sender can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>hold {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/copying.py"/>
        <source>hub.db or records.db</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>if (!isFinite(value)) throw new Refusal(`${{place}} is not a number`)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>if (depth &gt; DEPTH) throw new Refusal("the record is nested too deeply, or holds itself")</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>if (error instanceof Refusal) return ["refused", error.reason, ""]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>if (given === null) return ["passed"]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>if (given === undefined) throw new Refusal("the function returned nothing; it must return a record or null")</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>if (isArray(value)) {{</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>if (kind !== plain &amp;&amp; kind !== null) {{</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>if (ours) throw error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>if (typeof f !== "function") return ""</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>if (typeof given !== "object" || isArray(given)) {{</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>if (typeof value !== "object") throw new Refusal(`${{place}} is a ${{typeof value}}, which no record can hold`)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>if (typeof value === "number") {{</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>if (value === null || typeof value === "string" || typeof value === "boolean") return value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>if (value[key] !== undefined) made[key] = copied(value[key], `${{place}}.${{key}}`, depth + 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>ignore: there is nothing to read here. sign-in: our sign-in was refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>in a moment</source>
        <translation>कुछ ही पल में</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>in a moment{0}{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>in attendance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>in less than a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>in the header “Authorization”{0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>in the {0} “{1}”{2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>in {0} day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>in {0} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>incomplete chunked read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>incomplete message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/closeups.py"/>
        <source>integration {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/current.py"/>
        <source>integration_id, {0}, run_id, first_seen, last_changed, removed_at, first_run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/filters.py"/>
        <source>is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>is made out to another name. Check the address, above all the name of the computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>is not a function. Write one from a record to a record, such as (record) =&gt; record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/filters.py"/>
        <source>is not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>is not valid yet. Check the date and the time of this computer; if they are right, tell whoever runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>is overloaded or under maintenance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>is tried again by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>is “{0}” day first or month first? Choose the date format in the mapping of this field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>iso, date, epoch, epoch-ms, number, text, or a layout such as %d/%m/%Y; of the field and of what is sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/browser_sign_in.py"/>
        <source>iss of the authorization answer is not the issuer {0} (RFC 9207)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>it cannot be read as CSV ({0}); a quotation mark may be missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/folder.py"/>
        <source>it holds more than {0} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>it holds something that cannot be written as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>it if it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/written_files.py"/>
        <source>it is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/replacing.py"/>
        <source>it is neither in its place nor waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/signature.py"/>
        <source>it is shorter than {0} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/self_test.py"/>
        <source>it was answered with HTTP {0}. Another program may listen at this port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/catalog.py"/>
        <source>its id is “{0}”, which is not the name of the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/self_test.py"/>
        <source>its signature was not accepted. Another program, or one that keeps other files, may listen there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>its values fit ({0} seen)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>kind of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>kinds of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>last day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/closeups.py"/>
        <source>last days of the integrations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>late after {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>late arrival</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>let said = "an error without words", stack = "", ours = false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/guesses.py"/>
        <source>limit perpage pagesize size count rows top take limitpagelength limitnumber maxresults pagelimit resultsperpage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>line {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>line {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/csv_rows.py"/>
        <source>lines {0} to {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/guesses.py"/>
        <source>list all search find query get fetch read index export download data item items record records entry entries today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>list[i] = value[i] === undefined ? null : copied(value[i], `${{place}}[${{i}}]`, depth + 1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/erasure.py"/>
        <source>log rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>lookBack, sliceDays and endParam are for times; this cursor is a number or a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/backups.py"/>
        <source>looked through</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>maths, physics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/reports.py"/>
        <source>max((julianday(finished_at) - julianday(started_at)) * 86400.0, 0.0)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>may be stored again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/erasure.py"/>
        <source>mentions in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/integrations.py"/>
        <source>missing with a new baseUrl: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>more column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>more field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>more key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>more name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>more than {0} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>more than {0} rows at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>more thing needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>more things need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>most of them from {0} ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/folders.py"/>
        <source>name a folder, not a whole drive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>name look-up of {0} failed: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>needs a list as “{{name}}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>needs a look at its devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>needs a table of values, such as {{{{"P": "present"}}}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>needs a text as “{{name}}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>needs a text that is not empty as “{{name}}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>needs a whole number as “{{name}}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>needs at least one entry as “{{name}}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>needs its settings corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>needs more than 100 MB of memory. Look for a list or a text that only grows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>needs you to sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>needs “{{name}}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>never by itself, because the schedule and the calendar leave no time for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>never {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>new attendance event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>new entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>new entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>new or corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>new password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>new punch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>new punches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/vault.py"/>
        <source>no answer within {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>no endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/gate.py"/>
        <source>no integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/syncs.py"/>
        <source>no lane of this process runs it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>no name at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/windows.py"/>
        <source>no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/folder.py"/>
        <source>no permission to write in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/redirect_listener.py"/>
        <source>no request with the right state came to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/run_days.py"/>
        <source>no sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/catalog.py"/>
        <source>no templates in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/windows.py"/>
        <source>no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/time_formats.py"/>
        <source>no time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/oauth.py"/>
        <source>no tokens are kept for these addresses and this client id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/network.py"/>
        <source>no way leads to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>no weekday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/authentication.py"/>
        <source>not a cookie value (RFC 6265, section 4.1.1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/values.py"/>
        <source>not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/settings_page.py"/>
        <source>not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>not given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>not known yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>not marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>not on holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>not to be stored again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>nothing (null)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>nothing is known as {{{0}}} in "value", which knows {{token}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>nothing is known as {{{0}}} while signing in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/templates.py"/>
        <source>nothing is known as {{{0}}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>nothing was past its time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>number of marks by % of the highest possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/oauth1.py"/>
        <source>oauthlib refused a {0} request for its method or its parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>of punches from {0} until {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>of the computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>of the first {0} record: {1} good, {2} refused, {3} value left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>of the first {0} record: {1} good, {2} refused, {3} values left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>of the first {0} records: {1} good, {2} refused, {3} value left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>of the first {0} records: {1} good, {2} refused, {3} values left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/erasure.py"/>
        <source>old versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>older file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>on leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>on {0} April {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>on {0} August {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>on {0} December {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>on {0} February {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>on {0} January {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>on {0} July {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>on {0} June {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>on {0} March {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>on {0} May {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>on {0} November {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>on {0} October {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>on {0} September {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/times.py"/>
        <source>on {0} {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/autostart.py"/>
        <source>on: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>one object, not a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>one of the known words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>or begin the address with http://</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>other record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/erasure.py"/>
        <source>other records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>other systems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>packed data (gzip inside what was unpacked already)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>page: by number. offset: by how many were read. cursor: by a token the answer holds. next: by an address the answer holds. link: by the Link header (RFC 8288).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>parts are counted from 1, or from -1 at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/values.py"/>
        <source>passed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>paused until in a moment (quiet hours){0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>paused until {0} (quiet hours){1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>person {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>plain text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/ways.py"/>
        <source>proxy {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_rules.py"/>
        <source>punches become attendance by one rule: endpoints “{0}” and “{1}” would overwrite each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wire_rules.py"/>
        <source>put the user name and password in their own fields, not in the address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/opening_times.py"/>
        <source>quiet hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/notifications.py"/>
        <source>quiet hours from {0} to {1} have no length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_rules.py"/>
        <source>quiet hours from {0} to {1} have no length; to leave out a whole day, leave it out of “days”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/ahead.py"/>
        <source>reading ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>record {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>records a day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/erasure.py"/>
        <source>records held back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/storage.py"/>
        <source>recovery key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>referer dnt priority te upgrade-insecure-requests if-none-match if-modified-since transfer-encoding keep-alive</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/quarantine.py"/>
        <source>refused record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/erasure.py"/>
        <source>refused records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>refused the request for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>refused: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>reports a fault of its own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/erasure.py"/>
        <source>reports of runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/syncs.py"/>
        <source>requested ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>required field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>retention of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>return (f, text) =&gt; {{</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>return ["record", copied(given, "record", 1)]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>return ["refused", said.slice(0, 300), stack.slice(0, 2000)]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>return list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>return made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>return stringify(records)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>return value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/roles.py"/>
        <source>role {0} lacks {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>rotation of the webhook secret ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>rows put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>run {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/syncs.py"/>
        <source>run {0} ({1}): {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/undo.py"/>
        <source>run {0}: no whole image of {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/quarantine.py"/>
        <source>run {0}: {1} of {2} stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/samples.py"/>
        <source>sample of {0}: {1} record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/samples.py"/>
        <source>sample of {0}: {1} records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>says that nothing has changed, though that was not asked, when asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/migration.py"/>
        <source>schema {0} is unknown here; newest known is {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>seconds, typical sync (median)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/sign_ins.py"/>
        <source>secret clientSecret is not in the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/authentication.py"/>
        <source>secret {0} is not in the vault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/integrations.py"/>
        <source>secrets kept: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>sends other fields than before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>sends us on without saying where, when asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>sent records that need a look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/storage.py"/>
        <source>setting {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/signature.py"/>
        <source>sha256=hex(HMAC-SHA256(secret, raw body)), as GitHub signs. Its id is not signed, so the same body within 24 hours counts as a repeat too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/redirect_listener.py"/>
        <source>sign-in listener</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>sign-in page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>sign-in refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>since {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/resources/catalog"/>
        <source>sis_user_id where the college imports people into Canvas, id where it does not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>source {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>stacked bars</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/autostart.py"/>
        <source>start at login</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>start date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/notifications.py"/>
        <source>syncs by timetable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>system proxy settings or the environment of this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>takes at most {{max_length:,}} characters as “{{name}}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>takes at most {{max_length:,}} entries as “{{name}}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>takes no less than {{ge:,}} as “{{name}}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>takes no more than {{le:,}} as “{{name}}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>takes {{expected}} as “{{name}}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/delivery_writer.py"/>
        <source>telling of new deliveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>text in an unknown charset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>text that is not UTF-8, as it claims to be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/decode.py"/>
        <source>text that is not {0}, as it claims to be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>text {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>the API key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wire_rules.py"/>
        <source>the address ends before any ? or #; put parameters at the endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/addresses.py"/>
        <source>the address holds a user name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/addresses.py"/>
        <source>the address holds signs that do not belong in one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/addresses.py"/>
        <source>the address is not an http or https address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wire_rules.py"/>
        <source>the address lacks the name of the computer, as in https://erp.college.edu</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/folders.py"/>
        <source>the address of a folder holds no ? or #; write them as %3F and %23</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/folders.py"/>
        <source>the address of a folder is written as file:///srv/exports or file:///C:/Exports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>the address that gives the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/inflation.py"/>
        <source>the answer exceeds {0} bytes decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/oauth.py"/>
        <source>the client id or the client secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/actor.py"/>
        <source>the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/device_sign_in.py"/>
        <source>the code ended before anybody signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>the columns are “date”, “end” and “name”, of which “end” may be left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>the consumer key or its secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/draft_values.py"/>
        <source>the draft cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>the engine ended with “{0}” {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/paths.py"/>
        <source>the expression “{0}” does not fit this record: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>the header {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wire_rules.py"/>
        <source>the header {0} is set by the program itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>the header “{0}” promises a secret, and is never kept with a delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/restoring.py"/>
        <source>the key in the vault does not open the parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>the key read back from the vault is not the one that was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/integrations.py"/>
        <source>the keyring did not forget its secrets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>the keyring of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>the last {0} day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>the last {0} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/listener_settings.py"/>
        <source>the listener needs an address, such as 127.0.0.1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>the name of a file ends with {0}, as in students*.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>the name of a file holds no placeholder; write * for the part that changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>the name of a holiday has at most 120 characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>the name of an endpoint is one line of 1 to {0} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>the network settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/reading.py"/>
        <source>the newest file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>the number is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>the number is too large or not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>the parameter “delimiter” is one of , ; | or tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>the parameter “files” is "newest" or "all"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>the parameter “headerRow” is a number from 1 to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>the parameter “{0}” does not fit files such as {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/folders.py"/>
        <source>the path of a folder is one line of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>the pattern has {0} groups, so there is no group {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>the pattern “{0}” takes too long. Write a simpler one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>the period “{0}” ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>the period “{0}”: lateAfter lies outside of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>the periods “{0}” and “{1}” overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/restoring.py"/>
        <source>the person at the PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>the person at this PC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_card.py"/>
        <source>the plots are not loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wire_rules.py"/>
        <source>the port in the address is not a number between 1 and 65535</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/runs.py"/>
        <source>the process ended before the run did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/ways.py"/>
        <source>the proxy in Settings, Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/network.py"/>
        <source>the proxy needs its address, such as proxy.college.edu:8080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/ways.py"/>
        <source>the proxy settings of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>the proxy {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/ways.py"/>
        <source>the proxy {0} answered CONNECT with: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_rules.py"/>
        <source>the quiet hours leave no time at which a sync could begin; make them shorter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>the record is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>the record is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>the records of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/restoring.py"/>
        <source>the recovery key does not open the parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>the rehearsal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/session_login.py"/>
        <source>the request is for another origin than baseUrl</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/alone.py"/>
        <source>the run lock is held by another process or lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>the sign-in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/sign_ins.py"/>
        <source>the sign-in is not OAuth 2.0 with an interactive grant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>the sign-in of a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/browser_sign_in.py"/>
        <source>the sign-in page answered {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/session_login.py"/>
        <source>the sign-in path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>the smoke run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>the start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/__init__.py"/>
        <source>the text becomes longer than {0} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>the text is damaged: it holds half of a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>the text is longer than {0} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>the text is longer than {0} characters, too long for a pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>the token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>the token address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/kept_tokens.py"/>
        <source>the tokens are for another destination than the one now configured, and were not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/integrations.py"/>
        <source>the tokens of an interactive grant are never set by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/step.py"/>
        <source>the transformation “{0}” {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/oauth.py"/>
        <source>the upstream gave no refresh token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/network.py"/>
        <source>the user and the password of the proxy have fields of their own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/oauth.py"/>
        <source>the user name or the password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wire_rules.py"/>
        <source>the value of the header {0} holds a line break</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>the values given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/network.py"/>
        <source>the way to it leads there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>the webhook can be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>the webhook cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/copying.py"/>
        <source>the write locks were not free together for {0} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/written_files.py"/>
        <source>there is a file of this name already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>there is no day “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>there is no proxy on this way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/add_dialog.py"/>
        <source>there is no such system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>there is no time zone “{0}”. Write one such as Asia/Kolkata, or +05:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>there is no time “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/__init__.py"/>
        <source>there is no transformation “{0}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>there was no rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>these parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript.py"/>
        <source>this is not a record but a single value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>this parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>those that are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>through the proxy of this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>throw new Refusal("the function must return a record or null")</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>throw new Refusal(`${{place}} is a ${{named(value)}}; make a text, a number or a plain object of it`)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>timetable entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>timetable entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>today {0}</source>
        <translation>आज {0}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>token address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/sign_in_values.py"/>
        <source>token secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>token {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>token {0} has expired</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>token “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>tomorrow {0}</source>
        <translation>कल {0}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/drafts.py"/>
        <source>too long to be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>too much data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>took too long to prepare its answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>true or false stands where a number belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>try {{</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>try {{ return value.constructor.name || "object"; }} catch {{ return "object"; }}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>two blanks have one name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>two periods of the same day are called “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/folders.py"/>
        <source>type the whole path of the folder, without ..</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/datatypes.py"/>
        <source>unexcused absence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>unknown devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>unknown token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/notifications.py"/>
        <source>until {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>user-agent accept accept-encoding accept-language host content-length connection cache-control pragma origin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/signature.py"/>
        <source>v1,base64(HMAC-SHA256(secret, id.timestamp.raw body)). Time and id are signed: an old delivery cannot be sent again, and a repeat is told from news by its id. The best choice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/device_sign_in.py"/>
        <source>verification_uri is missing or no address that a browser may open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>waits for your decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>webhook secret rotated, the one before is valid for {0} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>webhook: the value “{0}” stands for “{1}”, which is no endpoint of this integration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>webhook: {0}, by {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>whether the day or the month comes first cannot be told, so choose the date format</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/drift.py"/>
        <source>which is mapped to nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/drift.py"/>
        <source>which is mapped to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>windows need "first", the day on which the oldest one begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/wire.py"/>
        <source>wire to {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/browser_sign_in.py"/>
        <source>without a sender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>without sending complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/syncs.py"/>
        <source>would be {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>write the name of a file below the folder, such as students*.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>wrong tokens are slowed down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/drift.py"/>
        <source>yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>yesterday {0}</source>
        <translation>बीता कल {0}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>zone {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>{0} (minutes)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>{0} (seconds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>{0} (since yesterday)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Apr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Apr {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Apr {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} April {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Aug</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Aug {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Aug {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} August {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/export_formats.py"/>
        <source>{0} CSV and JSON hold them whole.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Dec</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Dec {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Dec {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} December {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Feb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Feb {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Feb {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} February {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} IPv{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} It says: “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Jan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Jan {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Jan {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} January {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Jul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Jul {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Jul {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} July {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Jun</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Jun {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Jun {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} June {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} Lowest: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/backup_panel.py"/>
        <source>{0} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/backups.py"/>
        <source>{0} Make a new one: hub-desktop backup FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Mar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Mar {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Mar {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} March {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} May</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} May {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} May {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>{0} Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Nov</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Nov {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Nov {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} November {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Oct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Oct {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Oct {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} October {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Sep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Sep {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} Sep {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} September {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>{0} Write it as {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>{0} Written down, it need not be found out anew each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/paging.py"/>
        <source>{0} a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>{0} accepted the sign-in, but not every request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>{0} accepted the sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>{0} accepted what was held: {1} record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>{0} accepted what was held: {1} records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>{0} added, {1} changed, {2} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} addresses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} and {1}</source>
        <translation>{0} और {1}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_rules.py"/>
        <source>{0} and {1} are closer together than {2} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/session_login.py"/>
        <source>{0} answered HTTP {1} without Set-Cookie</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>{0} answered HTTP {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>{0} answered at the token address, but gave no token. Check the token address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>{0} answered at {1}, but gave no token. Check that address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/session_login.py"/>
        <source>{0} answered the sign-in, but set no cookie. Check the path of the sign-in, or say where the token lies in its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/session_login.py"/>
        <source>{0} answered the sign-in, but there is no token at “{1}”. Check where the token lies in its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} answered with {1} instead of the records of {2}. {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/wire.py"/>
        <source>{0} answered {1} with HTTP {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>{0} answered, but no list of records was found for “{1}”. {2} Say in the records path of this endpoint where the list is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>{0} answered, but there is no list of records at “{1}” for “{2}”. {3} Correct the records path of this endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>{0} answers at {1} in a way that is not proper HTTP. It is tried again by itself; if it lasts, check the port in the address, or tell whoever runs {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>{0} answers without a sign-in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/quarantine.py"/>
        <source>{0} are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} asks a server, and no device can push into it. Add an integration whose address is devices://iclock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>{0} asks for no “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} asks us to slow down. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} asks us to slow down. It is tried again by itself. It says: “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} asks us to slow down. It is tried again by itself. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/addresses.py"/>
        <source>{0} at {1} sends us on to {2}. Your sign-in is not sent there. If that is the right address of {3}, enter it as the base URL.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>{0} attendance record</source>
        <translation>{0} उपस्थिति रिकॉर्ड</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>{0} attendance records</source>
        <translation>{0} उपस्थिति रिकॉर्ड</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/texts.py"/>
        <source>{0} begins with {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>{0} broke its answer off in the middle. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} broke off while the secure connection was made. A firewall may stand between, or the port may be one without encryption.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} broke the connection off as soon as it was made. A firewall may stand between, or something else may listen on this port.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>{0} broke the connection off before its answer was complete. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/backups.py"/>
        <source>{0} bytes to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/references.py"/>
        <source>{0} came of {1} student whom no list of students knows. They are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/references.py"/>
        <source>{0} came of {1} students whom no list of students knows. They are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>{0} cannot be empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/secrets.py"/>
        <source>{0} cannot be unsealed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>{0} cannot sign anybody in at the moment. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/browser_sign_in.py"/>
        <source>{0} cannot sign anybody in at the moment. Try again in a few minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/shapes.py"/>
        <source>{0} change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/shapes.py"/>
        <source>{0} change accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/shapes.py"/>
        <source>{0} changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/shapes.py"/>
        <source>{0} changes accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/tables.py"/>
        <source>{0} column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/tables.py"/>
        <source>{0} columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/folder.py"/>
        <source>{0} could not be read: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>{0} days by {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wrong_signatures.py"/>
        <source>{0} deliveries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/reception.py"/>
        <source>{0} deliveries not signed right, the last from {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>{0} deliveries replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wrong_signatures.py"/>
        <source>{0} deliveries were refused: wrong signature, last {1} from {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wrong_signatures.py"/>
        <source>{0} deliveries were refused: wrong signature, last {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>{0} deliveries with this number {1} to be stored and {2} it still. Look again once {3} stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wrong_signatures.py"/>
        <source>{0} delivery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/reception.py"/>
        <source>{0} delivery not signed right, the last from {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>{0} delivery replayed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wrong_signatures.py"/>
        <source>{0} delivery was refused: wrong signature, last {1} from {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wrong_signatures.py"/>
        <source>{0} delivery was refused: wrong signature, last {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>{0} delivery with this number {1} to be stored and {2} it still. Look again once {3} stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/home.py"/>
        <source>{0} demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0} device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0} device may push and have been in contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} device that may push is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0} devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0} devices may push and have been in contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} devices that may push are well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>{0} did not accept the sign-in (“{1}”).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/browser_sign_in.py"/>
        <source>{0} did not accept what its own sign-in page gave. Sign in again, without a long pause.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>{0} did not answer in time. It may be switched off or overloaded; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>{0} did not answer within {1} seconds. It may be overloaded; it is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} does not allow this account to read {1}. Ask the administrator of {2} for the permission, and whether the key or account is still valid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} does not allow this account to read {1}. Ask the administrator of {2} for the permission, and whether the key or account is still valid. It says: “{3}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} does not allow this account to read {1}. Ask the administrator of {2} for the permission, and whether the key or account is still valid. {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/browser_sign_in.py"/>
        <source>{0} does not allow this sign-in (“{1}”). Check the client id and the scope, and that {2} knows the address {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>{0} does not answer with https at {1}. Check the port; on the college's own network the address may have to begin with http://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>{0} does not belong to the sign-in “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>{0} does not know the client id. Enter a valid one and test the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>{0} does not say which endpoint it feeds. Ask the sender for it, or change the rule of the webhook of {1}; then replay the delivery.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/certificates.py"/>
        <source>{0} does not send the whole chain of its certificate: the piece between it and {1} is missing. Ask whoever runs {2} to install the intermediate certificate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/stop_rules.py"/>
        <source>{0} empty page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/stop_rules.py"/>
        <source>{0} empty page came although the upstream says there is more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/stop_rules.py"/>
        <source>{0} empty pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/stop_rules.py"/>
        <source>{0} empty pages came although the upstream says there is more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>{0} endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>{0} endpoints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} entries that nobody marked did not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} entry that nobody marked did not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/backup_file.py"/>
        <source>{0} exists</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>{0} faculty</source>
        <translation>{0} शिक्षक</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>{0} faculty member</source>
        <translation>{0} शिक्षक</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>{0} file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>{0} files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/drift.py"/>
        <source>{0} from {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0} from “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0} from “{1}” (by its name)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>{0} gave a token.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/device_sign_in.py"/>
        <source>{0} gave no code to sign in with. Check the address that gives the code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>{0} gets deliveries with a wrong signature.</source>
        <translation>{0} को गलत हस्ताक्षर वाली डिलीवरी मिल रही हैं।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/integrations.py"/>
        <source>{0} gets its tokens when a person signs in to it; they are not typed. Sign in to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>{0} gives no token at {1}. Check that address and the client's permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>{0} gives no token for these settings (“{1}”). Check the scope and the token address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>{0} h ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>{0} h behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>{0} h {1} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>{0} h {1} min ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>{0} h {1} min behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/texts.py"/>
        <source>{0} has a line of more than 8 MB, so it is no table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/tables.py"/>
        <source>{0} has more than {1} columns; the others were left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/sign_ins.py"/>
        <source>{0} has no client secret yet. Enter it, then sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>{0} has no endpoint that is switched on. Add one, such as /students.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>{0} has no endpoint that is switched on. Add one, such as students*.csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0} has no endpoint “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/integrations.py"/>
        <source>{0} has no secret “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/written_settings.py"/>
        <source>{0} has no setting “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/workbook.py"/>
        <source>{0} has no sheet with rows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/workbook.py"/>
        <source>{0} has no sheet “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/authentication.py"/>
        <source>{0} has no token address. Enter it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/oauth.py"/>
        <source>{0} has no user name yet. Enter it and test the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/authentication.py"/>
        <source>{0} has no value for the header {1} yet. Enter it and test the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/times.py"/>
        <source>{0} has no zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/authentication.py"/>
        <source>{0} has no {1} yet. Enter the API key and test the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/authentication.py"/>
        <source>{0} has no {1} yet. Enter the {2} and test the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>{0} has not been in contact since {1}. Look whether it is switched on and connected, and whether it pushes to the address of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0} has not been in contact yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>{0} has not been in contact yet. Look whether it is switched on and connected, and whether it pushes to the address of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} has nothing at the address of {1}. Check the base URL and the path of this endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} has nothing at the address of {1}. Check the base URL and the path of this endpoint. It says: “{2}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} has nothing at the address of {1}. Check the base URL and the path of this endpoint. {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/tables.py"/>
        <source>{0} has several columns called {1}; they were numbered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/tables.py"/>
        <source>{0} has {1} column without a heading, called by place, such as “Column {2}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/tables.py"/>
        <source>{0} has {1} columns without a heading, called by place, such as “Column {2}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/tables.py"/>
        <source>{0} has {1} value, but the headings are {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/tables.py"/>
        <source>{0} has {1} values, but the headings are {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/keeping.py"/>
        <source>{0} have no date of their own. Count their age from the last change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>{0} have no field “{1}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0} have not been in contact yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/texts.py"/>
        <source>{0} holds NUL characters; they were left out. It may be damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>{0} holds a character that is no text. Paste it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>{0} holds a line break. Paste it again as one line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/tables.py"/>
        <source>{0} holds a value of more than {1} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/reading.py"/>
        <source>{0} holds no JSON but {1}. Export it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>{0} holds no certificate that can be read. It must be a PEM file, which begins with -----BEGIN CERTIFICATE-----.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>{0} holds no key that can be read. It must be a PEM file with a PRIVATE KEY in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>{0} holiday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>{0} holiday from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>{0} holiday removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>{0} holidays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>{0} holidays from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>{0} holidays removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} hour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} hours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>{0} in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/importing.py"/>
        <source>{0} integration</source>
        <translation>{0} एकीकरण</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/importing.py"/>
        <source>{0} integrations</source>
        <translation>{0} एकीकरण</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/folder.py"/>
        <source>{0} is a file. Name the folder it lies in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} is an address already, so no name had to be looked up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} is an address on the internet and begins with http://, so keys and records can be read on their way. Ask whoever runs {1} for an address with https://.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} is an address on the internet; what is sent there is encrypted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} is an address on this computer or the college's own network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/alone.py"/>
        <source>{0} is being synced already. Wait until that has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>{0} is blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/reading.py"/>
        <source>{0} is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>{0} is encrypted and the vault holds no {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/kept_tokens.py"/>
        <source>{0} is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>{0} is hidden behind {1} in part. Enter the whole of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>{0} is http while baseUrl is https</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/workbook.py"/>
        <source>{0} is larger than {1} MB once unpacked. Export it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/reading.py"/>
        <source>{0} is larger than {1} MB. Export it as CSV.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>{0} is less than {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/mapping_preview.py"/>
        <source>{0} is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>{0} is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/texts.py"/>
        <source>{0} is neither UTF-8 nor Windows-1252. Save it as “CSV UTF-8”, or write the encoding at its endpoint, as in "params": {{"encoding": "cp1250"}}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/values.py"/>
        <source>{0} is neither a word for yes nor one for no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/texts.py"/>
        <source>{0} is no CSV file but a web page, as some systems export under this name. Open it in a spreadsheet program and save it as .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/texts.py"/>
        <source>{0} is no CSV file but {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/workbook.py"/>
        <source>{0} is no Excel workbook, or it is damaged. Open it in Excel and save it anew as .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/server/hub_listener.py"/>
        <source>{0} is no HTTP error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/texts.py"/>
        <source>{0} is not UTF-8 and was read as Windows-1252. If names with accents look wrong, save it as “CSV UTF-8”, or write its encoding at the endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>{0} is not a date such as 2026-01-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>{0} is not a date written as 2026-01-31 or 2026-01-31T09:30:00Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>{0} is not a date written as {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/values.py"/>
        <source>{0} is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/values.py"/>
        <source>{0} is not a number written as {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>{0} is not a time in {1} since 1970</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>{0} is not a time written as 2026-01-31 or 2026-01-31T09:30:00Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>{0} is not a time written as {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>{0} is not a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/backup_file.py"/>
        <source>{0} is not as the manifest says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/engine.py"/>
        <source>{0} is not encrypted with this key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/network.py"/>
        <source>{0} is not reached over the network. Choose another system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/vault.py"/>
        <source>{0} is not the passphrase with which the passwords of this folder were kept. Set the right one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/csv_rows.py"/>
        <source>{0} is not written in {1}. Correct the encoding of its endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/workbook.py"/>
        <source>{0} is protected with a password, or an old Excel workbook. Save it without a password, as .xlsx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/vault.py"/>
        <source>{0} is shorter than {1} characters. Choose a longer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/sign_ins.py"/>
        <source>{0} is signed in to by the program itself, with what was entered. There is nothing for a person to do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>{0} is signed in to with “{1}”, but “{2}” is chosen. What it asks for has to be entered afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/webhooks.py"/>
        <source>{0} is switched off, so every delivery is refused. Switch it on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>{0} is the last account that can manage the others, so it stays. Make another principal or administrator first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>{0} is tried again by itself.</source>
        <translation>{0} के लिए अपने आप फिर कोशिश होगी।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>{0} is well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} kind of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} kinds of data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>{0} knows no other way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>{0} lack it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>{0} lacks it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/authentication.py"/>
        <source>{0} lacks the settings of its sign-in. Edit it and choose how to sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>{0} looks for the key only there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} mark</source>
        <translation>{0} अंक</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>{0} mark raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} mark without a number or a highest possible mark did not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} mark, {1} % on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} marks</source>
        <translation>{0} अंक</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>{0} marks raised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} marks without a number or a highest possible mark did not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} marks, {1} % on average.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/folder.py"/>
        <source>{0} may not be read. Close it where it is open, or let the account of this program read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>{0} min ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/device_status.py"/>
        <source>{0} min behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/reports.py"/>
        <source>{0} min {1} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>{0} minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/punches.py"/>
        <source>{0} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>{0} more column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>{0} more columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>{0} more field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>{0} more field changed too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>{0} more fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>{0} more fields changed too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>{0} more key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/records_path.py"/>
        <source>{0} more keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>{0} more name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/certificate_files.py"/>
        <source>{0} more names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>{0} more thing needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>{0} more thing needs a look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>{0} more things need</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>{0} more things need a look.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>{0} must be text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/store/references.py"/>
        <source>{0} names no student</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>{0} names the record and cannot be corrected here. Mend it in its system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>{0} needs a look at its devices.</source>
        <translation>{0} के उपकरणों को देखना है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>{0} needs attention.</source>
        <translation>{0} पर ध्यान देना है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>{0} needs its settings corrected.</source>
        <translation>{0} की सेटिंग्स ठीक करनी हैं।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>{0} needs you to sign in again.</source>
        <translation>{0} में आपको फिर से साइन इन करना है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>{0} needs {1} with the request for {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>{0} needs “{1}={2}” with every request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>{0} needs “{1}={2}” with every request; {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/catalog.py"/>
        <source>{0} needs: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>{0} new attendance event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>{0} new attendance events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>{0} new entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/log_page.py"/>
        <source>{0} new entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} new punch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} new punch, {1} that came before, {2} put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} new punches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} new punches, {1} that came before, {2} put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/oauth.py"/>
        <source>{0} no longer accepts the sign-in that a person made. Sign in to it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/drift.py"/>
        <source>{0} no longer {1} “{2}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/drift.py"/>
        <source>{0} now {1} {2} in “{3}”, which is mapped to {4}; before, it was {5}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/drift.py"/>
        <source>{0} now {1} {2} in “{3}”; before, it was {4}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/drift.py"/>
        <source>{0} now {1} “{2}”{3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>{0} object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>{0} objects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>{0} of the first {1} sync went well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>{0} of the first {1} syncs went well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>{0} of the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>{0} of the values look like a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>{0} of the values look like a telephone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>{0} of the values look like a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>{0} of the values look like an email address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>{0} of the values look like one of the known words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>{0} of the values looks like a date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>{0} of the values looks like a telephone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>{0} of the values looks like a time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>{0} of the values looks like an email address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>{0} of the values looks like one of the known words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>{0} of this record was not corrected by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/extraction.py"/>
        <source>{0} of {1} entries hold no list under “{2}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} of {1} kind of data by system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} of {1} kind of data by system are older than they should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} of {1} kind of data by system is older than they should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} of {1} kinds of data by system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} of {1} kinds of data by system are older than they should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} of {1} kinds of data by system is older than they should be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading.py"/>
        <source>{0} of {1} parent failed; {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading.py"/>
        <source>{0} of {1} parents failed; {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/brake.py"/>
        <source>{0} of {1} records from {2} would disappear. They are kept until somebody decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} of {1} sync succeeded ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} of {1} syncs succeeded ({2}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>{0} of {1} systems are working.</source>
        <translation>{1} में से {0} सिस्टम काम कर रहे हैं।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>{0} of {1} systems is working.</source>
        <translation>{1} में से {0} सिस्टम काम कर रहा है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/brake.py"/>
        <source>{0} of {1} {2} from {3} would disappear. They are kept until somebody decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>{0} older file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>{0} older files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} or {1}</source>
        <translation>{0} या {1}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>{0} other record</source>
        <translation>{0} अन्य रिकॉर्ड</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>{0} other records</source>
        <translation>{0} अन्य रिकॉर्ड</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>{0} others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/inflation.py"/>
        <source>{0} packs its answers in a way Hub Desktop does not read. Tell whoever runs {1} to send plain or gzip answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} page, {1} request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} page, {1} request, {2} passed over, by the filter or because they are not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} page, {1} requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} page, {1} requests, {2} passed over, by the filter or because they are not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} pages, {1} request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} pages, {1} request, {2} passed over, by the filter or because they are not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} pages, {1} requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} pages, {1} requests, {2} passed over, by the filter or because they are not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading.py"/>
        <source>{0} parent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading.py"/>
        <source>{0} parents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} passed over, by the filter or because they are not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} port {1}: {2}: {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>{0} punch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/device_dialog.py"/>
        <source>{0} punches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>{0} pushes into an integration that is switched off or deleted, so its punches are not taken. It keeps them. Switch the integration on, or allow the device for another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} record</source>
        <translation>{0} रिकॉर्ड</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} record for {1} came with a key that another record of this sync has too; the last one was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>{0} record for {1} had a key that another refused record has too; the one seen last was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} record for {1} refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} record in {1} day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} record in {1} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0} record read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0} record read of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>{0} record was refused and waits in quarantine.</source>
        <translation>{0} रिकॉर्ड अस्वीकृत हुआ और क्वारंटीन में है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} records</source>
        <translation>{0} रिकॉर्ड</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} records for {1} came with a key that another record of this sync has too; the last one was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>{0} records for {1} had a key that another refused record has too; the one seen last was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} records for {1} refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} records in {1} day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0} records in {1} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0} records read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0} records read of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>{0} records were changed by later syncs and stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/status.py"/>
        <source>{0} records were refused and wait in quarantine.</source>
        <translation>{0} रिकॉर्ड अस्वीकृत हुए और क्वारंटीन में हैं।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/addresses.py"/>
        <source>{0} refers to {1}, which is another origin (scheme, host and port must be the same)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/quarantine.py"/>
        <source>{0} refused record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>{0} refused record came from the endpoint “{1}”, which {2} does not have any more, and {3} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/quarantine.py"/>
        <source>{0} refused record of {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/quarantine.py"/>
        <source>{0} refused record of {1}: {2}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>{0} refused record stored after another look in {1} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>{0} refused record stored after another look in {1} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>{0} refused record stored after another look in {1} s; {2} still refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/quarantine.py"/>
        <source>{0} refused records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>{0} refused records came from the endpoint “{1}”, which {2} does not have any more, and {3} on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/quarantine.py"/>
        <source>{0} refused records of {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/quarantine.py"/>
        <source>{0} refused records of {1}: {2}…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>{0} refused records stored after another look in {1} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>{0} refused records stored after another look in {1} s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>{0} refused records stored after another look in {1} s; {2} still refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>{0} refused the client id or the client secret. Enter valid ones and test the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>{0} refused the user name and password, or the client. Enter valid ones and test the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/session_login.py"/>
        <source>{0} refused the user name or the password. Enter valid ones and test the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/session_login.py"/>
        <source>{0} refused the user name or the password. Enter valid ones and test the connection. It says: “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>{0} refused what was held: {1} record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>{0} refused what was held: {1} records.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/oauth.py"/>
        <source>{0} refused {1}. Enter valid ones and test the connection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} refused {1}. {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} refused {1}. {2} It says: “{3}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} refused {1}. {2} {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>{0} refuses connections at {1}. It may be switched off or restarting; it is tried again by itself. If it lasts, check the port in the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} refuses connections at {1}. It may be switched off, or the port in the address may be wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>{0} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} requests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>{0} required field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/mapping_dialog.py"/>
        <source>{0} required fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} rest (Holiday: {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} rests (Holiday: {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>{0} row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} row discarded that had been put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>{0} row of {1} was put aside, because they cannot be right. See why, and take in those that are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} row taken in that had been put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>{0} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} rows discarded that had been put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>{0} rows of {1} were put aside, because they cannot be right. See why, and take in those that are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} rows taken in that had been put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>{0} says no time in its answer, so the clocks could not be compared.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/paging.py"/>
        <source>{0} says that more follows, but where the cursor of the next page should be stands {1}. Correct the place of the cursor for this endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>{0} says “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/delivery_rules.py"/>
        <source>{0} says “{1}”, which stands for no endpoint of {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>{0} second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/accounts.py"/>
        <source>{0} seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>{0} sends each request for {1} on to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>{0} sends each request on to this address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} sends its punches as access control devices do, which is not read here. Switch it to time attendance (“T&amp;A PUSH”) in its menu.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} sends more uploads than can be punches. Look whether it repeats one without end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>{0} sends other fields than before.</source>
        <translation>{0} पहले से अलग फ़ील्ड भेज रहा है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} sends so many rows that cannot be right that no more are taken. Look at its clock, and discard what was put aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/wire.py"/>
        <source>{0} sends us in circles from one address to the next. Check the base URL and the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/wire.py"/>
        <source>{0} sends us on to an address that cannot be read. Check the base URL and the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/inflation.py"/>
        <source>{0} sent an answer whose compression is damaged, so it cannot be read. Tell whoever runs {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/inflation.py"/>
        <source>{0} sent more than {1} MB in one answer, so reading was stopped. Choose a smaller page size for this endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/brake.py"/>
        <source>{0} sent no records at all, though {1} are known. All of them are kept until somebody decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/brake.py"/>
        <source>{0} sent no {1} at all, though {2} are known. All of them are kept until somebody decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} sent no {1} at all, though {2} are known. All of them are kept. Ask the people who run it what happened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>{0} sent records that need a look.</source>
        <translation>{0} ने ऐसे रिकॉर्ड भेजे जिन्हें देखना है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} sent {1}. It must send its punches in smaller pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/doctor.py"/>
        <source>{0} setting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/doctor.py"/>
        <source>{0} settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>{0} source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/data_page.py"/>
        <source>{0} sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} speaks only ways of encryption that are too old to be safe. Ask whoever runs it to switch on TLS 1.2 or newer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/report.py"/>
        <source>{0} step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/report.py"/>
        <source>{0} step of the way did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/report.py"/>
        <source>{0} steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/report.py"/>
        <source>{0} steps of the way did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>{0} still refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/references.py"/>
        <source>{0} student</source>
        <translation>{0} विद्यार्थी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>{0} student new or corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/references.py"/>
        <source>{0} students</source>
        <translation>{0} विद्यार्थी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/app.py"/>
        <source>{0} students new or corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>{0} subject</source>
        <translation>{0} विषय</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>{0} subjects</source>
        <translation>{0} विषय</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>{0} sync</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/checklist.py"/>
        <source>{0} syncs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>{0} taken in that were put aside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>{0} taken out, {1} put back, {2} left as changed later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} takes connections through the proxy of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} takes connections through the proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0} takes connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>{0} takes the key {1}, but it is sent {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/report.py"/>
        <source>{0} thing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/report.py"/>
        <source>{0} things</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>{0} time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>{0} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>{0} timetable entries</source>
        <translation>{0} समय-सारणी प्रविष्टियाँ</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>{0} timetable entry</source>
        <translation>{0} समय-सारणी प्रविष्टि</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/college_calendar.py"/>
        <source>{0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>{0} took this sync back: {1} record taken out, {2} put back as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/decisions.py"/>
        <source>{0} took this sync back: {1} records taken out, {2} put back as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>{0} took {1} s for its first answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>{0} took {1} s for its first answer, which is slow. Syncs will take long; if it is always so, ask whoever runs {2} why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>{0} took {1} s for its first answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>{0} trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>{0} trace erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>{0} trace erased, not to be stored again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>{0} traces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>{0} traces erased</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/privacy.py"/>
        <source>{0} traces erased, not to be stored again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>{0} unknown devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_views.py"/>
        <source>{0} unknown devices tried to connect. Allow those that are yours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/export_formats.py"/>
        <source>{0} value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} value left out of {1}, because of a wrong form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/export_formats.py"/>
        <source>{0} value longer than {1} characters had to be cut for Excel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/export_formats.py"/>
        <source>{0} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0} values left out of {1}, because of a wrong form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/export_formats.py"/>
        <source>{0} values longer than {1} characters had to be cut for Excel.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/overview.py"/>
        <source>{0} waits for your decision.</source>
        <translation>{0} आपके निर्णय की प्रतीक्षा में है।</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/wire.py"/>
        <source>{0} wants this request at another address. Enter that address: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>{0} was changed by later syncs and stays as it is:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/reading.py"/>
        <source>{0} was changed while it was read. It is read again once whoever writes it has finished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/folder.py"/>
        <source>{0} was taken away while it was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>{0} were changed by later syncs and stay as they are:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/vendor.py"/>
        <source>{0} {1} ({2}), Python {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/schedule_words.py"/>
        <source>{0} {1} to {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} {1} {2}. {3} It says: “{4}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/drift.py"/>
        <source>{0} {1} “{2}” as before again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0} {1}. It is tried again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_list.py"/>
        <source>{0} {1}: HTTP {2} after {3} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/report_list.py"/>
        <source>{0} {1}: no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0}, all well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0}, but none can be stored: {1} Correct the mapping of this endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>{0}, for {1} day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/api_tokens.py"/>
        <source>{0}, for {1} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/csv_rows.py"/>
        <source>{0}, line {1}: this line cannot be read. Perhaps a quotation mark is not closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0}, of {1} entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/report_tables.py"/>
        <source>{0}, of {1} entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/explorer.py"/>
        <source>{0}, taken away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>{0}, {1}, added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>{0}: certificate verification failed: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>{0}: connection refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>{0}: connection reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>{0}: exactly {1} records came, and nothing says whether there are more. Some systems give only their first page unasked; if there should be more, say at this endpoint how its pages follow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/session_login.py"/>
        <source>{0}: fields of the answer: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/wire.py"/>
        <source>{0}: more than {1} redirects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>{0}: no access_token in the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0}: no answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>{0}: no complete answer within {1} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0}: no punch has come yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0}: no punch has come yet. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/wire.py"/>
        <source>{0}: not a valid http or https address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/wire.py"/>
        <source>{0}: the Location header holds no valid address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0}: the answer is an empty list. If there should be records, check the parameters of this endpoint and what the account may see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/token_endpoint.py"/>
        <source>{0}: the answer is no JSON object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>{0}: the shortest interval is {1} minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>{0}: there are {1} records, but {2} came, and how the pages follow was not recognised. Look up in the system's manual how it pages, and say so at this endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>{0}: timed out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/recognition.py"/>
        <source>{0}: {1} (This is about “{2}”.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/undo_dialog.py"/>
        <source>{0}: {1} added, {2} changed, {3} removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/verdicts.py"/>
        <source>{0}: {1} answered {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>{0}: {1} does not take the start as it is sent, so that only the first sync would work. Check the name of the parameter and the format of its time. {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>{0}: {1} does not take “{2}” as it is sent, so that only the first sync would work. Check the name of the parameter and the format of its time. {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/files/examination.py"/>
        <source>{0}: {1} holds no records below its headings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>{0}: {1} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0}: {1} read, {2} added, {3} changed, {4} unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0}: {1} read, {2} added, {3} changed, {4} unchanged, {5} refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0}: {1} read, {2} added, {3} changed, {4} unchanged, {5} removed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/execution.py"/>
        <source>{0}: {1} read, {2} added, {3} changed, {4} unchanged, {5} removed, {6} refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/exports.py"/>
        <source>{0}: {1} record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0}: {1} record came, and the filter of this endpoint left them all aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0}: {1} record of the newest punches looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0}: {1} record of the newest punches looked at, all of them can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0}: {1} record of the newest punches looked at, all of them can be used. {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0}: {1} record of the newest punches looked at, {2} record would be refused. Look at the field mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0}: {1} record of the newest punches looked at, {2} records would be refused. Look at the field mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/exports.py"/>
        <source>{0}: {1} records</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0}: {1} records came, and the filter of this endpoint left them all aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0}: {1} records of the newest punches looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0}: {1} records of the newest punches looked at, all of them can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0}: {1} records of the newest punches looked at, all of them can be used. {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0}: {1} records of the newest punches looked at, {2} record would be refused. Look at the field mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/device_checks.py"/>
        <source>{0}: {1} records of the newest punches looked at, {2} records would be refused. Look at the field mapping.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>{0}: {1} refused record checked again, {2} added, {3} changed, {4} unchanged, {5} still refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/replay.py"/>
        <source>{0}: {1} refused records checked again, {2} added, {3} changed, {4} unchanged, {5} still refused.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>{0}: {1} sends the request on from {2} to {3}, which costs a request each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>{0}: {1} takes the start, but as much came since yesterday as in all. It may pass over the parameter; check its name and the format of its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>{0}: {1} takes the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>{0}: {1} takes “{2}”, but as much came since yesterday as in all. It may pass over the parameter; check its name and the format of its time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/reading_checks.py"/>
        <source>{0}: {1} takes “{2}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0}: {1}, and the JavaScript of this endpoint passes all of the first {2} over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0}: {1}, but no field was found for {2}. Choose in the mapping of this endpoint which field it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>{0}: {1}, {2} in all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/wire.py"/>
        <source>{0}: {1}. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>{0}: {1}: the answer breaks the rules of HTTP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/faults.py"/>
        <source>{0}: {1}: the body ended before its announced end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>{0}: {1}; the value was left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/gate.py"/>
        <source>{0}; it was deleted since; it was deleted since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0}; of the first {1}, {2} value would be left out as not fitting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0}; of the first {1}, {2} values would be left out as not fitting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/calls.py"/>
        <source>{0}; the log has the details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/record_checks.py"/>
        <source>{0}; {1} of the first {2} would be refused: {3}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/json_dialog.py"/>
        <source>{{"name": "College ERP", "baseUrl": "https://…", "endpoints": {{…}}}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/export_formats.py"/>
        <source>{{"type": {0}, "records": [</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>{{parent.…}} needs "forEach", which says whose fields they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/templates.py"/>
        <source>{{{0}}} has no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/templates.py"/>
        <source>{{{0}}} holds a character that is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>{{{0}}} in the path or the body needs "first", where the first sync starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/templates.py"/>
        <source>{{{0}}} is a list or an object, where one value belongs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/endpoint.py"/>
        <source>{{{0}}} needs "incremental", which says where reading starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>}} catch (error) {{</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/sync/javascript_engine.py"/>
        <source>}} catch {{ /* the error itself cannot be read */ }}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>“lateAfter” lies outside of the time from “opens” to “until”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>“periods” belong to "rule": "periods", not to “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>“punches” is for devices that push; a file holds attendance already. Take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>“recordsPath” and “unfold” are for JSON; the records of {0} are its rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/attendance_rules.py"/>
        <source>“until” lies before “opens”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>“{0}” ({1} record)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/answer_checks.py"/>
        <source>“{0}” ({1} records)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/listener_settings.py"/>
        <source>“{0}” can be found from one folder only. Give the whole path of the file, such as /etc/ssl/chain.pem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/network.py"/>
        <source>“{0}” can be found from one folder only. Give the whole path of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>“{0}” cannot be right: {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/written_settings.py"/>
        <source>“{0}” cannot be that: {1}{2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/college_calendar.py"/>
        <source>“{0}” ends before it begins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/network.py"/>
        <source>“{0}” has no port; write the proxy as proxy.college.edu:8080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wire_rules.py"/>
        <source>“{0}” holds a secret, which is not kept in the address. Enter it as the API key and send it in the query: "authType": "api-key", "apiKeyIn": {{"place": "query", "name": "{1}"}}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>“{0}” in the address holds a second secret and was left out. Only one sign-in can be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>“{0}” in the body holds a secret and was left out. If it is a sign-in, choose “Sign-in page that gives a token”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>“{0}” is a number. If it counts seconds since 1970, choose that in the mapping of this field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>“{0}” is a usual name of this field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/suggestions.py"/>
        <source>“{0}” is called much like “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>“{0}” is for servers; a file is read whole each time. Take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/college_calendar.py"/>
        <source>“{0}” is longer than {1} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/integration.py"/>
        <source>“{0}” is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/network.py"/>
        <source>“{0}” is no address of a proxy; write it as proxy.college.edu:8080</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/listener_settings.py"/>
        <source>“{0}” is no address to listen on; choose 127.0.0.1, an address of this computer such as 192.168.1.20, or 0.0.0.0 for all its networks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/file_rules.py"/>
        <source>“{0}” is no encoding. Usual ones are utf-8, utf-16 and cp1252</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/sources.py"/>
        <source>“{0}” is no source of this college.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/time_formats.py"/>
        <source>“{0}” is no start. Write a date such as 2024-06-01, or how far back, such as 90 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/devices.py"/>
        <source>“{0}” is no time zone. Usual ones are Asia/Kolkata and Europe/London.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/hub/college_calendars.py"/>
        <source>“{0}” is no weekday.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>“{0}” is none of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>“{0}” is not a date format with day, month and year, as in %d/%m/%Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>“{0}” is not a date such as 2026-01-31</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>“{0}” is not a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/paths.py"/>
        <source>“{0}” is not a path or a JMESPath expression{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>“{0}” is not a regular expression: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/times.py"/>
        <source>“{0}” is not a time format with hour and minute, as in %H:%M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/time_formats.py"/>
        <source>“{0}” is not a time format. Write {1}, or a layout such as %d/%m/%Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/time_formats.py"/>
        <source>“{0}” is not a time format. Write {1}, or a layout with day, month and year such as %d/%m/%Y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>“{0}” is not a time such as 09:30</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/validation.py"/>
        <source>“{0}” is not an email address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/wire_rules.py"/>
        <source>“{0}” is not the name of an HTTP header</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/calendar_files.py"/>
        <source>“{0}” is not written as a date that has one meaning only; write it as 2026-11-08</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/sign_in.py"/>
        <source>“{0}” is sent by the program itself; leave it out of "extra"</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/form_values.py"/>
        <source>“{0}” is the name of a kind of data above. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/transformations/parts.py"/>
        <source>“{0}” repeats too much. Write a simpler regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>“{0}” stood in the body; it is sent in the address instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/curl.py"/>
        <source>“{0}” was left out: it belongs to one visit with the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/value_shapes.py"/>
        <source>“{0}”: {1} of {2} values look like days, such as “{3}”, while the others look like “{4}”. A spreadsheet program has probably changed them. Ask for the file as the system exported it, and do not save it from a spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/cross_checks.py"/>
        <source>“{{high}}” is not after the start at “{{low}}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/cross_checks.py"/>
        <source>“{{low}}” is more than “{{high}}”, the highest possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/core/cross_checks.py"/>
        <source>“{{low}}” lies more than a year ahead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>”; did you mean “{0}com”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>”; did you mean “{0}edu”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>”; did you mean “{0}net”?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/upstream/network_checks.py"/>
        <source>”; did you mean “{0}org”?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>templates</name>
    <message>
        <location filename="../../hub_desktop/ui/template_values.py"/>
        <source>Brings {kinds}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>webhook</name>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source> from {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>None came with a wrong signature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>Nothing was delivered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>The listener could not start, so nothing can be delivered: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>The listener has not started, so nothing can be delivered yet. Its settings say how it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>The listener is switched off, so nothing can be delivered. Switch it on in its settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>{deliveries} with a wrong signature: refused, nothing of it was kept. The last came {time}{sender}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>{deliveries}: {parts}. The last came {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>{number} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>{number} processed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>{number} refused</source>
        <translation>{number} अस्वीकृत</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/webhook_address.py"/>
        <source>{number} waiting</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>1 second</source>
        <translation>1 सेकंड</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>Not all went well: look at {names}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>This PC was off or asleep from {since} to {until}; {runs} missed, caught up at {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>in a moment</source>
        <translation>कुछ ही पल में</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>just now</source>
        <translation>अभी-अभी</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>less than a second</source>
        <translation>एक सेकंड से कम</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>never</source>
        <translation>कभी नहीं</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>next {time}</source>
        <translation>अगला {time}</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>nothing</source>
        <translation>कुछ नहीं</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>today</source>
        <translation>आज</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>tomorrow</source>
        <translation>कल</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>yesterday</source>
        <translation>बीता कल</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} घंटे {minutes} मिनट</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} मिनट {seconds} सेकंड</translation>
    </message>
    <message>
        <location filename="../../hub_desktop/ui/words.py"/>
        <source>{number} seconds</source>
        <translation>{number} सेकंड</translation>
    </message>
</context>
</TS>
