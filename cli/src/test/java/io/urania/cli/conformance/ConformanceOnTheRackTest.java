package io.urania.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.urania.artifacts.Architecture;
import io.urania.artifacts.bundle.BundleCache;
import io.urania.cli.conformance.Specs.Extent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The cluster that Urania makes, judged by Kubernetes' own end-to-end suite: from nothing to a verdict. */
@Tag("rack")
final class ConformanceOnTheRackTest {

    private static final Path OUTPUT = Path.of("target", "conformance").toAbsolutePath();
    private static final String FOCUS = property("urania.conformance");
    private static final int STEP = 10;

    @Test
    @Tag("conformance")
    @Tag("nightly")
    void whatMayRunBesideOthersPasses() throws Exception {
        assertPasses(Extent.PARALLEL, "sudo ./mvnw -Pconformance -pl cli -am verify");
    }

    @Test
    @Tag("nightly")
    void whatNeedsTheClusterForItselfPasses() throws Exception {
        assertPasses(
                Extent.NIGHTLY,
                "sudo ./mvnw -Pnightly -pl cli -am -Dtest=ConformanceOnTheRackTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false verify");
    }

    private static void assertPasses(Extent extent, String command) throws Exception {
        assertThat(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))
                .as("the user, who has to be root")
                .isEqualTo(0);
        ClusterUnderTest cluster = ClusterUnderTest.up(ConformanceOnTheRackTest::say);
        String version = cluster.version();
        assumeTrue(SuitePrograms.has(version), "the suite's sources are not pinned for " + version);
        Specs specs = Specs.of(version);
        Predicate<String> wanted = Pattern.compile(FOCUS).asPredicate();
        int expected = specs.included(extent, wanted).size();
        assumeTrue(expected > 0, "no spec of this run is asked for");

        SuitePrograms programs = programs(version);
        putImages(cluster, programs);
        int processes = 2 * cores() + 1;
        Ginkgo ginkgo = new Ginkgo(programs, OUTPUT.resolve(extent.name().toLowerCase(Locale.ROOT)));
        say("%d specs, %d at once; the log is %s".formatted(expected, processes, ginkgo.log()));
        GinkgoReport report =
                ginkgo.run(cluster, specs, extent, FOCUS, processes, property("urania.conformance.timeout"), count -> {
                    if (count % STEP == 0) {
                        say("%d of %d specs have ended".formatted(count, expected));
                    }
                });

        Verdict verdict = Verdict.of(specs, extent, wanted, report);
        Circumstances when =
                new Circumstances(version, cluster.nodes().size(), cores(), report.began(), report.took(), command);
        String lines = VerdictText.lines(verdict, when);
        Files.writeString(OUTPUT.resolve(extent + ".txt"), lines);
        say(lines);
        if (Boolean.parseBoolean(property("urania.conformance.write"))) {
            assertThat(FOCUS).as("a page tells of whole runs").isEmpty();
            ResultPage.write(ResultPage.FILE, extent, VerdictText.markdown(verdict, when));
        }
        assertThat(verdict.isGood()).as(lines).isTrue();
    }

    private static SuitePrograms programs(String version) throws Exception {
        Architecture architecture = architecture();
        say("Building the suite, if it is not built; the log is " + SuitePrograms.log(version, architecture, cache()));
        return SuitePrograms.build(version, architecture, cache());
    }

    private static void putImages(ClusterUnderTest cluster, SuitePrograms programs) throws Exception {
        String version = cluster.version();
        say("Making the images of the suite, if they are not made");
        Path archive = new SuiteImages(version, architecture(), programs, cache().resolve("conformance")).archive();
        NodeImages images = new NodeImages(cluster, SuiteImages.names(version));
        for (String node : cluster.nodes()) {
            images.put(node, archive);
            say("Images of the suite: " + node);
        }
    }

    private static Architecture architecture() throws Exception {
        return Architecture.parse(System.getProperty("os.arch"));
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static Path cache() {
        return BundleCache.defaultDirectory(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    private static String property(String name) {
        return System.getProperty(name, "");
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
