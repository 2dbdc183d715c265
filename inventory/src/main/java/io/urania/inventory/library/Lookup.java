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
        String noCommands = "an inventory must not run commands";
        String noNetwork = "an inventory must not access the network";
        String noPlaybook = "it needs a playbook, and Urania runs none";
        return Map.ofEntries(
                Map.entry("pipe", "an inventory must not run commands unless this is allowed"),
                Map.entry("lines", noCommands),
                Map.entry("template", "templates belong to roles, and Urania has none"),
                Map.entry("url", noNetwork),
                Map.entry("dig", noNetwork),
                Map.entry("k8s", noNetwork),
                Map.entry("hashi_vault", noNetwork),
                Map.entry("first_found", noPlaybook),
                Map.entry("fileglob", noPlaybook),
                Map.entry("role_path", noPlaybook),
                Map.entry("config", "Urania does not read Ansible's configuration"),
                Map.entry("random_choice", "its value would differ on every run"),
                Map.entry("csvfile", noPlaybook),
                Map.entry("ini", noPlaybook),
                Map.entry("sequence", "use range"),
                Map.entry("nested", "use the filter product"),
                Map.entry("together", "use the filter zip_longest"),
                Map.entry("subelements", "use the filter subelements"),
                Map.entry("unvault", "write the encrypted value as !vault"),
                Map.entry("varnames", "the result includes Ansible's own variables"),
                Map.entry("inventory_hostnames", "use groups"),
                Map.entry("redis", noNetwork));
    }
}
