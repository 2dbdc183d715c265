package io.urania.engine.resource.packetfilter;

import io.urania.engine.batch.Operation;
import io.urania.engine.fact.Question;
import io.urania.engine.plan.Action;
import io.urania.engine.plan.Difference;
import io.urania.engine.plan.Planning;
import io.urania.engine.resource.Resource;
import io.urania.engine.shell.Shell;
import java.util.List;
import java.util.Optional;

/**
 * Which program is called iptables. Kernels from 6.17 on are built without the module that the legacy one needs (DietPi#8163), and hosts that were told to use
 * it when that was good advice have no packet filter then.
 *
 * @param wanted which one; without, the legacy one is given up where the kernel cannot do it
 */
public record PacketFilterChoice(Optional<PacketFilter> wanted) implements Resource {

    @Override
    public String name() {
        return "iptables alternative";
    }

    @Override
    public List<Question<?>> questions() {
        return List.of(PacketFilterProbe.QUESTION);
    }

    @Override
    public Optional<Difference> difference(Planning planning) {
        PacketFilterFact fact = planning.facts().answer(PacketFilterProbe.QUESTION);
        Optional<PacketFilter> target = wanted.or(() -> fact.chosen()
                .filter(one -> one == PacketFilter.LEGACY && isImpossible(one, fact))
                .map(_ -> PacketFilter.NFT));
        if (target.isEmpty() || fact.chosen().isEmpty() || fact.chosen().equals(target)) {
            return Optional.empty();
        }
        PacketFilter other = target.get();
        return Optional.of(Difference.of(
                Action.CHANGE,
                "use iptables-" + other.word() + " as iptables",
                "iptables-" + fact.chosen().get().word(),
                "iptables-" + other.word(),
                refusal(other, fact)
                        .map(why -> Operation.of("echo " + Shell.quote(why) + "\nexit 1\n"))
                        .orElse(operation(other))));
    }

    private static boolean isImpossible(PacketFilter filter, PacketFilterFact fact) {
        return filter == PacketFilter.LEGACY && fact.kernel().equals(Optional.of(false));
    }

    private static Optional<String> refusal(PacketFilter filter, PacketFilterFact fact) {
        if (isImpossible(filter, fact)) {
            return Optional.of(
                    "the running kernel has no module ip_tables, which iptables-legacy needs: set iptables_alternative to nft");
        }
        return fact.present().contains(filter)
                ? Optional.empty()
                : Optional.of("/usr/sbin/iptables-" + filter.word()
                        + " is not installed: set iptables_alternative to system");
    }

    private static Operation operation(PacketFilter filter) {
        return Operation.of("""
                for program in iptables ip6tables arptables ebtables; do
                    if [ -e "/etc/alternatives/$program" ] && [ -x "/usr/sbin/$program-%1$s" ]; then
                        update-alternatives --set "$program" "/usr/sbin/$program-%1$s"
                    fi
                done
                """.formatted(filter.word()));
    }
}
