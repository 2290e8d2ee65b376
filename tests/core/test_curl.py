"""A pasted cURL command becomes a configuration, whoever wrote it, and no secret stands outside a secret field."""

import json
import shlex

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hub_desktop.core.command_words import read_words
from hub_desktop.core.curl import CurlGuess, read_curl
from hub_desktop.core.errors import ConfigurationError
from hub_desktop.core.guesses import kind_of, paging_of, split_path
from hub_desktop.core.integration import read_integration

CHROME = r"""curl 'https://erp.college.edu/api/v1/students/list?page=1&per_page=50&active=true' \
  -H 'accept: application/json, text/plain, */*' \
  -H 'accept-language: en-GB,en;q=0.9' \
  -H 'authorization: Bearer abc.def.ghi' \
  -b 'JSESSIONID=0123456789' \
  -H 'priority: u=1, i' \
  -H 'sec-ch-ua: "Chromium";v="130"' \
  -H 'user-agent: Mozilla/5.0 (X11; Linux x86_64)' \
  -H 'x-college-id: 12345' \
  --compressed"""

FIREFOX = (
    "curl --compressed -X POST 'https://erp.college.edu/search/attendance' -H 'Accept: */*' "
    "-H 'Content-Type: application/json' -H 'Origin: https://erp.college.edu' -H 'X-API-Key: k-123456' "
    r"--data-raw $'{\"from\":\"2024-06-01\",\"note\":\"it\'s \u00e9\ud83d\ude00\u0021\"}'"
)

WINDOWS = (
    'curl ^"https://erp.college.edu/api/marks?exam=mid^&term=1^" ^\r\n'
    '  -H ^"authorization: Basic YWRtaW46c2VjcmV0^" ^\r\n'
    '  -H ^"content-type: application/json^" ^\r\n'
    '  --data-raw ^"^{^\\^"class^\\^":^\\^"5 A^\\^"^}^"'
)

POSTMAN = r"""curl --location --request GET \
'https://erp.college.edu/api/resource/Student%20Attendance?limit_start=0&limit_page_length=100' \
--header 'Authorization: token KEY:SECRET' \
--header 'Postman-Token: 5a7d'"""


def endpoint_of(guess: CurlGuess) -> dict[str, object]:
    [endpoint] = guess.written["endpoints"].values()
    return endpoint


def said(guess: CurlGuess) -> str:
    return " ".join(guess.notes)


def test_a_command_copied_from_a_browser():
    guess = read_curl(CHROME)
    assert guess.written == {
        "name": "erp.college.edu",
        "type": "student-management",
        "baseUrl": "https://erp.college.edu/api/v1",
        "authType": "bearer",
        "apiKey": "abc.def.ghi",
        "headers": {"x-college-id": "12345"},
        "endpoints": {
            "students": {
                "path": "/students/list",
                "params": {"active": "true"},
                "pagination": {"style": "page", "pageParam": "page", "sizeParam": "per_page", "pageSize": 50},
            }
        },
        "syncInterval": 1440,
    }
    assert "cookies of a browser session were not kept" in said(guess)
    assert "user-agent" in said(guess)
    assert "page and per_page" in said(guess)


def test_ansi_quoting_and_a_json_body():
    guess = read_curl(FIREFOX)
    assert endpoint_of(guess) == {
        "path": "/search/attendance",
        "method": "POST",
        "json": {"from": "2024-06-01", "note": "it's é😀!"},
    }
    assert guess.written["apiKeyIn"] == {"place": "header", "name": "X-API-Key"}
    assert guess.written["apiKey"] == "k-123456"
    assert "headers" not in guess.written


def test_the_carets_of_windows():
    guess = read_curl(WINDOWS)
    assert guess.written["baseUrl"] == "https://erp.college.edu/api"
    assert endpoint_of(guess) == {
        "path": "/marks",
        "params": {"exam": "mid", "term": "1"},
        "method": "POST",
        "json": {"class": "5 A"},
    }
    assert (guess.written["username"], guess.written["password"]) == ("admin", "secret")


def test_another_word_before_the_key_and_paging_by_offset():
    guess = read_curl(POSTMAN)
    assert guess.written["apiKeyIn"] == {"place": "header", "name": "Authorization", "prefix": "token"}
    assert guess.written["apiKey"] == "KEY:SECRET"
    assert guess.written["endpoints"]["attendance"]["pagination"] == {
        "style": "offset",
        "offsetParam": "limit_start",
        "sizeParam": "limit_page_length",
        "pageSize": 100,
    }


