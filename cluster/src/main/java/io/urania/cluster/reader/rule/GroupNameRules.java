package io.urania.cluster.reader.rule;

import io.urania.cluster.kubespray.GroupNames;
import io.urania.cluster.reader.source.Membership;
import io.urania.cluster.reader.source.Source;
import io.urania.cluster.variable.OldName;
import io.urania.inventory.Inventory;
import io.urania.inventory.problem.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** Names of groups: mistyped ones, and old ones: what they are called today, and two names of one group that disagree. */
public final class GroupNameRules {
    private final Source source;
    private final Inventory inventory;

    public GroupNameRules(Source source) {
        this.source = source;
        this.inventory = source.inventory();
    }

    public void check() {
        GroupNames.renamed().forEach((old, current) -> {
            if (inventory.positionOf(old) != null && inventory.hasGroup(old)) {
                if (inventory.positionOf(current) == null) {
                    noteOldName(old, current);
                } else {
                    checkSameHosts(old, current);
                }
            }
        });
        inventory.groups().forEach(this::checkSpelling);
    }

    /**
     * Groups have whatever names people like: one is mistyped only if the group that it could be is not there. Those without which there is no
     * cluster are {@link GroupRules}' to miss.
     */
    private void checkSpelling(String group) {
        List<String> known = Membership.groups();
        List<String> missing = known.stream()
                .filter(name -> inventory.hosts(name).isEmpty()
                        && !Membership.CONTROL_PLANE.contains(name)
                        && !name.equals(Membership.ETCD))
                .toList();
        if (!known.contains(group) && inventory.positionOf(group) != null) {
            Suggestion.misspelt(group, missing)
                    .ifPresent(meant -> source.warning(
                            inventory.positionOf(group),
                            "group '" + group + "' means nothing",
                            "its hosts have no role because of it, and group " + meant + " has no hosts",
                            "did you mean '" + meant + "'?"));
        }
    }

    private void noteOldName(String old, String current) {
        source.variables()
                .note(new OldName(
                        inventory.positionOf(old), "group " + old, current, "Kubespray " + GroupNames.RENAMED));
    }

    /** A group below its other name is no contradiction, but a way of having both. */
    private void checkSameHosts(String old, String current) {
        List<String> onlyOld = inventory.addedTo(current);
        List<String> onlyCurrent = new ArrayList<>(inventory.hosts(current));
        onlyCurrent.removeAll(inventory.hosts(old));
        boolean nested = inventory.children(current).contains(old)
                || inventory.children(old).contains(current);
        if (!nested && !(onlyOld.isEmpty() && onlyCurrent.isEmpty())) {
            source.warning(
                    inventory.positionOf(old),
                    "groups " + old + " and " + current + " are the same group, but have different hosts",
                    current + " is at " + inventory.positionOf(current) + "; " + different(old, onlyOld)
                            + different(current, onlyCurrent) + "all of them are used",
                    "keep one of the two groups");
        }
    }

    private static String different(String group, List<String> hosts) {
        return hosts.isEmpty() ? "" : "only " + group + " has " + String.join(", ", hosts) + "; ";
    }
}
