"""Examples for the OpenAPI document; each is checked against the schema it is an example of."""

from typing import Any

INTEGRATION: dict[str, Any] = {
    "name": "BiometricAttendance",
    "type": "attendance",
    "baseUrl": "https://attendance.example.com",
    "authType": "api-key",
    "apiKey": "your-api-key",
    "headers": {"X-College-ID": "12345"},
    "endpoints": {"attendance": "/api/attendance/today"},
    "syncInterval": 15,
    "enabled": True,
}
"""The seed's own."""

STATUS: dict[str, Any] = {
    "light": "error",
    "word": "Error",
    "reason": "BiometricAttendance refused the key. Enter it again.",
    "detail": "HTTP 401",
    "remedy": "sign-in-again",
    "progress": None,
    "retryAt": None,
}

SHOWN: dict[str, Any] = INTEGRATION | {
    "apiKey": "••••",
    "id": 1,
    "collegeId": 1,
    "college": "My college",
    "createdAt": "2026-11-23T09:12:00Z",
    "updatedAt": "2026-11-23T09:12:00Z",
    "status": STATUS,
    "lastSuccess": None,
    "nextRun": "2026-11-23T09:27:00Z",
    "nextWords": "today 14:57",
    "due": False,
    "records": {"attendance": 1204},
    "quarantined": 0,
}

COUNTS: dict[str, Any] = {
    "read": 1204,
    "added": 4,
    "changed": 1,
    "unchanged": 1199,
    "removed": 0,
    "quarantined": 0,
    "pages": 2,
    "requests": 2,
}

RUN: dict[str, Any] = {
    "id": 41,
    "integrationId": 1,
    "integration": "BiometricAttendance",
    "trigger": "manual",
    "status": "succeeded",
    "startedAt": "2026-11-23T09:12:00Z",
    "finishedAt": "2026-11-23T09:12:02.500000Z",
    "seconds": 2.5,
    "askedBy": "token “nightly report”",
    "total": COUNTS,
    "endpoints": {"attendance": COUNTS | {"warnings": 0, "problem": None}},
    "problem": None,
}

REQUESTED: dict[str, Any] = {
    "integrationId": 1,
    "new": True,
    "run": None,
    "runs": "/api/runs?integrationId=1",
}

LOG_ROW: dict[str, Any] = {
    "id": 7,
    "at": "2026-11-23T09:12:02Z",
    "level": "info",
    "message": "1,204 records were read.",
    "detail": "",
    "integrationId": 1,
    "integration": "BiometricAttendance",
    "runId": 41,
    "endpoint": "attendance",
}

RECORD: dict[str, Any] = {
    "collegeId": 1,
    "values": {"student_id": "CS2101", "date": "2026-11-23", "subject_code": "", "period": "", "status": "present"},
    "sources": ["BiometricAttendance"],
    "corrected": [],
    "lastChanged": "2026-11-23T09:12:01Z",
}
