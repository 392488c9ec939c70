"""The Python shim: see ../README.md for the contract. Questions are asked on a few threads; printing takes a lock."""

import base64
import contextlib
import datetime
import functools
import io
import json
import locale
import os
import platform
import sys
import threading
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from importlib import metadata

# Protocol lines go to the real standard output. Only what `print` writes inside `printed` is a print; whatever the driver
# writes by itself goes to standard error.
STDOUT = sys.stdout
sys.stdout = sys.stderr
SENDING = threading.Lock()
PRINTING = threading.Lock()
CONNECTING = threading.Lock()

from faunadb import query as q  # noqa: E402  (a driver that prints on import must not reach the protocol)
from faunadb.client import FaunaClient  # noqa: E402
from faunadb.objects import FaunaTime, Query, Ref, SetRef  # noqa: E402

from builders import BUILDERS  # noqa: E402

# Every constructor asks the package index for a newer version, and prints a box or raises; there is no option against it.
FaunaClient.check_new_version = lambda self: None

WORKERS = 10  # as many connections as `requests` keeps open for one host


class Unsupported(Exception):
    """The query builder cannot express the question."""


def expression(wire):
    """Wire JSON to what user code would write: builder calls, the driver's value classes, plain Python values."""
    if isinstance(wire, list):
        return [expression(item) for item in wire]
    if not isinstance(wire, dict):
        return wire
    first = next(iter(wire), "{}")
    if len(wire) == 1 and first in LITERALS:
        return LITERALS[first](wire[first])
    if first in FORMS:
        return FORMS[first](wire)
    for name in wire:
        if name in BUILDERS and all(key == name or key in keys(name) for key in wire):
            return call(name, wire)
    raise Unsupported(first)


def keys(name):
    return [parameter.key for parameter in BUILDERS[name][1]]


def call(name, wire):
    function, parameters = BUILDERS[name]
    for parameter in parameters:
        if parameter.key not in wire and not parameter.optional:
            raise Unsupported(f"{name} without {parameter.key}")
    # Trailing arguments that are left out are not passed: `select` tells no default from a default of None.
    last = max((index for index, parameter in enumerate(parameters) if parameter.key in wire), default=-1)
    arguments = []
    for key, _, spread in parameters[: last + 1]:
        given = wire.get(key)
        if isinstance(given, list) and (spread == "always" or (spread == "unless one" and len(given) != 1)):
            arguments.extend(expression(item) for item in given)
        else:
            arguments.append(expression(given))
    return getattr(q, function)(*arguments)


def let(wire):
    bindings = wire["let"] if isinstance(wire["let"], list) else [wire["let"]]
    names = [name for binding in bindings for name in binding]
    if len(set(names)) != len(names):
        raise Unsupported("let with a repeated name")
    return q.let({name: expression(binding[name]) for binding in bindings for name in binding}, expression(wire["in"]))


def paginate(wire):
    options = {key: expression(value) for key, value in wire.items() if key != "paginate"}
    if not options.keys() <= {"size", "ts", "after", "before", "events", "sources"}:
        raise Unsupported(f"paginate with {', '.join(options)}")
    return q.paginate(expression(wire["paginate"]), **options)


def ref(content):
    if isinstance(content, str):
        return q.ref(content)
    return Ref(content["id"], *(expression(content[key]) if key in content else None for key in ("collection", "database")))


def date(text):
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise Unsupported(f"the date {text}: {error}") from error


# The forms that are not a row of the table.
FORMS = {
    "object": lambda wire: {key: expression(value) for key, value in wire["object"].items()},
    "let": let,
    "paginate": paginate,
}
LITERALS = {
    "@ref": ref,
    "@ts": FaunaTime,
    "@date": date,
    "@bytes": lambda text: bytearray(base64.b64decode(text)),
    "@set": lambda content: SetRef({key: expression(value) for key, value in content.items()}),
    "@query": Query,
}