def test_a_secret_in_the_address_becomes_the_api_key():
    guess = read_curl(
        "curl 'https://lms.college.edu/webservice/rest/server.php?wstoken=0a1b2c3d&moodlewsrestformat=json"
        "&wsfunction=core_course_get_courses'"
    )
    assert guess.written["apiKeyIn"] == {"place": "query", "name": "wstoken"}
    assert guess.written["apiKey"] == "0a1b2c3d"
    assert guess.written["type"] == "lms"
    assert guess.written["endpoints"] == {
        "subjects": {
            "path": "/server.php",
            "params": {"moodlewsrestformat": "json", "wsfunction": "core_course_get_courses"},
        }
    }


@pytest.mark.parametrize(
    ("command", "wanted"),
    [
        (
            "curl -u admin:s3cret https://x.edu/students",
            {"authType": "basic", "username": "admin", "password": "s3cret"},
        ),
        (
            "curl https://admin:s%40cret@x.edu/students",
            {"authType": "basic", "username": "admin", "password": "s@cret"},
        ),
        ("curl --oauth2-bearer tok123 https://x.edu/students", {"authType": "bearer", "apiKey": "tok123"}),
        ("curl https://x.edu/students", {"authType": "none"}),
        (
            "curl https://x.edu/students -b 'access_token=tok123; lang=en'",
            {"authType": "api-key", "apiKeyIn": {"place": "cookie", "name": "access_token"}, "apiKey": "tok123"},
        ),
        (
            "curl https://x.edu/students -H 'Authorization: raw-key-1'",
            {"authType": "api-key", "apiKeyIn": {"place": "header", "name": "Authorization"}, "apiKey": "raw-key-1"},
        ),
        (
            'curl https://x.edu/students -H \'Authorization: OAuth oauth_consumer_key="ck", oauth_signature="zz"\'',
            {"authType": "oauth1", "oauth1": {"consumerKey": "ck"}},
        ),
    ],
)
def test_ways_of_signing_in(command, wanted):
    guess = read_curl(command)
    assert {name: guess.written[name] for name in wanted} == wanted
    assert guess.written["baseUrl"] == "https://x.edu"
    assert not any(secret in said(guess) for secret in ("s3cret", "s@cret", "tok123", "raw-key-1", "zz"))


def test_a_second_secret_header_stays_a_header_and_goes_to_the_vault():
    guess = read_curl("curl https://x.edu/marks -H 'Authorization: Bearer abcdef' -H 'X-Gateway-Key: ghijkl'")
    submitted = read_integration(guess.written)
    assert submitted.secrets == {"apiKey": "abcdef", "header:X-Gateway-Key": "ghijkl"}


@pytest.mark.parametrize("written", ["<your token>", "$TOKEN", "{{token}}", "YOUR_API_KEY", "xxxxxxxx", "%TOKEN%"])
def test_a_stand_in_is_not_taken_for_the_secret(written):
    guess = read_curl(f"curl 'https://x.edu/marks' -H 'Authorization: Bearer {written}'")
    assert guess.written["authType"] == "bearer"
    assert "apiKey" not in guess.written
    assert "Type the real one" in said(guess)


def test_options_are_read_together_apart_and_attached():
    guess = read_curl("curl -sSLkXPOST https://x.edu/rooms -d a=1 -db=2 --data-urlencode 'q=x y&z' -o out.json --frob")
    assert endpoint_of(guess) == {
        "path": "/rooms",
        "form": {"a": "1", "b": "2", "q": "x y&z"},
        "method": "POST",
        "dataType": "custom",
        "key": ["id"],
    }
    assert list(guess.written["endpoints"]) == ["rooms"]
    assert "never does that" in said(guess)
    assert "does not know it: --frob" in said(guess)


def test_get_puts_the_data_into_the_address():
    guess = read_curl("curl -G https://x.edu/courses -d limit=20 --data-urlencode 'search=a b' --url-query token=abc9")
    assert endpoint_of(guess) == {
        "path": "/courses",
        "params": {"search": "a b"},
        "pagination": {"sizeParam": "limit", "pageSize": 20},
    }
    assert guess.written["apiKey"] == "abc9"


def test_no_file_is_read(tmp_path):
    file = tmp_path / "secret.txt"
    file.write_text("a=very-secret", "utf-8")
    guess = read_curl(
        f"curl https://x.edu/marks -d @{file} --data-urlencode name@{file} -F 'f=@{file}' -H @{file} -b {file} "
        f"-K {file}"
    )
    assert endpoint_of(guess) == {"path": "/marks", "method": "POST"}
    assert "very-secret" not in json.dumps(guess.written) + said(guess)
    for what in ("A file that the command sends", "The file of headers", "The file of cookies", "--config"):
        assert what in said(guess)


