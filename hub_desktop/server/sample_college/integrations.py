"""The three integrations that connect the program to its own sample college."""


def sample_integrations(address: str) -> list[dict[str, object]]:
    """Return the integrations for a sample college at `address` (`http://127.0.0.1:8123`), without secrets."""
    root = address.rstrip("/")
    return [
        {
            "name": "Sample ERP",
            "type": "student-management",
            "baseUrl": f"{root}/erp",
            "authType": "bearer",
            "endpoints": {
                "students": "/api/v1/students",
                "faculty": "/api/v1/faculty",
                "subjects": "/api/v1/subjects",
                "timetable": "/api/v1/timetable",
            },
            "syncInterval": 1440,
            "enabled": True,
        },
        {
            "name": "Sample Biometric",
            "type": "attendance",
            "baseUrl": f"{root}/biometric",
            "authType": "api-key",
            "endpoints": {"attendance": "/api/attendance"},
            "syncInterval": 30,
            "enabled": True,
        },
        {
            "name": "Sample LMS",
            "type": "lms",
            "baseUrl": f"{root}/lms",
            "authType": "oauth",
            "oauth": {"tokenUrl": f"{root}/lms/oauth/token"},
            "endpoints": {"marks": "/api/marks"},
            "syncInterval": 60,
            "enabled": True,
        },
    ]
