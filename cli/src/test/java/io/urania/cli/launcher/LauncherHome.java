package io.urania.cli.launcher;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A copy of the launcher with a little source tree around it, and programs that pretend to be a JDK and Maven. */
final class LauncherHome {

    private final Path root;
    private final Path home;

    /** What a run of the launcher printed, and its exit code. */
    record Run(int code, String output, String errors) {}

    LauncherHome(Path root) throws IOException {
        this.root = root;
        this.home = root.resolve("home of urania");
        Path repository = Path.of("..").toAbsolutePath().normalize();
        Files.createDirectories(home.resolve(".mvn"));
        Files.createDirectories(home.resolve("cli/src/main"));
        Files.createDirectories(root.resolve("elsewhere"));
        for (String file : List.of("urania", "mvnw")) {
            Files.copy(repository.resolve(file), home.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
        }
        // The machine's own JDKs are out of sight.
        Files.writeString(
                home.resolve(".mvn/find-jdk"),
                Files.readString(repository.resolve(".mvn/find-jdk")).replace("/usr/lib/jvm", root + "/no-jvm"));
        Files.writeString(home.resolve("pom.xml"), "<project/>");
        Files.writeString(home.resolve("cli/src/main/Some.java"), "class Some {}");
        pretendJdk("25.0.1");
        pretendMaven("mkdir -p cli/target/lib; touch cli/target/lib/b.jar cli/target/lib/a.jar");
    }

    Path home() {
        return home;
    }

    Path elsewhere() {
        return root.resolve("elsewhere");
    }

    /** A JDK whose java prints where it is and its words, one per line. */
    void pretendJdk(String version) throws IOException {
        Path jdk = root.resolve("jdk");
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        program(jdk.resolve("bin/java"), "pwd; for word; do echo \"$word\"; done");
        program(jdk.resolve("bin/javac"), "exit 1");
    }

    /** A java that does something else instead. */
    void pretendJava(String script) throws IOException {
        program(root.resolve("jdk/bin/java"), script);
    }

    /** What a shell makes of a line, in which {@code "$@"} starts the launcher. */
    Run inShell(List<String> shell, String line) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("-c", line, "sh"));
        words.addAll(shell);
        words.add(home.resolve("urania").toString());
        words.add("plan");
        return run(List.of("/bin/sh"), Path.of(words.removeFirst()), words.toArray(String[]::new));
    }

    void pretendMaven(String script) throws IOException {
        Files.createDirectories(root.resolve("bin"));
        program(root.resolve("bin/mvn"), script);
    }

    void changeSource() throws IOException {
        Files.setLastModifiedTime(
                home.resolve("cli/src/main/Some.java"),
                FileTime.from(Instant.now().plusSeconds(10)));
    }

    Run run(List<String> shell, Path launcher, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(shell);
        command.add(launcher.toString());
        command.addAll(List.of(words));
        Path output = root.resolve("output");
        Path errors = root.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        builder.environment().put("PATH", root.resolve("bin") + ":/usr/bin:/bin");
        Process process = builder.start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException("the launcher does not end");
        }
        return new Run(
                process.exitValue(),
                Files.readString(output, StandardCharsets.UTF_8),
                Files.readString(errors, StandardCharsets.UTF_8));
    }

    private static void program(Path file, String script) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