def test_secrets_leave_a_body():
    guess = read_curl('curl https://x.edu/marks --json \'{"user": "a", "password": "hidden", "x": [{"token": "t9"}]}\'')
    assert endpoint_of(guess)["json"] == {"user": "a", "x": [{}]}
    assert "hidden" not in json.dumps(guess.written) + said(guess)
    guess = read_curl("curl https://x.edu/marks -d wstoken=t0k -d password=hidden -d a=1")
    assert endpoint_of(guess)["form"] == {"a": "1"}
    assert guess.written["apiKeyIn"] == {"place": "query", "name": "wstoken"}
    assert "hidden" not in json.dumps(guess.written)


@pytest.mark.parametrize(
    "given",
    [
        "-H 'Content-Type: text/xml' -d '<a b=\"c\"/>'",
        "-H 'Content-Type: multipart/form-data; boundary=x' --data-raw $'--x\\r\\nname=\"a\"\\r\\n'",
        "-H 'Content-Type: application/json' -d 'a=b'",
        "-d 'plain words'",
    ],
)
def test_a_body_of_another_kind_is_left_out_and_said(given):
    guess = read_curl(f"curl https://x.edu/marks {given}")
    assert endpoint_of(guess) == {"path": "/marks", "method": "POST"}
    assert "The body was left out" in said(guess)


def test_a_name_given_twice_stays_in_the_address():
    guess = read_curl("curl 'https://x.edu/courses?include[]=a&include[]=b%20c&term=1'")
    assert endpoint_of(guess) == {"path": "/courses?include[]=a&include[]=b%20c", "params": {"term": "1"}}


def test_braces_of_a_finished_request_are_text():
    guess = read_curl("""curl -g 'https://x.edu/courses?filter={"a":{"b":1}}' """)
    assert endpoint_of(guess)["params"] == {"filter": '{{"a":{{"b":1}}}}'}
    guess = read_curl("curl 'https://x.edu/courses/{id}/grades'")
    assert endpoint_of(guess)["path"] == "/courses/{{id}}/grades"
    assert "stand-in in braces" in said(guess)


def test_only_the_first_of_several_is_taken():
    guess = read_curl("# the students\n$ curl https://x.edu/students https://x.edu/marks | jq .data")
    assert list(guess.written["endpoints"]) == ["students"]
    assert "several addresses" in said(guess)
    assert "What follows the first command" in said(guess)
    assert list(read_curl("curl x.edu/marks\ncurl x.edu/students").written["endpoints"]) == ["marks"]
    assert list(read_curl("curl x.edu/marks --next x.edu/students").written["endpoints"]) == ["marks"]


def test_curl_at_the_end_of_a_prompt_and_an_address_without_a_scheme():
    guess = read_curl(r"C:\Users\asha> C:\Windows\System32\curl.exe erp.local:8080/students")
    assert guess.written["baseUrl"] == "http://erp.local:8080"
    assert "http://" in said(guess)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "does not begin with “curl”"),
        ("Invoke-WebRequest -Uri https://x.edu", "Copy as cURL"),
        ("curl", "names no address"),
        ("curl 'https://x.edu", "quotation mark"),
        ("curl {{base}}/students", "stand-in, “{{base}}”"),
        ("curl https://{{host}}/students", "stand-in"),
        ("curl ftp://x.edu/students", "not one of a web server"),
        ("curl https://[x.edu/students", "not one of a web server"),
        ("curl -X DELETE https://x.edu/students/1", "DELETE, which changes something"),
        ("curl " + "x" * 1_000_001, "longer than any command"),
    ],
)
def test_what_is_no_command_is_refused_in_a_sentence(text, part):
    with pytest.raises(ConfigurationError, match=r"\.$") as caught:
        read_curl(text)
    assert part in caught.value.sentence
    assert caught.value.sentence.endswith(".")


@pytest.mark.parametrize(
    ("path", "root"),
    [
        ("/api/v1/students", "/api/v1"),
        ("/ims/oneroster/v1p1/students", "/ims/oneroster/v1p1"),
        ("/learn/api/public/v1/users", "/learn/api/public/v1"),
        ("/webservice/rest/server.php", "/webservice/rest"),
        ("/api/resource/Student", "/api"),
        ("/students/list", ""),
        ("/api", ""),
        ("/v1/", ""),
        ("/", ""),
    ],
)
def test_where_an_api_begins(path, root):
    found, below = split_path(path)
    assert found == root
    assert found + below == path


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/examination/results", "marks"),
        ("/staff/list", "faculty"),
        ("/api/attendance/today", "attendance"),
        ("/getStudentList.php", "students"),
        ("/students/12/grades", "marks"),
        ("/courses", "subjects"),
        ("/class-schedule", "timetable"),
        ("/teachers/", "faculty"),
        ("/hostel/rooms", "custom"),
        ("/students/12/hostel", "custom"),
        ("/", "custom"),
    ],
)
def test_what_a_path_is_about(path, kind):
    assert kind_of(path, [])[0] == kind


