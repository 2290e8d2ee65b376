"""When the test of a connection fails: by the part of the way on which it does."""

from PySide6.QtCore import QCoreApplication

from hub_desktop.ui.help.article import Article, Listed, Place, Said
from hub_desktop.ui.help.names import named
from hub_desktop.ui.help.topics import Topic


def articles() -> list[Article]:
    """Return the topics, in their order."""
    return [
        _test_failed(),
        _address(),
        _look_up(),
        _connection(),
        _certificate(),
        _sign_in(),
        _permission(),
        _busy(),
        _format(),
        _files(),
    ]


def _test_failed() -> Article:
    return Article(
        Topic.TEST_FAILED,
        _tr("A test failed"),
        _tr(
            "The test goes the way to the system step by step. The first step that failed is the one to mend; what "
            "stands behind it was not tried."
        ),
        (
            Listed(
                _tr("What to do"),
                (
                    _tr("Read the sentence of the first step that failed. It names the likely cause."),
                    _tr("If a button stands under it, the program can make the change itself. Choose it."),
                    _tr("Else choose “{what_can_i_do}” beside it, or look below for the step."),
                    _tr("Choose “{test_again}” once something was mended."),
                ),
                numbered=True,
            ),
            Listed(
                _tr("If you need somebody else"),
                (
                    _tr("“{copy_it}” copies the whole test for your IT team."),
                    _tr("“{save_vendor}” writes it to a file for the people who run the system."),
                    _tr("Neither holds a key, a password, or anything out of a record."),
                    _tr(
                        "IT staff can try the same address with Postman or curl. A command that works there can be "
                        "pasted with “{add}”, “{paste}”."
                    ),
                ),
            ),
        ),
        places=(Place.INTEGRATIONS,),
        see=(
            Topic.ADDRESS,
            Topic.LOOK_UP,
            Topic.CONNECTION,
            Topic.CERTIFICATE,
            Topic.SIGN_IN,
            Topic.PERMISSION,
            Topic.BUSY,
            Topic.FORMAT,
        ),
        known_as=_tr("connection failed test check doctor troubleshooting Postman curl"),
    )


def _address() -> Article:
    return Article(
        Topic.ADDRESS,
        _tr("A wrong address or path"),
        _tr("The system answered that there is nothing there, or something else than the system answers."),
        (
            Listed(
                _tr("What to check"),
                (
                    _tr("Is it the address of the API? The page where people log in is mostly another one."),
                    _tr("Is it spelled as in the documentation, with https:// before it and the right port after it?"),
                    _tr("Does it end where the paths begin? Address and path together are what is asked for."),
                    _tr("Is the path of each kind of data right? Compare it letter by letter; capitals may count."),
                    _tr("Did the system move? Where the test offers the new address, its button enters it."),
                ),
            ),
            Said(_tr("Both are in the form: “{edit}”, then “{address}” and “{path}”.")),
        ),
        places=(Place.INTEGRATIONS,),
        see=(Topic.VENDOR, Topic.FORMAT, Topic.TEST_FAILED),
        known_as=_tr("404 not found URL base path endpoint moved redirect port wrong"),
    )


def _look_up() -> Article:
    return Article(
        Topic.LOOK_UP,
        _tr("The name is not found"),
        _tr("Before anything can be sent, this PC asks the network where the named computer is. Nobody knew."),
        (
            Listed(
                _tr("What to check"),
                (
                    _tr("Is this PC on the network? Open any page in the browser."),
                    _tr("Is the name in the address spelled right? One wrong letter suffices."),
                    _tr("Is the system inside the college's network? Then this PC must be in it too, perhaps by VPN."),
                    _tr("Does the name work on another PC? If not, the system may have got another name."),
                    _tr("Ask your IT team to look at the name server (DNS) of this network."),
                ),
            ),
            Said(_tr("What is only a break in the network is tried again by itself. The data from before stays.")),
        ),
        places=(Place.INTEGRATIONS,),
        see=(Topic.ADDRESS, Topic.CONNECTION),
        known_as=_tr("DNS name server resolve host unknown offline internet Wi-Fi VPN"),
    )


