package io.urania.cluster.diagnosis;

import io.urania.engine.process.Holders;
import io.urania.engine.shell.Shell;
import io.urania.engine.text.ResourceText;

/** POSIX sh that reads why a node does not come while a command waits for it. */
public final class NodeWatch {

    private NodeWatch() {}

    /**
     * Defines {@code watched COMMAND...}, which runs a command, says what the node waits for, and ends the command when something is seen
     * to stand in its way that does not go away by itself: it then prints what that is, and fails. {@link Diagnosis} reads it. And {@code
     * kubelet_serves}, which waits in the same way until the kubelet listens on its port.
     *
     * @param programs the directory of crictl
     */
    public static String functions(String programs) {
        return Holders.functions() + "signs=" + Shell.quote(Sign.thatStay()) + "\ncrictl="
                + Shell.quote(programs + "/crictl") + "\n" + ResourceText.beside(Sign.class, "watch-node.sh");
    }
}
