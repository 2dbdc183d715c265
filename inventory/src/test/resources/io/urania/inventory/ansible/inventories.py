"""Runs ansible-inventory. One JSON object a line.

{"arguments": [...], "directory": PATH} is answered with {"output": TEXT, "complaints": [...]}, or {"error": MESSAGE, "complaints": [...]}.
Ansible remembers things for the life of a process, so each request has a process of its own, forked from this one.
"""
import json
import os
import sys

from ansible.cli.inventory import InventoryCLI
from ansible.utils.display import Display


def reason(failure):
    messages = []
    while failure is not None:
        messages.append("%s: %s" % (type(failure).__name__, failure))
        failure = failure.__cause__
    return " <- ".join(messages)


def run(request):
    printed = []
    complaints = []
    display = Display()
    display.display = lambda message, *_, **__: printed.append(message)
    display.warning = lambda msg, *_, **__: complaints.append(str(msg))
    display.error_as_warning = lambda msg, exception, *_, **__: complaints.append("%s: %s" % (msg, reason(exception)))
    display.deprecated = lambda *_, **__: None
    os.chdir(request["directory"])
    answer = {"complaints": complaints}
    try:
        InventoryCLI(["ansible-inventory"] + request["arguments"]).run()
    except SystemExit:
        answer["output"] = "\n".join(printed)
    except Exception as failure:
        answer["error"] = reason(failure)
    return answer


def main():
    answers = sys.stdout
    sys.stdout = sys.stderr
    for line in sys.stdin:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                with os.fdopen(writer, "w") as stream:
                    stream.write(json.dumps(run(json.loads(line))))
            finally:
                os._exit(0)
        os.close(writer)
        with os.fdopen(reader) as stream:
            answers.write(stream.read() + "\n")
        os.waitpid(child, 0)
        answers.flush()


main()
