package io.urania.engine.resource.packages;

import io.urania.engine.fact.PlantedHost;
import io.urania.engine.system.pacman.Pacman;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** pacman by programs of its names: a package is a folder in {@code local} with a description. */
final class PacmanTest extends PackageManagerContract {

    PacmanTest() {
        super(new Pacman());
    }

    @Override
    void plant(PlantedHost host) throws IOException {
        Map<String, Path> paths = Map.of(
                "local", host.at("/var/lib/pacman/local"),
                "lock", host.at("/var/lib/pacman/db.lck"),
                "held", host.at("/etc/held"));
        host.write("/var/lib/pacman/local/ALPM_DB_VERSION", "9\n");
        host.write("/var/lib/pacman/local/present-1-1/desc", "present\n");
        host.write("/etc/held", "");
        Files.createDirectories(host.at("/run"));
        host.program("pacman-conf", withPaths("[ $1 != IgnorePkg ] || cat @held@\n", paths));
        host.program("pacman", withPaths("""
                if [ "$1" = -T ]; then
                    shift 2
                    code=0
                    for name in "$@"; do
                        [ -d "@local@/$name-1-1" ] || { echo "$name" && code=127; }
                    done
                    exit $code
                fi
                if [ "$1" = -Qu ]; then
                    [ -e @local@/newer ] && echo "present 1-1 -> 2-1" && echo "kept 1-1 -> 2-1 [ignored]"
                    exit
                fi
                case " $* " in *" -Syu "*) rm -f @local@/newer && exit 0 ;; esac
                if [ -e @lock@ ]; then
                    echo "error: failed to init transaction (unable to lock database)" >&2
                    exit 1
                fi
                while [ "$1" != -S ]; do shift; done
                shift
                while :; do
                    case $1 in
                    --overwrite) shift 2 ;;
                    -*) shift ;;
                    *) break ;;
                    esac
                done
                for name in "$@"; do
                    [ ! -d "@local@/$name-1-1" ] || [ -e "@local@/$name-1-1/desc" ] || exit 1
                    mkdir -p "@local@/$name-1-1"
                    echo "$name" >"@local@/$name-1-1/desc"
                done
                """, paths));
    }

    @Override
    void interrupt(PlantedHost host) throws IOException {
        host.write("/var/lib/pacman/local/cut-off-1-1/files", "");
    }

    @Override
    Closeable lock(PlantedHost host) throws IOException {
        return FileChannel.open(
                host.at("/var/lib/pacman/db.lck"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    void offer(PlantedHost host) throws IOException {
        host.write("/var/lib/pacman/local/newer", "");
    }

    @Override
    void fetch(PlantedHost host) {
        // The programs know at once.
    }

    @Override
    void hold(PlantedHost host, String name) throws IOException {
        host.write("/etc/held", "other\n" + name.substring(0, 3) + "*\n");
    }
}