def test_values_that_are_no_paging_stay_parameters():
    assert paging_of([("start", "2024-06-01"), ("limit", "0"), ("page", "two")]) == ({}, frozenset())
    assert paging_of([("pageToken", ""), ("pageSize", "10")])[0] == {
        "style": "cursor",
        "cursorParam": "pageToken",
        "sizeParam": "pageSize",
        "pageSize": 10,
    }
    assert paging_of([("page", "0")])[0] == {"style": "page", "pageParam": "page", "firstPage": 0}


# -- whatever is pasted -----------------------------------------------------------------------------------------------

_OPTIONS = ["-X", "-H", "-d", "--data-urlencode", "--json", "-F", "-u", "-b", "-G", "-k", "--url", "--next", "-sSLo"]
_VALUES = [
    "POST",
    "Authorization: Bearer x",
    "Cookie: a=b; token=c",
    "a=b&a=c",
    '{"a": "{b}"}',
    "@file",
    "user:pass",
    "https://x.edu/api/v1/students?page=1&limit=2&key=z",
    "x.edu/{a}/[1]?x[]=1&x[]=2",
    "http://x.edu:99999/",
    "Content-Type: application/json",
]
_PIECES = st.one_of(st.sampled_from(_OPTIONS), st.sampled_from(_VALUES), st.text(max_size=20))


def reads_or_refuses(text: str) -> None:
    try:
        guess = read_curl(text)
    except ConfigurationError:
        return
    read_integration(guess.written)
    assert guess.notes


@settings(max_examples=300, deadline=None)
@given(st.text())
@example('curl ^"')
@example("curl $'\\ud800' x")
@example("curl http://\u2100.edu")
@example("curl x -H 'Authorization: Basic w6k='")
def test_any_text_is_read_or_refused(text):
    reads_or_refuses(text)
    reads_or_refuses(f"curl {text}")


@settings(max_examples=400, deadline=None)
@given(st.lists(_PIECES, max_size=8))
def test_any_options_are_read_or_refused(pieces):
    reads_or_refuses(shlex.join(["curl", "https://x.edu/api/students", *pieces]))
    reads_or_refuses("curl https://x.edu " + " ".join(pieces))


@given(st.lists(st.text(), min_size=1))
def test_words_quoted_by_shlex_come_back(words):
    assert read_words(shlex.join(["curl", *words])).words == ("curl", *words)


_NO_LINE_ENDS = st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=20)


def windows_quoted(word: str) -> str:
    """Quote as Chrome does for cmd: quotation marks escaped for the program, then everything for the shell."""
    inner = ""
    slashes = 0
    for sign in word:
        if sign == '"':
            inner += "\\" * (slashes + 1)
        slashes = slashes + 1 if sign == "\\" else 0
        inner += sign
    inner += "\\" * slashes
    return '^"' + "".join(sign if sign.isalnum() or sign == " " else f"^{sign}" for sign in inner) + '^"'


@given(st.lists(_NO_LINE_ENDS, min_size=1))
def test_words_quoted_for_windows_come_back(words):
    text = " ^\r\n  ".join(["curl", *map(windows_quoted, words)])
    assert read_words(text).words == ("curl", *words)


def test_a_sign_that_ends_a_command_of_windows_is_data_where_a_caret_stands_before_it():
    assert read_words('curl ^"https://x.edu^" ^"^&^"').words == ("curl", "https://x.edu", "&")
    assert read_words('curl ^"https://x.edu^" ^& b').words == ("curl", "https://x.edu", "&", "b")
    ended = read_words('curl ^"https://x.edu^" & curl ^"https://y.edu^"')
    assert (ended.words, ended.more) == (("curl", "https://x.edu"), True)
    assert read_words('curl ^"https://x.edu^" &').more


def test_a_long_text_takes_no_long_time():
    for text in ("\\" * 200_000, "\n" * 200_000, "'" * 99_999, "^" * 200_000 + '^"', "$'" + "\\x" * 90_000):
        reads_or_refuses(f"curl {text}")
