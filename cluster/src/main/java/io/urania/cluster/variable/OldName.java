package io.urania.cluster.variable;

import io.urania.inventory.problem.Position;
import io.urania.inventory.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A name of an earlier Kubespray or Ansible in an inventory: it works as today's does.
 *
 * @param position where it stands
 * @param name as people call it: {@code ansible_ssh_host}, {@code group kube-master}
 * @param current what it is called today
 * @param since whose word that is: {@code Kubespray 2.16}
 */
public record OldName(@Nullable Position position, String name, String current, String since) {

    /** The same as a note for people. */
    public Problem note() {
        return Problem.note(
                position,
                name + " is an old name",
                since + " renamed it to " + current,
                "it still works; no action is needed");
    }
}
