package io.urania.cli.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.urania.cli.launcher.LauncherHome.Run;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The launcher under the shells it may meet, with a JDK and a Maven that only pretend. */
final class LauncherTest {

    private static final Pattern CACHE = Pattern.compile("-XX:AOTCache=.*/cli/target/(\\w+)[.]aot\n");

    @TempDir
    private Path directory;

    static Stream<List<String>> shells() {
        return Stream.of(List.of("/bin/sh"), List.of("/usr/bin/dash"), List.of("/usr/bin/busybox", "sh"));
    }

    @ParameterizedTest
    @MethodSource("shells")
    void buildsTheFirstTimeAndSaysSo(List<String> shell) throws Exception {
        LauncherHome home = home(shell);

        Run run = home.run(shell, home.home().resolve("urania"), "plan");

        assertThat(run.code()).isZero();
        assertThat(run.errors()).contains("Building Urania, needed once (log: ").contains("Built Urania in ");
        assertThat(run.output()).endsWith("io.urania.cli.Main\nplan\n");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void startsAtOnceWhenItIsBuilt(List<String> shell) throws Exception {
        LauncherHome home = home(shell);
        home.run(shell, home.home().resolve("urania"));
        home.pretendMaven("exit 1");

        Run run = home.run(shell, home.home().resolve("urania"), "plan");

        assertThat(run.code()).isZero();
        assertThat(run.errors()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("shells")
    void buildsAgainWhenASourceIsNewer(List<String> shell) throws Exception {
        LauncherHome home = home(shell);
        home.run(shell, home.home().resolve("urania"));
        home.changeSource();

        Run run = home.run(shell, home.home().resolve("urania"), "plan");

        assertThat(run.errors()).contains("Built Urania in ");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void showsTheEndOfTheLogWhenTheBuildFails(List<String> shell) throws Exception {
        LauncherHome home = home(shell);
        home.pretendMaven("echo '[ERROR] Some.java: a bracket is missing'; echo '-> [Help 1]'; echo noise; exit 1");

        Run run = home.run(shell, home.home().resolve("urania"), "plan");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.output()).isEmpty();
        assertThat(run.errors())
                .contains("urania: the build failed", "    [ERROR] Some.java: a bracket is missing")
                .doesNotContain("noise");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void namesWhatToInstallWhereThereIsNoJdk(List<String> shell) throws Exception {
        LauncherHome home = home(shell);
        home.pretendJdk("17.0.2");

        Run run = home.run(shell, home.home().resolve("urania"), "plan");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.errors()).contains("no JDK 25 or newer", "Install one");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void worksThroughALinkAndLeavesTheWorkingDirectoryAlone(List<String> shell) throws Exception {
        LauncherHome home = home(shell);
        Path link = Files.createSymbolicLink(
                home.elsewhere().resolve("u"), home.home().resolve("urania"));

        Run run = home.run(shell, link, "plan");

        assertThat(run.output().lines().findFirst())
                .contains(home.elsewhere().toRealPath().toString());
        assertThat(run.output())
                .contains("\n-cp\n" + home.home() + "/cli/target/lib/a.jar:" + home.home() + "/cli/target/lib/b.jar\n");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void passesWordsOnAsTheyAre(List<String> shell) throws Exception {
        LauncherHome home = home(shell);

        Run run = home.run(shell, home.home().resolve("urania"), "lab", "exec", "pandore", "--", "echo  $HOME *", "");

        assertThat(run.output()).endsWith("io.urania.cli.Main\nlab\nexec\npandore\n--\necho  $HOME *\n\n");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void limitsTheCompilerOnlyForCommandsThatComputeNoChecksums(List<String> shell) throws Exception {
        LauncherHome home = home(shell);
        Path launcher = home.home().resolve("urania");

        assertThat(home.run(shell, launcher, "status").output()).contains("-XX:TieredStopAtLevel=1");
        assertThat(home.run(shell, launcher, "lab", "up").output()).doesNotContain("-XX:TieredStopAtLevel=1");
    }

    @ParameterizedTest
    @MethodSource("shells")
    void eachKindOfCommandHasACacheOfItsOwn(List<String> shell) throws Exception {
        LauncherHome home = home(shell);
        Path launcher = home.home().resolve("urania");
        home.run(shell, launcher);
        for (String cache : List.of("help", "cluster", "urania")) {
            Files.createFile(home.home().resolve("cli/target/" + cache + ".aot"));
        }

        assertThat(cache(home.run(shell, launcher, "plan", "--help"))).isEqualTo("help");
        assertThat(cache(home.run(shell, launcher, "--debug", "plan"))).isEqualTo("cluster");
        assertThat(cache(home.run(shell, launcher, "inventory", "check"))).isEqualTo("urania");
    }

    /** The JVM finds no file with a letter beyond ASCII in its name in the locale C. */
    @ParameterizedTest
    @MethodSource("shells")
    void givesTheJvmALocaleWithAllLetters(List<String> shell) throws Exception {
        LauncherHome home = home(shell);
        home.run(shell, home.home().resolve("urania"));
        home.pretendJava("echo \"${LC_ALL:-}/${LC_CTYPE:-}\"");

        assertThat(localeOf(home, shell, "LC_ALL=C")).isEqualTo("C.UTF-8/");
        assertThat(localeOf(home, shell, "LC_ALL=POSIX LANG=de_DE.UTF-8")).isEqualTo("C.UTF-8/");
        assertThat(localeOf(home, shell, "LANG=C")).isEqualTo("/C.UTF-8");
        assertThat(localeOf(home, shell, "")).isEqualTo("/C.UTF-8");
        assertThat(localeOf(home, shell, "LANG=de_DE.UTF-8")).isEqualTo("/");
        assertThat(localeOf(home, shell, "LC_CTYPE=de_DE.ISO-8859-1")).isEqualTo("/de_DE.ISO-8859-1");
    }

    /** A file that the JVM opens would have the number of a stream that is closed, and be written to. */
    @ParameterizedTest
    @MethodSource("shells")
    void opensAStreamThatIsClosed(List<String> shell) throws Exception {
        LauncherHome home = home(shell);
        home.run(shell, home.home().resolve("urania"));
        home.pretendJava(
                "for stream in 0 1 2; do readlink /proc/$$/fd/$stream; done >" + home.elsewhere() + "/streams");

        Run run = home.inShell(shell, "\"$@\" <&- >&- 2>&-");

        assertThat(run.code()).isZero();
        assertThat(Files.readString(home.elsewhere().resolve("streams"))).matches("/dev/null\n.*/streams\n/dev/null\n");
    }

    private static String localeOf(LauncherHome home, List<String> shell, String settings) throws Exception {
        return home.inShell(shell, "unset LC_ALL LC_CTYPE LANG; env " + settings + " \"$@\"")
                .output()
                .strip();
    }

    /** The cache that the launcher named to the JVM. */
    private static String cache(Run run) {
        Matcher cache = CACHE.matcher(run.output());
        assertThat(cache.find()).as(run.output()).isTrue();
        return cache.group(1);
    }

    private LauncherHome home(List<String> shell) throws Exception {
        assumeTrue(Files.isExecutable(Path.of(shell.getFirst())), () -> shell.getFirst() + " is not installed here");
        return new LauncherHome(directory);
    }
}
