package io.urania.engine.resource.kernel;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.resource.Resource;
import java.util.List;
import java.util.Optional;

/**
 * No swap, now and at the next boot: fstab, systemd's swap.target, which brings all swap units, and the programs that make swap themselves
 * are told so: Raspberry Pi OS's dphys-swapfile (to Bookworm) and rpi-swap (from Trixie, a generator that takes effect at boot: swap.conf(5)),
 * zram-tools, zram-config and systemd's zram-generator (zram-generator.conf(5)).
 */
public record SwapOff() implements Resource {

    @Override
    public String name() {
        return "swap";
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(SwapProbe.QUESTION);
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        SwapFact swap = planning.facts().answer(SwapProbe.QUESTION);
        if (swap.isOff()) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.REMOVE, "turn off swap", swap.toString(), "none, now and at boot", Operation.of("""
                        if [ -d /etc/rpi ]; then
                            mkdir -p /etc/rpi/swap.conf.d
                            printf '[Main]\\nMechanism=none\\n' >/etc/rpi/swap.conf.d/90-urania.conf
                        fi
                        for unit in dphys-swapfile.service zramswap.service zram-config.service; do
                            for link in /etc/systemd/system/*.wants/"$unit"; do
                                [ ! -L "$link" ] || {
                                    mkdir -p /var/lib/urania/units
                                    echo 'enabled active' >"/var/lib/urania/units/$unit"
                                    systemctl disable --quiet --now "$unit"
                                }
                            done
                        done
                        for configuration in /etc/systemd/zram-generator.conf /run/systemd/zram-generator.conf \\
                            /usr/local/lib/systemd/zram-generator.conf /usr/lib/systemd/zram-generator.conf; do
                            [ -s "$configuration" ] || continue
                            # An administrator's file is kept beside; an empty one hides those of packages.
                            [ "$configuration" != /etc/systemd/zram-generator.conf ] ||
                                mv "$configuration" "$configuration.before-urania"
                            : >/etc/systemd/zram-generator.conf
                            break
                        done
                        if [ -e /etc/fstab ]; then
                            found=no
                            while IFS= read -r line || [ -n "$line" ]; do
                                kind=$(fields() { echo "${3:-}"; }; set -f; fields $line)
                                case ${line%%"${line#*[! ]}"} in
                                *'#') ;;
                                *) [ "$kind" != swap ] || { found=yes; line="#urania: $line"; } ;;
                                esac
                                printf '%s\\n' "$line"
                            done </etc/fstab >/etc/fstab.urania
                            # The fewer ways to lose a mount the better: without swap in it the file is not touched.
                            [ $found = no ] || cat /etc/fstab.urania >/etc/fstab
                            rm -f /etc/fstab.urania
                        fi
                        if [ ! -L /etc/systemd/system/swap.target ]; then
                            mkdir -p /var/lib/urania
                            : >/var/lib/urania/swap-target-masked
                        fi
                        systemctl mask --quiet swap.target
                        swapoff -a
                        """)));
    }
}
