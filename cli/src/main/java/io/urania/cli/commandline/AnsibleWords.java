package io.urania.cli.commandline;

import java.util.Map;
import java.util.Optional;

/** Words that people type for {@code ansible-playbook} and Kubespray, with what does the same here. */
final class AnsibleWords {

    private static final String BECOME =
            "where the user is not root, commands run with sudo; other ways are set by ansible_become_method";
    private static final String HOST = "select hosts with --host HOST of plan";
    private static final String PHASES = "select phases with --only PHASE of plan";
    private static final String DRY_RUN = "'plan' shows what 'apply' would change";
    private static final String USER = "set ansible_user in the inventory, or with -e ansible_user=NAME";
    private static final String PASSWORD = "use a key, or set ansible_password in an encrypted file of the inventory";
    private static final String KEY = "set ansible_ssh_private_key_file in the inventory, or with -e";

    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("--limit", HOST),
            Map.entry("-l", HOST),
            Map.entry("--tags", PHASES),
            Map.entry("-t", PHASES),
            Map.entry("--skip-tags", "phases cannot be skipped: what is as the inventory describes is not changed"),
            Map.entry("--check", DRY_RUN),
            Map.entry("-C", DRY_RUN),
            Map.entry("--diff", "'plan --diff' shows the differences of files"),
            Map.entry("-D", "'plan --diff' shows the differences of files"),
            Map.entry("--become", BECOME),
            Map.entry("-b", BECOME),
            Map.entry("--become-user", BECOME),
            Map.entry("--user", USER),
            Map.entry("-u", USER),
            Map.entry("--private-key", KEY),
            Map.entry("--key-file", KEY),
            Map.entry("-k", PASSWORD),
            Map.entry("--ask-pass", PASSWORD),
            Map.entry("-f", "the number of hosts at once is --forks"),
            Map.entry("--list-hosts", "'inventory hosts' lists the hosts"),
            Map.entry("--list-tasks", "'plan' lists the changes, 'explain PHASE' what a phase does"),
            Map.entry("--list-tags", "'explain' lists the phases"),
            Map.entry("--syntax-check", "'inventory check' checks the inventory"),
            Map.entry("--flush-cache", "facts are read anew in every run"),
            Map.entry("--start-at-task", "a run continues where the last one stopped"),
            Map.entry("ansible-playbook", "'apply' deploys the cluster, 'plan' shows what it would change"),
            Map.entry("ansible-inventory", "'inventory list' prints the same"),
            Map.entry("all", "'ping' shows which hosts answer"),
            Map.entry("-m", "'ping' shows which hosts answer"),
            Map.entry("--list", "'inventory list' prints the inventory"),
            Map.entry("--graph", "'inventory list --graph' prints the tree of groups"),
            Map.entry("scale", "'apply' adds the workers that the inventory has"),
            Map.entry("deploy", "'apply' deploys the cluster"),
            Map.entry("upgrade", "upgrades are not supported yet"),
            Map.entry("remove-node", "removal of nodes is not supported yet"),
            Map.entry("cluster.yml", "'apply' deploys the cluster"),
            Map.entry("scale.yml", "'apply' adds the workers that the inventory has"),
            Map.entry("reset.yml", "'reset' takes the cluster off the hosts"),
            Map.entry("facts.yml", "facts are read anew in every run"),
            Map.entry("upgrade-cluster.yml", "upgrades are not supported yet"),
            Map.entry("remove-node.yml", "removal of nodes is not supported yet"),
            Map.entry("recover-control-plane.yml", "recovery of a control plane host is not supported yet"));

    private AnsibleWords() {}

    /** What does here what the word does there, as a sentence without its end; empty for words that are not Ansible's. */
    static Optional<String> meant(String word) {
        String name = word.substring(word.lastIndexOf('/') + 1);
        int equals = name.indexOf('=');
        return Optional.ofNullable(MEANT.get(equals < 0 ? name : name.substring(0, equals)));
    }
}
