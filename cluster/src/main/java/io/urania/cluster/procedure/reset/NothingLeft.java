package io.urania.cluster.procedure.reset;

import io.urania.cluster.component.HostPort;
import io.urania.cluster.port.HostPorts;
import io.urania.cluster.spec.ClusterSpec;
import io.urania.engine.process.Listeners;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a host is free: it may have had any role once, so that the ports of all are looked at. */
final class NothingLeft {

    private NothingLeft() {}

    static String script(ClusterSpec spec) {
        List<HostPort> ports = spec.hosts().stream()
                .flatMap(host -> HostPorts.of(spec, host).stream())
                .toList();
        return Listeners.functions()
                + "ports=" + Shell.quote(joined(ports.stream().map(NothingLeft::asListened)))
                + "\nprograms="
                + Shell.quote(joined(ports.stream().flatMap(port -> port.programs().stream())))
                + "\n" + ResourceText.beside(NothingLeft.class, "nothing-left.sh");
    }

    private static String asListened(HostPort port) {
        return port.protocol().word() + "/" + port.number();
    }

    private static String joined(Stream<String> words) {
        return words.distinct().sorted().collect(Collectors.joining(" "));
    }
}
