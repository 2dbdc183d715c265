package io.urania.lab;

import io.urania.lab.container.Container;
import io.urania.lab.host.Host;
import io.urania.lab.host.HostFiles;
import io.urania.lab.layout.RackNode;
import io.urania.lab.virtual.Door;
import io.urania.lab.virtual.VirtualMachine;
import java.nio.file.Path;

/** The hosts of the rack in a directory, each of its kind. */
record Hosts(Path directory, RackFile file) {
    Host of(RackNode node) {
        HostFiles files = Rack.hostFiles(directory, node);
        return switch (node.kind()) {
            case CONTAINER -> new Container(file.id(), file.network(), node, files);
            case VIRTUAL_MACHINE ->
                new VirtualMachine(
                        file.id(),
                        file.network(),
                        node,
                        files,
                        new Door(node, directory.resolve(Rack.PRIVATE_KEY), Rack.knownHosts(directory)));
        };
    }
}