def _connection() -> Article:
    return Article(
        Topic.CONNECTION,
        _tr("No connection, or it breaks off"),
        _tr("The name is known, but nothing answers there, or the connection breaks off."),
        (
            Listed(
                _tr("What to check"),
                (
                    _tr("Does the system work for others at this moment? It may be switched off or restarting."),
                    _tr("Is the port in the address right?"),
                    _tr("Does it work from another network? Then something on the way stops it."),
                ),
            ),
            Listed(
                _tr("What to ask your IT team"),
                (
                    _tr("Does the firewall let this PC out to that computer and port? The test names both."),
                    _tr(
                        "Does the way out lead through a proxy? Hub Desktop takes the one in the settings of this "
                        "computer, unless another is chosen under “{network}”, “{proxy}”."
                    ),
                    _tr("Does the proxy ask who it is? Then “{proxy_user}” and its password are entered there."),
                    _tr("Does the proxy block this address? “{test_way}”, there too, says what it answers."),
                    _tr("Does an antivirus program look into encrypted connections and break them off?"),
                ),
            ),
            Said(_tr("A system that was only away for a while is tried again by itself.")),
        ),
        places=(Place.NETWORK, Place.INTEGRATIONS),
        see=(Topic.LOOK_UP, Topic.CERTIFICATE, Topic.TEST_FAILED),
        known_as=_tr("firewall proxy timeout refused unreachable port outbound antivirus slow offline"),
    )


def _certificate() -> Article:
    return Article(
        Topic.CERTIFICATE,
        _tr("The certificate is not trusted"),
        _tr(
            "A certificate proves that the computer that answers is the right one. This one does not, so nothing was "
            "sent: no key, no password."
        ),
        (
            Listed(
                _tr("What the sentence says, and what helps"),
                (
                    _tr("It has expired: ask the people who run the system to renew it."),
                    _tr("It is not valid yet: check the date and the time of this PC first."),
                    _tr("It is made out to another name: check the address, above all the name of the computer."),
                    _tr(
                        "Its issuer is not known here: ask your IT team to add it to the certificates that this "
                        "computer trusts, or under “{network}”, “{authorities}”. Colleges with systems of their own "
                        "often need that once."
                    ),
                    _tr("A proxy or antivirus program re-signs connections: your IT team knows, and adds its issuer."),
                    _tr("The encryption is too old: the system must speak TLS 1.2 or newer."),
                    _tr("What answers does not speak https: check the port, or whether it begins with http://."),
                ),
            ),
            Said(_tr("There is no button to go on all the same: whoever stands between could read every record.")),
        ),
        places=(Place.NETWORK, Place.INTEGRATIONS),
        see=(Topic.CONNECTION, Topic.ADDRESS),
        known_as=_tr("TLS SSL https expired self-signed issuer authority encryption secure"),
    )


def _sign_in() -> Article:
    return Article(
        Topic.SIGN_IN,
        _tr("The password or key is refused"),
        _tr("The system answers, but does not accept what Hub Desktop shows it. It is not asked again until you act."),
        (
            Listed(
                _tr("What to do"),
                (
                    _tr("Ask the people who run the system whether the key is still valid, or for a new one."),
                    _tr("Choose “{sign_in_again}” beside the light, and enter it there."),
                    _tr("Where a person signs in, a page of the system opens instead. Sign in there as yourself."),
                    _tr("It is synced at once, and the light says whether that was enough."),
                ),
                numbered=True,
            ),
            Listed(
                _tr("If a new key does not help"),
                (
                    _tr("Is it whole, without a blank before or after it?"),
                    _tr("Is it of the right kind? An API key, a token and a password are sent in different ways."),
                    _tr("Is it tied to certain computers? Then this PC must be among them."),
                    _tr("Does the clock of this PC differ by minutes? Then tokens and signatures are refused."),
                    _tr("Is the account behind it locked, or has it left the college?"),
                ),
            ),
        ),
        places=(Place.INTEGRATIONS,),
        see=(Topic.PERMISSION, Topic.VENDOR, Topic.TEST_FAILED),
        known_as=_tr("401 unauthorized login credentials API key token bearer OAuth basic expired clock"),
    )


