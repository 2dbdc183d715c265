package io.urania.cluster.phases.host;

import io.urania.cluster.leftover.Leftover;
import io.urania.cluster.phase.Tasks;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.cluster.spec.HostSpec;
import io.urania.cluster.spec.access.AccessSpec;
import io.urania.cluster.variable.Variable;
import io.urania.cluster.variable.rows.HostAccessVariables;
import io.urania.cluster.variable.rows.ResolverVariables;
import io.urania.engine.plan.TaskId;
import io.urania.engine.resource.account.Account;
import io.urania.engine.resource.account.FormerUsers;
import io.urania.engine.resource.account.HostUser;
import io.urania.engine.resource.account.RootPassword;
import io.urania.engine.resource.address.StaticAddress;
import io.urania.engine.resource.sshd.Sshd;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The ways in to a host. Whoever takes a cluster away still wants to get in: a reset leaves all of them as they are. */
final class HostAccess {

    /** What decides. */
    static final List<Variable<?>> VARIABLES = HostAccessVariables.ALL;

    /** What may be written, but for people's own files. */
    static final List<String> FILES = List.of(
            Account.RULES + "*",
            Sshd.DROP_IN,
            Sshd.FILE,
            "/etc/NetworkManager/system-connections/urania-*.nmconnection",
            "/etc/netplan/99-urania.yaml",
            "/etc/cloud/cloud.cfg.d/99-urania-network.cfg",
            "/etc/systemd/network/05-urania-*.network",
            "/etc/dhcpcd.conf",
            "/etc/network/interfaces",
            "/etc/network/interfaces.d/urania-*");

    private HostAccess() {}

    /** People's accounts first: with one of them, somebody may want to log in when root cannot any more. */
    static void declare(ClusterSpec spec, HostSpec host, Tasks tasks) {
        AccessSpec access = spec.access(host);
        Set<TaskId> accounts = new LinkedHashSet<>();
        access.users().ifPresent(users -> accounts.addAll(accounts(host, users, tasks)));
        access.rootPassword()
                .ifPresent(hash -> accounts.add(tasks.because(HostAccessVariables.ROOT_PASSWORD)
                        .add(host, new RootPassword(hash.reveal()), accounts.toArray(TaskId[]::new))));
        List<TaskId> before = new ArrayList<>(accounts);
        access.sshd()
                .ifPresent(settings -> before.add(tasks.because(
                                HostAccessVariables.ROOT_LOGIN,
                                HostAccessVariables.PASSWORDS,
                                HostAccessVariables.FURTHER)
                        .add(host, new Sshd(settings), before.toArray(TaskId[]::new))));
        access.address()
                .ifPresent(settings -> tasks.because(
                                HostAccessVariables.STATIC_ADDRESS,
                                HostAccessVariables.STATIC_GATEWAY,
                                ResolverVariables.NAME_SERVERS)
                        .add(host, new StaticAddress(settings), before.toArray(TaskId[]::new)));
    }

    private static Set<TaskId> accounts(HostSpec host, List<HostUser> users, Tasks tasks) {
        Tasks asked = tasks.because(HostAccessVariables.USERS);
        Set<TaskId> made = new LinkedHashSet<>(
                asked.addAll(host, users.stream().map(Account::new).toList(), List.of()));
        Set<String> names = users.stream().map(HostUser::name).collect(Collectors.toSet());
        made.add(asked.add(host, new FormerUsers(names), made.toArray(TaskId[]::new)));
        return made;
    }

    /** What stays where it was asked for. */
    static List<Leftover> leftovers(AccessSpec access) {
        List<Leftover> kept = new ArrayList<>();
        access.users()
                .ifPresent(_ -> kept.add(new Leftover.Kept(
                        "accounts of people", "people log in with them, with their keys and their rules of sudo")));
        access.rootPassword()
                .ifPresent(_ -> kept.add(new Leftover.Kept("root's password", "nobody knows the one before")));
        access.sshd()
                .ifPresent(_ -> kept.add(
                        new Leftover.Kept("settings of the SSH server", "they decide who gets in to the host")));
        access.address()
                .ifPresent(_ -> kept.add(
                        new Leftover.Kept("the static address", "without it the host might not be found again")));
        return kept;
    }
}
