package io.urania.cluster.phases.host;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.access.AccessSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.HostAccessVariables;
import io.urania.engine.resource.sshd.Sshd;
import java.util.List;

/** The ways in to a host. Whoever takes a cluster away still wants to get in: a reset leaves all of them as they are. */
final class HostAccess {

    /** What decides. */
    static final List<Variable<?>> VARIABLES = HostAccessVariables.ALL;

    /** What may be written. */
    static final List<String> FILES = List.of(Sshd.DROP_IN, Sshd.FILE);

    private HostAccess() {}

    static void declare(ClusterSpec spec, HostSpec host, Tasks tasks) {
        AccessSpec access = spec.access(host);
        access.sshd()
                .ifPresent(settings -> tasks.because(
                                HostAccessVariables.ROOT_LOGIN,
                                HostAccessVariables.PASSWORDS,
                                HostAccessVariables.FURTHER)
                        .add(host, new Sshd(settings)));
    }

    /** What stays where it was asked for. */
    static List<Leftover> leftovers(AccessSpec access) {
        return access.sshd().isPresent()
                ? List.of(new Leftover.Kept("settings of the SSH server", "they decide who gets in to the host"))
                : List.of();
    }
}
