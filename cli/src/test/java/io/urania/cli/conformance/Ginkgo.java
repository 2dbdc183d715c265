package io.urania.cli.conformance;

import io.urania.cli.conformance.Specs.Extent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Runs the suite against a cluster. */
final class Ginkgo {

    private static final String REPORT = "report.json";
    /** With --no-color, what is printed when a spec has ended begins so. */
    private static final String ENDED = "• ";

    private final SuitePrograms programs;
    private final Path directory;

    /**
     * @param directory for report and log; made when needed
     */
    Ginkgo(SuitePrograms programs, Path directory) {
        this.programs = programs;
        this.directory = directory;
    }

    Path log() {
        return directory.resolve("ginkgo.log");
    }

    /**
     * Runs specs and reads their report. Specs that fail are in it; without a report the run itself failed.
     *
     * @param focus a regular expression of the specs that are asked for; empty for all
     * @param processes how many specs may run at once; those with [Serial] run alone, after the others
     * @param timeout after which the suite ends in good order, as Go writes it: {@code 30m}
     * @param ended told how many specs have ended, each time one does
     */
    GinkgoReport run(
            ClusterUnderTest cluster,
            Specs specs,
            Extent extent,
            String focus,
            int processes,
            String timeout,
            IntConsumer ended)
            throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Files.deleteIfExists(directory.resolve(REPORT));
        List<String> command = new ArrayList<>(List.of(
                programs.ginkgo().toString(),
                "--procs=" + processes,
                "--timeout=" + timeout,
                "--no-color",
                "-v",
                "--keep-going",
                "--output-dir=" + directory,
                "--json-report=" + REPORT,
                "--label-filter=" + extent.labels()));
        if (!focus.isEmpty()) {
            command.add("--focus=" + focus);
        }
        specs.skips().forEach(skip -> command.add("--skip=" + skip));
        command.addAll(List.of(
                programs.suite().toString(),
                "--",
                "--provider=local",
                "--kubeconfig=" + cluster.kubeconfig(),
                "--kubectl-path=" + cluster.kubectl(),
                "--e2e-output-dir=" + directory));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            process.getOutputStream().close();
            follow(process, ended);
            process.waitFor();
        } finally {
            process.destroy();
        }
        Path report = directory.resolve(REPORT);
        if (!Files.exists(report)) {
            throw new IOException(
                    "ginkgo ended with exit code " + process.exitValue() + " and wrote no report; its log is " + log());
        }
        return GinkgoReport.read(report);
    }

    private void follow(Process process, IntConsumer ended) throws IOException {
        int count = 0;
        try (BufferedReader lines = process.inputReader();
                PrintWriter log = new PrintWriter(Files.newBufferedWriter(log()), true)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.println(line);
                if (line.startsWith(ENDED)) {
                    count++;
                    ended.accept(count);
                }
            }
        }
    }
}
