package io.urania.engine.resource.packages;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.urania.engine.batch.ShellKind;
import io.urania.engine.batch.StepResult;
import io.urania.engine.fact.PlantedHost;
import io.urania.engine.system.PackageProxies;
import io.urania.engine.system.pacman.Pacman;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** pacman itself, with a root of its own and a repository that {@link PacmanRepository} makes. Only root may install, even there. */
@EnabledIf("isHere")
final class RealPacmanTest extends PackageManagerContract {

    RealPacmanTest() {
        super(new Pacman());
    }

    static boolean isHere() {
        return Files.isExecutable(Path.of("/usr/bin/pacman"))
                && Files.isExecutable(Path.of("/usr/bin/curl"))
                && System.getProperty("user.name", "").equals("root");
    }

    @Override
    void plant(PlantedHost host) throws IOException {
        PacmanRepository repository = new PacmanRepository(host.at("/srv/mirror"));
        repository.add("present", "");
        repository.add("absent", "");
        repository.add("cut-off", "");
        repository.add("one-way", "provides = way\n");
        repository.add("other-way", "provides = way\nconflict = one-way\n");
        repository.write();
        Path database = Files.createDirectories(host.at("/var/lib/pacman"));
        Files.createDirectories(host.at("/run"));
        for (String folder : List.of("/var/cache/pacman", "/var/log", "/etc/pacman.d")) {
            Files.createDirectories(host.at(folder));
        }
        Path file = host.write("/etc/pacman.conf", """
                [options]
                RootDir = %1$s
                DBPath = %2$s
                CacheDir = %1$s/var/cache/pacman
                LogFile = %1$s/var/log/pacman.log
                GPGDir = %1$s/etc/pacman.d
                HookDir = %1$s/etc/pacman.d
                Architecture = auto
                SigLevel = Never
                [core]
                Server = file://%3$s
                """.formatted(host.at("/"), database, host.at("/srv/mirror")));
        host.program("pacman", "exec /usr/bin/pacman --config " + file + " \"$@\"\n");
        host.program("pacman-conf", "exec /usr/bin/pacman-conf --config " + file + " \"$@\"\n");
        host.program("curl", "exec /usr/bin/curl \"$@\"\n");
        repository.give(database);
        run(host, "pacman -S --noconfirm present");
    }

    @Override
    void offer(PlantedHost host) throws IOException {
        PacmanRepository repository = new PacmanRepository(host.at("/srv/mirror"));
        Files.delete(host.at("/srv/mirror/lists/present-1-1/desc"));
        Files.delete(host.at("/srv/mirror/lists/present-1-1"));
        repository.add("present", "2-1", "");
        repository.write();
    }

    @Override
    void fetch(PlantedHost host) throws IOException {
        run(host, "pacman -Syy");
    }

    @Override
    void interrupt(PlantedHost host) throws IOException {
        run(host, "pacman -S --noconfirm cut-off");
        Files.delete(host.at("/var/lib/pacman/local/cut-off-1-1/desc"));
    }

