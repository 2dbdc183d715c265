package io.urania.inventory.library;

import io.urania.inventory.value.Value;
import java.util.List;
import java.util.Map;

/** {@code lookup('name', term, …)}: a value from outside of the inventory. */
@FunctionalInterface
public interface Lookup {
    /**
     * One value for each term; throws {@link io.urania.inventory.python.OperationException} if there is none.
     *
     * @param call the named arguments, and for {@code call.position()} the place of the template
     */
    List<Value> find(List<Value> terms, Call call);

    /** Ansible's lookups that Urania refuses, with the reason. */
    static Map<String, String> refusals() {
        String noCommands = "an inventory may not run commands";
        String noNetwork = "an inventory may not ask the network";
        String noPlaybook = "it needs a playbook, and Urania has none";
        return Map.ofEntries(
                Map.entry("pipe", "an inventory may not run commands unless it is allowed to"),
                Map.entry("lines", noCommands),
                Map.entry("template", "templates belong to roles, and Urania has none"),
                Map.entry("url", noNetwork),
                Map.entry("dig", noNetwork),
                Map.entry("k8s", noNetwork),
                Map.entry("hashi_vault", noNetwork),
                Map.entry("first_found", noPlaybook),
                Map.entry("fileglob", noPlaybook),
                Map.entry("role_path", noPlaybook),
                Map.entry("config", "Ansible's configuration means nothing to Urania"),
                Map.entry("random_choice", "the inventory would say something else each time"),
                Map.entry("csvfile", noPlaybook),
                Map.entry("ini", noPlaybook),
                Map.entry("sequence", "use range"),
                Map.entry("nested", "use the filter product"),
                Map.entry("together", "use the filter zip_longest"),
                Map.entry("subelements", "use the filter subelements"),
                Map.entry("unvault", "write the encrypted value as !vault"),
                Map.entry("varnames", "which variables there are depends on Ansible's own"),
                Map.entry("inventory_hostnames", "use groups"),
                Map.entry("redis", noNetwork));
    }
}
