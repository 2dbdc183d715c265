package io.urania.lab;

import io.urania.lab.layout.RackNetwork;
import io.urania.lab.layout.Subnet;
import io.urania.lab.report.RackException;
import io.urania.lab.report.RackProblem;
import io.urania.lab.report.RackProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A rack from a terminal without the program's command line, for work on this module:
 *
 * <pre>
 * LabTool up DIR [NODES [VERSION [BRIDGE SUBNET]]] | start DIR [HOST…] | stop DIR [HOST…] | list DIR
 *         | exec DIR HOST COMMAND… | destroy DIR
 * </pre>
 */
public final class LabTool {
    private LabTool() {}

    public static void main(String[] arguments) throws Exception {
        List<String> words = List.of(arguments);
        try {
            System.exit(run(words.getFirst(), Path.of(words.get(1)), words.subList(2, words.size())));
        } catch (RackException refused) {
            refused.problems().forEach(System.err::println);
            System.exit(1);
        }
    }

    private static int run(String verb, Path directory, List<String> rest) throws Exception {
        RackProgress progress = new Lines();
        switch (verb) {
            case "up" -> up(directory, rest, progress);
            case "start" -> Rack.open(directory).start(rest, progress);
            case "stop" -> Rack.open(directory).stop(rest, progress);
            case "list" -> System.out.println(Rack.open(directory).list().toJson());
            case "exec" -> {
                return Rack.open(directory).exec(rest.getFirst(), rest.subList(1, rest.size()));
            }
            case "destroy" -> Rack.open(directory).destroy(progress);
            default -> throw new IllegalArgumentException(verb);
        }
        return 0;
    }

    private static void up(Path directory, List<String> rest, RackProgress progress) throws Exception {
        if (!Rack.exists(directory)) {
            RackOptions options = RackOptions.defaults()
                    .withNodes(rest.isEmpty() ? "" : rest.getFirst())
                    .withKubernetesVersion(rest.size() > 1 ? rest.get(1) : RackOptions.DEFAULT_KUBERNETES)
                    .withNetwork(
                            rest.size() > 3
                                    ? new RackNetwork(rest.get(2), Subnet.parse(rest.get(3)))
                                    : RackNetwork.ARTICLE);
            List<RackProblem> problems = Rack.check(directory, options);
            if (!problems.isEmpty()) {
                throw new RackException(problems);
            }
            Rack.installPackages(Rack.missingPackages(options), progress);
            Rack.create(directory, options);
        }
        Rack.open(directory).start(List.of(), progress);
    }

    private static final class Lines implements RackProgress {
        @Override
        public void started(String step) {
            System.err.println(step);
        }

        @Override
        public void hostDone(String step, String host, Duration elapsed) {
            System.err.printf(Locale.ROOT, "  %s (%.1f s)%n", host, elapsed.toMillis() / 1000.0);
        }

        @Override
        public void finished(String step, Duration elapsed) {
            System.err.printf(Locale.ROOT, "  done in %.1f s%n", elapsed.toMillis() / 1000.0);
        }
    }
}
