package io.urania.lab.layout;

import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProblem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Picks the nodes of a smaller rack out of the article's twelve. */
public final class NodeSelection {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final int SMALLEST_WITH_THREE_CONTROL_PLANES = 5;

    private NodeSelection() {}

    /**
     * The nodes asked for, in the article's order.
     *
     * @param all the article's nodes
     * @param request empty for all of them, a number, or names (short or full) parted by commas. A number takes one
     *     control plane node up to 4, three from 5 on, and about one infra node for two workers.
     */
    public static List<RackNode> choose(List<RackNode> all, String request) throws RackException {
        if (request.isBlank()) {
            return all;
        }
        List<RackNode> chosen = NUMBER.matcher(request.strip()).matches()
                ? byNumber(all, Integer.parseInt(request.strip()))
                : byName(all, request);
        List<RackProblem> problems = new ArrayList<>();
        long controlPlanes = count(chosen, Role.CONTROL_PLANE);
        if (controlPlanes == 0) {
            problems.add(new RackProblem(
                    "no control plane node among: " + request,
                    "a cluster needs at least one",
                    "add one of " + names(all, Role.CONTROL_PLANE)));
        } else if (controlPlanes % 2 == 0) {
            problems.add(new RackProblem(
                    controlPlanes + " control plane nodes among: " + request,
                    "they are the etcd members too, and an even number of members tolerates no more failures than one"
                            + " less",
                    "choose one or three of " + names(all, Role.CONTROL_PLANE)));
        }
        if (!problems.isEmpty()) {
            throw new RackException(problems);
        }
        return chosen;
    }

    private static List<RackNode> byNumber(List<RackNode> all, int number) throws RackException {
        if (number < 1 || number > all.size()) {
            throw new RackException(
                    "a rack of " + number + " nodes",
                    "the article's rack has " + all.size(),
                    "give a number from 1 to " + all.size() + ", or names of nodes");
        }
        int controlPlanes = number < SMALLEST_WITH_THREE_CONTROL_PLANES ? 1 : 3;
        int others = number - controlPlanes;
        int infra = others < 2 ? 0 : Math.max(1, others / 3);
        List<RackNode> chosen = new ArrayList<>();
        chosen.addAll(first(all, Role.CONTROL_PLANE, controlPlanes));
        chosen.addAll(first(all, Role.INFRA, infra));
        chosen.addAll(first(all, Role.WORKER, others - infra));
        return inOrder(all, chosen);
    }

    private static List<RackNode> byName(List<RackNode> all, String request) throws RackException {
        Set<RackNode> chosen = new LinkedHashSet<>();
        List<RackProblem> problems = new ArrayList<>();
        for (String word : request.split(",", -1)) {
            String name = word.strip();
            Optional<RackNode> node = all.stream()
                    .filter(candidate -> candidate.name().equals(name)
                            || candidate.shortName().equals(name))
                    .findFirst();
            node.ifPresentOrElse(
                    chosen::add,
                    () -> problems.add(new RackProblem(
                            "no node has the name '" + name + "'",
                            "a smaller rack consists of the article's nodes",
                            "choose from "
                                    + String.join(
                                            ", ",
                                            all.stream()
                                                    .map(RackNode::shortName)
                                                    .toList()))));
        }
        if (!problems.isEmpty()) {
            throw new RackException(problems);
        }
        return inOrder(all, chosen);
    }

    private static List<RackNode> first(List<RackNode> all, Role role, int number) {
        return all.stream().filter(node -> node.role() == role).limit(number).toList();
    }

    private static List<RackNode> inOrder(List<RackNode> all, Iterable<RackNode> chosen) {
        Set<RackNode> wanted = new LinkedHashSet<>();
        chosen.forEach(wanted::add);
        return all.stream().filter(wanted::contains).toList();
    }

    private static long count(List<RackNode> nodes, Role role) {
        return nodes.stream().filter(node -> node.role() == role).count();
    }

    private static String names(List<RackNode> nodes, Role role) {
        return String.join(
                ", ",
                nodes.stream()
                        .filter(node -> node.role() == role)
                        .map(RackNode::shortName)
                        .toList());
    }
}