def tagged(value):
    """A decoded value as tagged JSON, walked through the public members of the driver's classes."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return {"long": str(value)}
    if isinstance(value, float):
        return {"double": {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}.get(repr(value), repr(value))}
    if isinstance(value, list):
        return [tagged(item) for item in value]
    if isinstance(value, dict):
        return {"object": entries(value)}
    if isinstance(value, Ref):
        parts = {"collection": value.collection(), "database": value.database()}
        return {"ref": {"id": value.id(), **{key: tagged(part) for key, part in parts.items() if part is not None}}}
    if isinstance(value, FaunaTime):
        return {"ts": value.value}
    if isinstance(value, datetime.date):
        return {"date": value.isoformat()}
    if isinstance(value, (bytes, bytearray)):
        return {"bytes": base64.b64encode(value).decode()}
    if isinstance(value, SetRef):
        # `{"@set": 1}` is decoded as it is.
        return {"set": entries(value.value)} if isinstance(value.value, dict) else {"unsaid": "a set that is no object"}
    if isinstance(value, Query):
        return {"query": wire_of(value.value)}
    return {"unsaid": f"a {type(value).__name__}"}


def entries(value):
    return [[key, tagged(member)] for key, member in value.items()]


def wire_of(body):
    """The body of a query as JSON again: the driver has decoded the values inside it."""
    if isinstance(body, list):
        return [wire_of(item) for item in body]
    if isinstance(body, dict):
        return {key: wire_of(item) for key, item in body.items()}
    if isinstance(body, datetime.date):
        return {"@date": body.isoformat()}
    if isinstance(body, (bytes, bytearray)):
        return {"@bytes": base64.b64encode(body).decode()}
    return wire_of(body.to_fauna_json()) if hasattr(body, "to_fauna_json") else body


def printed(value):
    """What `print` writes on a standard output like the real one, as Base64."""
    written = io.BytesIO()
    stdout = io.TextIOWrapper(written, encoding=STDOUT.encoding, errors=STDOUT.errors)
    with PRINTING, contextlib.redirect_stdout(stdout):
        print(value)
    stdout.flush()
    return base64.b64encode(written.getvalue()).decode()


def raised(error):
    return {"type": type(error).__name__, "message": str(error)}


@functools.lru_cache(maxsize=None)
def client_for(endpoint, secret):
    return FaunaClient(secret, endpoint=endpoint)


def answer(request):
    try:
        with CONNECTING:
            client = client_for(request["endpoint"], request["secret"])
        value = client.query(expression(request["query"]))
    except Unsupported as error:
        return {"outcome": "unsupported", "what": str(error)}
    except Exception as error:  # whatever the driver raises is an answer
        try:
            return {"outcome": "error", "raised": raised(error), "prints": [printed(error), printed(error)]}
        except Exception as second:  # an error with an empty list of errors: printing it raises, and nothing is written
            message = f"printing it raised {type(second).__name__}: {second}"
            return {"outcome": "error", "raised": {"type": type(error).__name__, "message": message}, "prints": ["", ""]}
    decoded = tagged(value)
    try:
        return {"outcome": "value", "decoded": decoded, "prints": [printed(value), printed(value)]}
    except Exception as error:
        return {"outcome": "unprintable", "decoded": decoded, "raised": raised(error)}


def hello():
    return {
        "type": "hello",
        "protocol": 1,
        "driver": {"name": "python", "package": "faunadb", "version": metadata.version("faunadb")},
        "runtime": {"name": platform.python_implementation(), "version": platform.python_version()},
        "platform": f"{sys.platform} {platform.machine()}",
        "locale": locale.setlocale(locale.LC_CTYPE),
        "timeZone": time.tzname[0],
        "concurrency": WORKERS,
        "abilities": sorted([*BUILDERS, *FORMS]),
    }


def reply(message):
    line = b"\x1e" + json.dumps(message).encode() + b"\n"
    with SENDING:
        STDOUT.buffer.write(line)
        STDOUT.buffer.flush()


def handle(request):
    try:
        reply({"type": "answer", "id": request["id"], **answer(request)})
    except Exception:
        reply({"type": "fault", "id": request["id"], "message": traceback.format_exc()})


def main():
    workers = ThreadPoolExecutor(WORKERS)
    for line in sys.stdin.buffer:
        request = json.loads(line)
        if request["type"] == "hello":
            reply(hello())
        else:
            workers.submit(handle, request)
    # Not sys.exit, which waits for questions whose answers nobody reads any more.
    os._exit(0)


if __name__ == "__main__":
    main()
