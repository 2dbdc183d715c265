package io.urania.engine.resource.file;

import java.util.List;

/**
 * What stat(1) says of paths that it cannot look at, of the GNU core utilities and of busybox: {@code stat: cannot statx '/a': No such file
 * or directory}.
 *
 * @param confirmed what it says of paths that are not there
 * @param others what else went wrong
 */
record AbsentPaths(List<String> confirmed, List<String> others) {
    private static final String COMPLAINT = "stat: ";
    /** ENOENT, and ENOTDIR: a file stands where a directory would have to be. */
    private static final List<String> NOT_THERE = List.of(": No such file or directory", ": Not a directory");

    static AbsentPaths in(String output) {
        List<String> complaints =
                output.lines().filter(line -> line.startsWith(COMPLAINT)).toList();
        return new AbsentPaths(
                complaints.stream().filter(AbsentPaths::saysNotThere).toList(),
                complaints.stream().filter(line -> !saysNotThere(line)).toList());
    }

    /** Whether a path is not there, if nothing else is told of it. */
    boolean contains(String path) {
        return others.isEmpty() || confirmed.stream().anyMatch(line -> line.contains("'" + path + "'"));
    }

    private static boolean saysNotThere(String complaint) {
        return NOT_THERE.stream().anyMatch(complaint::endsWith);
    }
}