def _permission() -> Article:
    return Article(
        Topic.PERMISSION,
        _tr("The account may not read it"),
        _tr("The key or password is right, but its account is not allowed to read this kind of data."),
        (
            Listed(
                _tr("What to do"),
                (
                    _tr("Ask the administrator of the system to let this account read what the sentence names."),
                    _tr("To read is enough. Hub Desktop changes nothing in your systems."),
                    _tr("Choose “{test_again}” once that was done."),
                    _tr("If it is not to be read at all, switch that endpoint off in the form (“{edit}”)."),
                ),
            ),
            Said(_tr("What the account may read goes on being synced meanwhile.")),
        ),
        places=(Place.INTEGRATIONS,),
        see=(Topic.SIGN_IN, Topic.VENDOR),
        known_as=_tr("403 forbidden rights role access denied scope administrator"),
    )


def _busy() -> Article:
    return Article(
        Topic.BUSY,
        _tr("Overloaded, or limits requests"),
        _tr("It asked to slow down, or could not answer at the moment. It is tried again by itself."),
        (
            Listed(
                _tr("If it happens once"),
                (
                    _tr("Nothing needs to be done. The light says when it is tried again."),
                    _tr("If the system said how long to wait, that is kept to."),
                ),
            ),
            Listed(
                _tr("If it happens often"),
                (
                    _tr("Choose a longer interval: “{edit}”, then the interval of the kind of data."),
                    _tr("Ask how many requests a minute are allowed, and enter that under “{requests}”."),
                    _tr("Sync at night or early in the morning, by times of the day under “{schedule}”."),
                    _tr("Ask for a way to fetch only what changed. Then far less has to be read each time."),
                ),
            ),
        ),
        places=(Place.INTEGRATIONS, Place.ACTIVITY),
        see=(Topic.SCHEDULES, Topic.VENDOR),
        known_as=_tr("429 500 503 rate limit throttle quota too many requests maintenance slow timeout"),
    )


def _format() -> Article:
    return Article(
        Topic.FORMAT,
        _tr("The answer is not understood"),
        _tr("The system answered, but the records, or a required field in them, were not found in its answer."),
        (
            Listed(
                _tr("What to check"),
                (
                    _tr(
                        "A web page came instead: the path is that of a page for people, or a sign-in stands before it."
                    ),
                    _tr(
                        "No list of records was found: where the test offers one, its button takes it. Else say under "
                        "“{records_at}”, in the details of the endpoint, where the list is."
                    ),
                    _tr(
                        "A required field has no source: on the page of the integration, under “{part_endpoints}”, "
                        "choose “{mapping}” and say which field it is."
                    ),
                    _tr("Dates or numbers are written in an unusual way: add a transformation to that field."),
                    _tr("Only a part came: look up how the system pages its lists, and say so at the endpoint."),
                    _tr("It is empty: check the parameters of the endpoint, and what the account may see."),
                ),
            ),
            Said(_tr("In the mapping, real rows show before you save what would become of them.")),
        ),
        places=(Place.INTEGRATIONS,),
        see=(Topic.REFUSED, Topic.VENDOR, Topic.ADDRESS),
        known_as=_tr("JSON XML HTML schema mapping field records path paging page date format transformation empty"),
    )


def _files() -> Article:
    return Article(
        Topic.FILES,
        _tr("Files in a folder are not read"),
        _tr("An integration can read CSV, Excel or JSON files that a system or an office puts into a folder."),
        (
            Listed(
                _tr("What to check"),
                (
                    _tr("Is the folder there, and may the person at this PC open it? A network drive may be away."),
                    _tr("Does the name of the file fit what is written at the endpoint, such as students*.csv?"),
                    _tr("Is the file open in Excel, or only half copied? Close it and try again."),
                    _tr("Does its first line hold the headings of the columns?"),
                    _tr("Is it really of the kind its name says? Save it once more as CSV or as a workbook."),
                ),
            ),
        ),
        places=(Place.INTEGRATIONS,),
        see=(Topic.FORMAT, Topic.REFUSED),
        known_as=_tr("CSV Excel xlsx folder network drive share import spreadsheet"),
    )


def _tr(text: str) -> str:
    return named(QCoreApplication.translate("help", text))
