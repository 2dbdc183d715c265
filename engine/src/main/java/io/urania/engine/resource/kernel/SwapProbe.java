package io.urania.engine.resource.kernel;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/**
 * The swap areas in use, and what switches some on at boot: fstab, swap units that something wants (systemd.swap(5)), and the programs that
 * Debian, Ubuntu and Raspberry Pi OS make swap with.
 */
public final class SwapProbe implements Probe<SwapFact> {
    /** The one question of this probe. */
    public static final Question<SwapFact> QUESTION = Question.about(new SwapProbe());

    private static final String AREA = "area ";
    private static final String BOOT = "boot ";

    private SwapProbe() {}

    @Override
    public String name() {
        return "swap";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        // A kernel without swap has no /proc/swaps. A unit that stands masked in /etc does not come, whoever wants it;
        // with swap.target masked none does.
        return """
                if [ -r /proc/swaps ]; then
                    { read -r _ || :; while read -r area _; do printf 'area %s\\n' "$area"; done; } </proc/swaps
                fi
                if [ -r /etc/fstab ]; then
                    while read -r device _ kind options _ || [ -n "$device" ]; do
                        case $device in '' | '#'*) continue ;; esac
                        [ "$kind" = swap ] || continue
                        case ,$options, in *,noauto,*) ;; *) printf 'boot /etc/fstab: %s\\n' "$device" ;; esac
                    done </etc/fstab
                fi
                masked() {
                    [ -L "/etc/systemd/system/$1" ] && [ ! -s "/etc/systemd/system/$1" ]
                }
                masked swap.target || for unit in /etc/systemd/system/*.wants/*.swap /etc/systemd/system/*.requires/*.swap \\
                    /usr/lib/systemd/system/*.wants/*.swap /usr/lib/systemd/system/*.requires/*.swap; do
                    [ ! -L "$unit" ] || masked "${unit##*/}" || printf 'boot %s\\n' "${unit##*/}"
                done
                for unit in /etc/systemd/system/*.wants/dphys-swapfile.service /etc/systemd/system/*.wants/zramswap.service \\
                    /etc/systemd/system/*.wants/zram-config.service; do
                    [ ! -L "$unit" ] || masked "${unit##*/}" || printf 'boot %s\\n' "${unit##*/}"
                done
                for configuration in /etc/systemd/zram-generator.conf /run/systemd/zram-generator.conf \\
                    /usr/local/lib/systemd/zram-generator.conf /usr/lib/systemd/zram-generator.conf; do
                    [ -e "$configuration" ] || continue
                    # The first directory's file hides the others; an empty one makes nothing.
                    [ ! -s "$configuration" ] || printf 'boot %s\\n' "$configuration"
                    break
                done
                if [ -e /etc/rpi/swap.conf ] && [ ! -e /etc/rpi/swap.conf.d/90-urania.conf ]; then
                    printf 'boot /etc/rpi/swap.conf\\n'
                fi
                """;
    }

    @Override
    public Map<String, SwapFact> parse(String output, SortedSet<String> subjects) {
        List<String> areas = new ArrayList<>();
        List<String> atBoot = new ArrayList<>();
        output.lines().forEach(line -> {
            if (line.startsWith(AREA)) {
                areas.add(line.substring(AREA.length()));
            } else if (line.startsWith(BOOT)) {
                atBoot.add(line.substring(BOOT.length()));
            }
        });
        return Map.of("", new SwapFact(areas, atBoot.stream().distinct().toList()));
    }
}
