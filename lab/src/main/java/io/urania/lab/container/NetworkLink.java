package io.urania.lab.container;

import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import java.io.IOException;
import java.util.List;

/**
 * The network cable of one running host: this machine's end of its link to the rack's bridge.
 *
 * @param machine the host's name among this machine's containers
 */
record NetworkLink(String machine) {

    /** Nothing reaches the host and nothing leaves it; connections that are open are not told. */
    void cut() throws RackException, IOException, InterruptedException {
        set("down");
    }

    /** Connects it again, if it is cut. */
    void heal() throws RackException, IOException, InterruptedException {
        set("up");
    }

    private void set(String state) throws RackException, IOException, InterruptedException {
        Commands.output(List.of("ip", "link", "set", "dev", "vb-" + machine, state));
    }
}