    @Override
    Closeable lock(PlantedHost host) throws IOException {
        return FileChannel.open(
                host.at("/var/lib/pacman/db.lck"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    void hold(PlantedHost host, String name) throws IOException {
        configure(host, "SigLevel", "IgnorePkg = other " + name.substring(0, 3) + "*\nSigLevel");
    }

    private static void configure(PlantedHost host, String former, String other) throws IOException {
        Path file = host.at("/etc/pacman.conf");
        Files.writeString(file, Files.readString(file).replace(former, other));
    }

    @Test
    void aLockThatNobodyHasIsLeftFromAPacmanThatWasKilled() throws Exception {
        try (PlantedHost host = new PlantedHost(ShellKind.DASH)) {
            plant(host);
            lock(host).close();
            host.link("/proc");

            assertThat(host.askPlanted(PackageManagerProbe.QUESTION).map(PackageManagerFact::interrupted))
                    .contains(true);
            assertThat(tryToInstall(host, "absent", PackageProxies.NONE).code()).isZero();
            assertThat(installed(host, "absent")).contains(true);
        }
    }

    @Test
    void aPackageThatAnotherOneProvidesIsInstalled() throws Exception {
        try (PlantedHost host = new PlantedHost(ShellKind.DASH)) {
            plant(host);

            assertThat(installed(host, "way")).contains(false);
            run(host, "pacman -S --noconfirm one-way");
            assertThat(installed(host, "way")).contains(true);
        }
    }

    @Test
    void removesNoPackageForAnother() throws Exception {
        try (PlantedHost host = new PlantedHost(ShellKind.DASH)) {
            plant(host);
            run(host, "pacman -S --noconfirm one-way");

            StepResult result = tryToInstall(host, "other-way", PackageProxies.NONE);

            assertThat(result.code()).isOne();
            assertThat(result.output()).contains("other-way and one-way are in conflict");
        }
    }

    @Test
    void aListOfPackagesThatIsTooOldIsToldWithWhatToDo() throws Exception {
        try (PlantedHost host = new PlantedHost(ShellKind.DASH)) {
            plant(host);

            assertThat(tryToInstall(host, "brand-new", PackageProxies.NONE).output())
                    .contains("target not found: brand-new", "pacman -Syu");

            Files.delete(host.at("/srv/mirror/absent-1-1-any.pkg.tar.gz"));
            assertThat(tryToInstall(host, "absent", PackageProxies.NONE).output())
                    .contains("failed retrieving file", "pacman -Syu");

            Files.delete(host.at("/var/lib/pacman/sync/core.db"));
            assertThat(tryToInstall(host, "absent", PackageProxies.NONE).output())
                    .contains("use '-Sy' to download", "pacman -Syu");
        }
    }

    @Test
    void whatCannotBeFinishedStaysAsItIs() throws Exception {
        try (PlantedHost host = new PlantedHost(ShellKind.DASH)) {
            plant(host);
            host.write("/var/lib/pacman/local/from-elsewhere-1-1/files", "%FILES%\n");

            StepResult result = tryToInstall(host, "absent", PackageProxies.NONE);

            assertThat(result.code()).isZero();
            assertThat(installed(host, "absent")).contains(true);
            assertThat(installed(host, "from-elsewhere")).contains(false);
            assertThat(host.at("/var/lib/pacman/local/from-elsewhere-1-1/files"))
                    .hasContent("%FILES%\n");
        }
    }

    @Test
    void fetchesThroughAProxyThatWantsAPassword() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (PlantedHost host = new PlantedHost(ShellKind.DASH)) {
            plant(host);
            configure(host, "file://" + host.at("/srv/mirror"), "http://mirror.example.com/core");
            proxy.createContext("/", exchange -> answer(exchange, host.at("/srv/mirror"), asked));
            proxy.start();
            String address = "127.0.0.1:" + proxy.getAddress().getPort();

            StepResult result = tryToInstall(
                    host, "absent", new PackageProxies("http://anna:sesame17@" + address, "", "localhost"));

            assertThat(result.code()).as(result.output()).isZero();
            assertThat(installed(host, "absent")).contains(true);
            assertThat(asked)
                    .containsOnly(
                            "http://mirror.example.com/core/absent-1-1-any.pkg.tar.gz" + " Basic YW5uYTpzZXNhbWUxNw==");
        } finally {
            proxy.stop(0);
        }
    }

    private static void answer(HttpExchange exchange, Path mirror, List<String> asked) throws IOException {
        String address = exchange.getRequestURI().toString();
        asked.add(address + " " + exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
        byte[] file = Files.readAllBytes(mirror.resolve(address.substring(address.lastIndexOf('/') + 1)));
        exchange.sendResponseHeaders(200, file.length);
        exchange.getResponseBody().write(file);
        exchange.close();
    }

    private static void run(PlantedHost host, String command) throws IOException {
        PacmanRepository.run(host.at("/"), "PATH=" + host.at("/usr/local/bin") + ":$PATH; " + command);
    }
}
