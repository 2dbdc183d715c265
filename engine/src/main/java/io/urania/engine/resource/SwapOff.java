package io.urania.engine.resource;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import java.util.List;
import java.util.Optional;

/**
 * No swap, now and at the next boot: fstab, Raspberry Pi OS's dphys-swapfile (to Bookworm) and rpi-swap (from Trixie,
 * a generator that takes effect at boot: swap.conf(5)) are told so.
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
        List<String> areas = planning.facts().answer(SwapProbe.QUESTION);
        if (areas.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Difference.of(
                Action.REMOVE,
                "switch swap off",
                String.join(", ", areas),
                "none, now and at boot",
                Operation.of("""
                        if [ -d /etc/rpi ]; then
                            mkdir -p /etc/rpi/swap.conf.d
                            printf '[Main]\\nMechanism=none\\n' >/etc/rpi/swap.conf.d/90-urania.conf
                        fi
                        if [ -e /etc/dphys-swapfile ]; then
                            systemctl disable --quiet --now dphys-swapfile.service || :
                        fi
                        if [ -e /etc/fstab ]; then
                            found=no
                            while IFS= read -r line || [ -n "$line" ]; do
                                kind=$(fields() { echo "${3:-}"; }; set -f; fields $line)
                                case $line in
                                *'#'*) ;;
                                *) [ "$kind" != swap ] || { found=yes; line="#urania: $line"; } ;;
                                esac
                                printf '%s\\n' "$line"
                            done </etc/fstab >/etc/fstab.urania
                            # The fewer ways to lose a mount the better: without swap in it the file is not touched.
                            [ $found = no ] || cat /etc/fstab.urania >/etc/fstab
                            rm -f /etc/fstab.urania
                        fi
                        swapoff -a
                        """)));
    }
}
