package io.urania.engine.resource.packages;

import io.urania.engine.fact.PlantedHost;
import io.urania.engine.system.apt.Apt;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** apt-get and dpkg: a package is a file in {@code info}, and an installation that was cut off one in {@code updates}. */
final class AptTest extends PackageManagerContract {

    AptTest() {
        super(new Apt());
    }

    @Override
    void plant(PlantedHost host) throws IOException {
        Map<String, Path> paths =
                Map.of("info", host.at("/var/lib/dpkg/info"), "updates", host.at("/var/lib/dpkg/updates"));
        host.write("/var/lib/dpkg/status", "Package: present\n");
        host.write("/var/lib/dpkg/lock-frontend", "");
        host.write("/var/lib/dpkg/info/present.list", "");
        Files.createDirectories(host.at("/var/lib/dpkg/updates"));
        Files.createDirectories(host.at("/run"));
        host.program("dpkg-query", withPaths("""
                while [ "$1" != -- ]; do shift; done
                shift
                code=0
                for name in "$@"; do
                    if [ -e "@info@/$name.list" ]; then
                        echo "$name installed"
                        [ -e "@info@/$name.hold" ] && echo "$name hold" || echo "$name install"
                    else
                        echo "dpkg-query: no packages found matching $name" >&2
                        code=1
                    fi
                done
                exit $code
                """, paths));
        host.program("dpkg", withPaths("rm -f @updates@/*\n", paths));
        host.program("apt-get", withPaths("""
                case " $* " in *" update "*) exit 0 ;; esac
                for entry in @updates@/*; do
                    [ ! -e "$entry" ] || { echo "E: dpkg was interrupted" && exit 100; }
                done
                case " $* " in
                *" -s "*)
                    [ ! -e @info@/present.newer ] ||
                        echo "Inst present [1] (2 Debian-Security:12/stable-security [amd64])"
                    echo "Conf present (2 Debian-Security:12/stable-security [amd64])"
                    exit 0
                    ;;
                *" dist-upgrade "* | *" --only-upgrade present "*) rm -f @info@/present.newer && exit 0 ;;
                esac
                while [ "$1" != --no-install-recommends ]; do shift; done
                shift
                for name in "$@"; do
                    : >"@info@/$name.list"
                done
                """, paths));
    }

    @Override
    void interrupt(PlantedHost host) throws IOException {
        host.write("/var/lib/dpkg/updates/0002", "");
    }

    @Override
    Closeable lock(PlantedHost host) throws IOException {
        FileChannel channel = FileChannel.open(host.at("/var/lib/dpkg/lock-frontend"), StandardOpenOption.WRITE);
        channel.lock();
        return channel;
    }

    @Override
    void offer(PlantedHost host) throws IOException {
        host.write("/var/lib/dpkg/info/present.newer", "");
    }

    @Override
    void fetch(PlantedHost host) {
        // The programs know at once.
    }

    @Override
    void hold(PlantedHost host, String name) throws IOException {
        host.write("/var/lib/dpkg/info/" + name + ".hold", "");
    }
}
