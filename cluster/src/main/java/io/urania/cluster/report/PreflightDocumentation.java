package io.urania.cluster.report;

import io.urania.cluster.preflight.Level;
import io.urania.cluster.preflight.Rule;
import io.urania.cluster.preflight.RuleDescription;
import java.util.List;
import java.util.stream.Collectors;

/** Renders the rules of preflight as Markdown: the file {@code docs/preflight.md}. */
public final class PreflightDocumentation {
    private static final String HEADER = """
            # What is checked before anything is changed

            `check` asks every host, in one round trip, for what would make `apply` fail, and changes nothing. `plan` and `apply` run the same checks
            first. With an **error** nothing is changed and all findings are reported at once; a **warning** is reported and does not stop the run.
            Each finding says what was found, on which hosts, why it matters (`why`) and what to do (`help`):

            ```
            error: erato: port 10250 is taken by systemd-socket- (pid 812, busy.service)
              = why: it is for the kubelet
              = help: systemctl stop busy.service; if it starts at boot, also: systemctl disable busy.service
            ```

            `check --only RULE` keeps to the rules that it names (`--only ports-taken,clocks-differ`), `check --json` prints all findings with the
            names of their rules ([json.md](json.md)).

            How fast a disk is takes writing to it, so it is measured on request only: `check --storage` writes 400 times 2.3 kB where each etcd
            member has its data or will have them, removes the file, and says how long they took. etcd wants 99 % of writes on the disk in less than
            10 ms (etcd, "Hardware"); SD cards often take longer.

            A fact that a host could not report is an error too (`unknown-fact`): Urania does not assume that an unknown state is correct
            ([decision 21](decisions/0021-unknown-is-never-right.md)).

            This file is generated from the rules in the code; do not edit it. `./mvnw -pl cluster -am test -Dtest=PreflightDocumentationTest
            -Dsurefire.failIfNoSpecifiedTests=false -Durania.docs.write=true` rewrites it.

            | Rule | Level | Found | Why | Remedy | Source |
            |---|---|---|---|---|---|
            """;

    private static final String FOOTER = """

            Where systemd-resolved answers for a host, /etc/resolv.conf names only 127.0.0.53, which inside a pod is the pod itself. Then pods
            inherit /run/systemd/resolve/resolv.conf, which has the real servers, as with kubeadm; `kube_resolv_conf` sets another file.

            Clock differences are lower bounds: a host reads its clock at some moment between request and response, so a slow response hides small
            differences and never invents one.
            """;

    private PreflightDocumentation() {}

    /** The whole file, with a row for each rule in the order in which they are given. */
    public static String markdown(List<Rule> rules) {
        return HEADER + rules.stream().map(PreflightDocumentation::row).collect(Collectors.joining()) + FOOTER;
    }

    private static String row(Rule rule) {
        RuleDescription description = rule.description();
        return "| `%s` | %s | %s | %s | %s |%s |\n"
                .formatted(
                        rule.id(),
                        description.levels().stream().map(Level::word).collect(Collectors.joining(", ")),
                        description.found(),
                        description.why(),
                        description.remedy(),
                        description.source().isEmpty() ? "" : " " + description.source());
    }
}
