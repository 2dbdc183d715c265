"""Renders templates as ansible-core does for a host. One JSON object a line.

{"inventory": PATH, "host": NAME} chooses the variables; {"template": TEXT} is answered with {"value": ...} or {"error": MESSAGE}.
"""
import datetime
import json
import math
import signal
import sys

from ansible.inventory.manager import InventoryManager
from ansible.parsing.dataloader import DataLoader
from ansible.plugins.loader import init_plugin_loader
from ansible.template import Templar, trust_as_template
from ansible.utils.display import Display
from ansible.vars.hostvars import HostVars
from ansible.vars.manager import VariableManager

SECONDS_PER_TEMPLATE = 10
deprecations = []


def typed(value):
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else {"__float__": repr(float(value))}
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, dict):
        return {str(key): typed(element) for key, element in value.items()}
    if isinstance(value, (list, tuple)):
        return [typed(element) for element in value]
    if isinstance(value, (datetime.datetime, datetime.date)):
        return {"__time__": value.isoformat()}
    raise TypeError("a result of type %s" % type(value).__name__)


def reason(failure):
    messages = []
    while failure is not None:
        messages.append("%s: %s" % (type(failure).__name__, failure))
        failure = failure.__cause__
    return " <- ".join(messages)


def too_slow(_signal, _frame):
    raise TimeoutError("the template took more than %d seconds" % SECONDS_PER_TEMPLATE)


def main():
    answers = sys.stdout
    sys.stdout = sys.stderr
    sys.set_int_max_str_digits(0)
    init_plugin_loader()
    Display().deprecated = lambda *_args, **keywords: deprecations.append(str(keywords.get("msg")))
    signal.signal(signal.SIGALRM, too_slow)
    templar = None
    for line in sys.stdin:
        request = json.loads(line)
        if "inventory" in request:
            loader = DataLoader()
            inventory = InventoryManager(loader=loader, sources=[request["inventory"]])
            manager = VariableManager(loader=loader, inventory=inventory)
            HostVars(inventory, manager, loader)
            templar = Templar(loader=loader, variables=manager.get_vars(host=inventory.get_host(request["host"])))
            answer = {}
        else:
            deprecations.clear()
            signal.alarm(SECONDS_PER_TEMPLATE)
            try:
                answer = {"value": typed(templar.template(trust_as_template(request["template"])))}
            except Exception as failure:
                answer = {"error": reason(failure)}
            finally:
                signal.alarm(0)
            if deprecations:
                answer["deprecated"] = list(deprecations)
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


main()
