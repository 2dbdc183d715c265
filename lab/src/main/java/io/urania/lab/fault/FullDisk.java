package io.urania.lab.fault;

import io.urania.lab.host.Host;
import io.urania.lab.report.RackException;
import io.urania.lab.system.Commands;
import io.urania.lab.system.Script;
import java.io.IOException;
import java.util.List;

/**
 * A disk on which nothing more fits. The hosts of a rack share the machine's disk, which must not be filled: directories of the
 * host get a layer over them that is full. What is there can be read, and nothing can be written. Mounts below the
 * directories are hidden meanwhile.
 */
public record FullDisk(Host host) {
    /** Where programs and their configuration go; a node's systems of files of their own are not below. */
    public static final List<String> USUAL = List.of("/usr", "/opt", "/etc");

    private static final Script FILL = new Script("fault/fill");
    private static final Script HEAL = new Script("fault/heal");

    /**
     * Fills the file systems of these directories.
     *
     * @param directories absolute paths on the host
     */
    public void fill(List<String> directories) throws RackException, IOException, InterruptedException {
        inside(FILL, directories);
    }

    /** Takes the full layers away; what they kept from being written stays unwritten. */
    public void heal() throws RackException, IOException, InterruptedException {
        inside(HEAL, List.of());
    }

    private void inside(Script script, List<String> arguments) throws RackException, IOException, InterruptedException {
        Commands.output(host.command(script.command(arguments)).command());
    }
}
