package io.urania.lab;

import io.urania.lab.host.Host;
import io.urania.lab.report.RackProblem;
import io.urania.lab.system.ProcessTable;
import java.util.List;
import java.util.stream.Stream;

/** Which hosts can be started with a clock that is wrong. */
final class Clocks {
    private Clocks() {}

    static List<RackProblem> refused(List<Host> hosts, ProcessTable processes) {
        Stream<RackProblem> withoutClock = hosts.stream()
                .filter(host -> !host.hasOwnClock())
                .map(host -> new RackProblem(
                        host.node().shortName() + " cannot have a different time than this machine",
                        "it is a container, and Linux has one wall clock for all of them",
                        "use virtual machines only; create a rack with some with --vm"));
        Stream<RackProblem> running = hosts.stream()
                .filter(host -> host.hasOwnClock() && host.isUp(processes))
                .map(host -> new RackProblem(
                        host.node().shortName() + " is running",
                        "its clock is set when it is started",
                        "stop it first: urania lab stop " + host.node().shortName()));
        return Stream.concat(withoutClock, running).toList();
    }
}
