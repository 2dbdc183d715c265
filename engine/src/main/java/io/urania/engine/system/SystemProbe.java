package io.urania.engine.system;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** What a machine is, read from the kernel's own files. */
public final class SystemProbe implements Probe<SystemFact> {

    /** The one question of this probe. */
    public static final Question<SystemFact> QUESTION = Question.about(new SystemProbe());

    private static final Set<String> REQUIRED = Set.of(
            "hostName",
            "machine",
            "wordBits",
            "kernel",
            "cpus",
            "memoryKiB",
            "cgroups",
            "controllers",
            "capabilities",
            "freeKiB");

    private SystemProbe() {}

    @Override
    public String name() {
        return "system";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        // A capability is bit 24 of CapBnd (linux/capability.h); the shell reads the hexadecimal number itself.
        return """
                ID= ID_LIKE= PRETTY_NAME= VERSION_ID=
                [ ! -r /etc/os-release ] || . /etc/os-release
                image=
                [ ! -r /etc/rpi-issue ] || read -r image </etc/rpi-issue || :
                echo "hostName=$(cat /proc/sys/kernel/hostname)"
                echo "osId=$ID"
                echo "osLike=$ID_LIKE"
                echo "osName=$PRETTY_NAME"
                echo "osVersion=$VERSION_ID"
                echo "osImage=$image"
                echo "machine=$(uname -m)"
                # Without getconf, as with busybox alone, the first program tells: byte 5 of an ELF file is 1 for 32 bits, 2 for 64.
                if bits=$(getconf LONG_BIT 2>/dev/null); then
                    echo "wordBits=$bits"
                else
                    case $(dd if=/proc/self/exe bs=1 skip=4 count=1 2>/dev/null | od -An -tu1) in
                    *1*) echo wordBits=32 ;;
                    *2*) echo wordBits=64 ;;
                    esac
                fi
                echo "kernel=$(uname -r)"
                echo "cpus=$(nproc)"
                while read -r key value _; do
                    case $key in MemTotal:) echo "memoryKiB=$value" ;; esac
                done </proc/meminfo
                if [ -e /sys/fs/cgroup/cgroup.controllers ]; then
                    echo "cgroups=V2"
                    controllers=
                    read -r controllers </sys/fs/cgroup/cgroup.controllers || :
                    echo "controllers=$controllers"
                else
                    echo "cgroups=V1"
                    controllers=
                    [ ! -r /proc/cgroups ] || while read -r name _ _ enabled; do
                        [ "$enabled" != 1 ] || controllers="$controllers $name"
                    done </proc/cgroups
                    echo "controllers=$controllers"
                fi
                while read -r key value; do
                    case $key in CapBnd:) echo "capabilities=$value" ;; esac
                done </proc/self/status
                df -P -k /var/lib | { read -r _; read -r _ _ _ free _; echo "freeKiB=$free"; }
                """;
    }

    @Override
    public Map<String, SystemFact> parse(String output, SortedSet<String> subjects) {
        Map<String, String> values = new HashMap<>();
        output.lines().filter(line -> line.contains("=")).forEach(line -> {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), line.substring(equals + 1));
        });
        // Of a kernel or a system that lacks one of these nothing can be decided.
        if (!values.keySet().containsAll(REQUIRED)) {
            return Map.of();
        }
        long capabilities = Long.parseUnsignedLong(value(values, "capabilities"), 16);
        return Map.of(
                "",
                new SystemFact(
                        value(values, "hostName"),
                        release(values),
                        value(values, "machine"),
                        Integer.parseInt(value(values, "wordBits")),
                        value(values, "kernel"),
                        Integer.parseInt(value(values, "cpus")),
                        Math.multiplyExact(1024, Long.parseLong(value(values, "memoryKiB"))),
                        SystemFact.Cgroups.valueOf(value(values, "cgroups")),
                        words(value(values, "controllers")),
                        (capabilities >> 24 & 1) == 1,
                        Math.multiplyExact(1024, Long.parseLong(value(values, "freeKiB")))));
    }

    /** A system may be without any of these. */
    private static OsRelease release(Map<String, String> values) {
        return new OsRelease(
                values.getOrDefault("osId", ""),
                words(values.getOrDefault("osLike", "")),
                values.getOrDefault("osName", ""),
                values.getOrDefault("osVersion", ""),
                values.getOrDefault("osImage", ""));
    }

    private static String value(Map<String, String> values, String key) {
        return Objects.requireNonNull(values.get(key), key);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
