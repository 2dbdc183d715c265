package io.urania.engine.system;

import io.urania.engine.fact.Probe;
import io.urania.engine.fact.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;

/**
 * What a machine is made of: the device tree's model, the flags of a Raspberry Pi's firmware as its kernel driver has them
 * (raspberrypi-firmware, {@code get_throttled}), thermal zones in thousandths of a degree (Linux, "Generic Thermal Sysfs"), hardware addresses of
 * interfaces with a default route (proc_net(5), {@code /proc/net/route} and {@code ipv6_route}), and by what else machines are told apart.
 */
public final class HardwareProbe implements Probe<HardwareFact> {

    /** The one question of this probe. */
    public static final Question<HardwareFact> QUESTION = Question.about(new HardwareProbe());

    private HardwareProbe() {}

    @Override
    public String name() {
        return "hardware";
    }

    @Override
    public String script(SortedSet<String> subjects) {
        return """
                echo "page $(getconf PAGESIZE 2>/dev/null || getconf PAGE_SIZE)"
                if [ -r /proc/device-tree/model ]; then
                    echo "model $(tr -d '\\0' </proc/device-tree/model)"
                fi
                for zone in /sys/class/thermal/thermal_zone*/temp; do
                    [ ! -r "$zone" ] || echo "heat $(cat "$zone" 2>/dev/null)"
                done
                for flags in /sys/devices/platform/soc/soc:firmware/get_throttled; do
                    [ ! -r "$flags" ] || echo "throttled $(cat "$flags")"
                done
                {
                    while read -r device network _ _ _ _ _ mask _; do
                        [ "$network $mask" != '00000000 00000000' ] || echo "$device"
                    done </proc/net/route
                    while read -r network length _ _ _ _ _ _ _ device; do
                        [ "$network $length" != '00000000000000000000000000000000 00' ] || echo "$device"
                    done </proc/net/ipv6_route
                } 2>/dev/null | sort -u | while read -r device; do
                    [ "$device" = lo ] || echo "link $(cat /sys/class/net/"$device"/address 2>/dev/null)"
                done
                if [ -r /sys/class/dmi/id/product_uuid ] && [ ! -e /run/systemd/container ]; then
                    echo "product $(cat /sys/class/dmi/id/product_uuid)"
                fi
                if [ -r /etc/ssh/ssh_host_ed25519_key.pub ]; then
                    read -r _ key _ </etc/ssh/ssh_host_ed25519_key.pub && echo "hostkey $key"
                fi
                echo end
                """;
    }

    @Override
    public Map<String, HardwareFact> parse(String output, SortedSet<String> subjects) {
        List<String> lines = output.lines().map(String::strip).toList();
        Map<String, List<String>> told = new HashMap<>();
        for (String line : lines) {
            int blank = line.indexOf(' ');
            if (blank > 0) {
                told.computeIfAbsent(line.substring(0, blank), _ -> new ArrayList<>())
                        .add(line.substring(blank + 1).strip());
            }
        }
        Optional<Integer> page = first(told, "page", "[1-9]\\d{0,8}").map(Integer::valueOf);
        if (page.isEmpty() || !lines.getLast().equals("end")) {
            return Map.of();
        }
        OptionalInt heat = told.getOrDefault("heat", List.of()).stream()
                .filter(text -> text.matches("\\d{1,6}"))
                .mapToInt(text -> Integer.parseInt(text) / 1000)
                .max();
        return Map.of(
                "",
                new HardwareFact(
                        first(told, "model", "[^\\p{Cntrl}]{1,100}").orElse(""),
                        page.get(),
                        heat,
                        first(told, "throttled", "(?:0x)?[0-9a-fA-F]{1,6}")
                                .map(flags -> Integer.parseInt(flags.replaceFirst("^0x", ""), 16)),
                        told.getOrDefault("link", List.of()).stream()
                                .filter(address -> address.matches("[0-9a-f]{2}(?::[0-9a-f]{2}){5}"))
                                .toList(),
                        first(told, "product", "[0-9A-Fa-f-]{36}").orElse(""),
                        first(told, "hostkey", "[A-Za-z0-9+/=]{40,200}").orElse("")));
    }

    private static Optional<String> first(Map<String, List<String>> told, String kind, String pattern) {
        return told.getOrDefault(kind, List.of()).stream()
                .filter(text -> text.matches(pattern))
                .findFirst();
    }
}
