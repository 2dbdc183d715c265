package io.urania.artifacts.build;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Some programs that are built together.
 *
 * @param name such as {@code kubernetes}
 * @param outputs the programs' names, and the Go package of each
 * @param tests the names of test binaries, and the Go package of each: those are compiled, not run
 * @param stamps variables that the linker sets
 * @param tags Go's build tags
 * @param versions the versions that can be built
 */
record Program(
        String name,
        SortedMap<String, String> outputs,
        SortedMap<String, String> tests,
        SortedMap<String, String> stamps,
        List<String> tags,
        Map<String, ProgramVersion> versions) {
    private static final Pattern MAJOR_AND_MINOR = Pattern.compile("v(\\d+)\\.(\\d+).*");
    private static final Pattern MAJOR_SUFFIX = Pattern.compile("/v\\d+$");

    Program {
        outputs = new TreeMap<>(outputs);
        tests = new TreeMap<>(tests);
        stamps = new TreeMap<>(stamps);
        tags = List.copyOf(tags);
        versions = Map.copyOf(versions);
    }

    /** The linker's flags: no symbol tables, and the program's version where it looks for it. */
    String linkerFlags(String version) {
        Matcher matcher = MAJOR_AND_MINOR.matcher(version);
        boolean dotted = matcher.matches();
        StringBuilder flags = new StringBuilder("-s -w");
        stamps.forEach((variable, value) -> flags.append(" -X ")
                .append(variable)
                .append('=')
                .append(value.replace("{version}", version)
                        .replace("{major}", dotted ? matcher.group(1) : "")
                        .replace("{minor}", dotted ? matcher.group(2) : "")));
        return flags.toString();
    }

    /** The name that {@code go build} gives a package's program: the last part of its path that is no major version. */
    static String builtName(String goPackage) {
        String path = MAJOR_SUFFIX.matcher(goPackage).replaceFirst("");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The name that {@code go test -c} gives a package's test binary. */
    static String builtTestName(String goPackage) {
        return builtName(goPackage) + ".test";
    }
}
